import ArgumentParser
import Dispatch
import Files
import Glibc
import Intake
import Stances

/// The program: what companies say and do about a market, on the record.
@main
struct Stance: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stance",
    abstract: "What companies say and what they do about a market under political pressure.",
    discussion: """
      EXAMPLES
        stance init                                  a new log
        stance append --from events.jsonl            record many events
        stance posture lenovo                        where a company stands today
        stance posture --to 2022-05-06               every posture on that day
        stance replay --from 2022-02-24              what changed, month by month
        stance diff --known-by 2022-05-05..2022-05-06
                                                     what a day of news changed
        stance explain lenovo RU --to 2022-05-06     why, event by event
        stance report timeline --format md           measures and moves in order

      The log is one file: --log PATH, or STANCE_LOG in the environment;
      default: stance.sqlite in this folder.
      Completions: stance --generate-completion-script bash|zsh|fish
      Versions of its parts: stance --version --verbose
      """,
    version: Version.line,
    groupedSubcommands: [
      CommandGroup(
        name: "Recording",
        subcommands: [
          Init.self, Append.self, Correct.self, Retract.self,
          CaptureCommand.self, Types.self, Template.self, Token.self,
        ]),
      CommandGroup(
        name: "Proposing",
        subcommands: [
          Propose.self, DraftEvents.self, InboxCommand.self, Accept.self, Reject.self,
          Withdraw.self,
        ]),
      CommandGroup(
        name: "Asking",
        subcommands: [
          About.self, ListEvents.self, Show.self, Search.self, ListCompanies.self, ListBodies.self,
          Posture.self, Count.self, MethodsCommand.self, Replay.self, Diff.self, Explain.self,
          Report.self, Review.self,
          NewsCommand.self, MarkCommand.self, Serve.self, AssistantServer.self,
        ]),
      CommandGroup(
        name: "Keeping",
        subcommands: [
          Verify.self, ListCaptures.self, ExportEvents.self, Backup.self, Status.self,
        ]),
      CommandGroup(
        name: "Proving",
        subcommands: [
          Key.self, SignCheckpoint.self, Cosign.self, Prove.self, AnchorCheckpoint.self,
          Certificate.self, FollowCheck.self,
        ]),
    ])

  /// Runs a command on the first thread, or on those that serving and asking witnesses need.
  static func main() {
    StandardStreams.prepare()
    var command: any ParsableCommand = Stance()
    do {
      try MissingArgumentsError.check(CommandLine.arguments)
      // Otherwise the libraries that this program uses wait without end, or end it without a word.
      try Resources.check(threads: 4, files: 24)
      if Version.isAskedInFull(by: CommandLine.arguments.dropFirst()) {
        print(Version.full)
        return
      }
      if let type = Append.typeToHelpWith(CommandLine.arguments.dropFirst()) {
        print(FieldList.words(for: type, as: .flags))
        return
      }
      let arguments = CommandLine.arguments.dropFirst()
      if arguments.first == Completion.question {
        let words = Array(arguments.dropFirst())
        let offered = Completion.words(for: words.first ?? "", after: Array(words.dropFirst()))
        for word in offered { print(word) }
        return
      }
      if let script = Completion.script(for: arguments) {
        print(script)
        return
      }
      command = try parseAsRoot()
      if let command = command as? any AsyncParsableCommand {
        try run(command)
      } else {
        try command.run()
      }
    } catch {
      Failure(error, of: type(of: command)).end()
    }
  }

  /// Runs a command that needs threads and open files for as many processors as there are.
  private static func run(_ command: any AsyncParsableCommand) throws {
    // Of a server's own, and of the library's: it ends the program if it lacks one.
    try Resources.check(
      threads: 4 * Resources.processors + 12, files: 4 * Resources.processors + 40)
    let work = Work(command)
    Task.detached {
      await work.run()
    }
    try work.outcome()
  }

  /// A command on its way to its end: used by one thread after the other.
  private final class Work: @unchecked Sendable {
    private var command: any AsyncParsableCommand
    private var result: Result<Void, any Error> = .success(())
    private let finished = DispatchSemaphore(value: 0)

    init(_ command: any AsyncParsableCommand) {
      self.command = command
    }

    func run() async {
      do { try await command.run() } catch { result = .failure(error) }
      finished.signal()
    }

    /// Waits for the end.
    func outcome() throws {
      finished.wait()
      try result.get()
    }
  }
}
