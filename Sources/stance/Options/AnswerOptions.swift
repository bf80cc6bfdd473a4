import Answers
import ArgumentParser
import EventLog
import Reports

/// A command that asks one question and writes the answer.
protocol QuestionCommand: ParsableCommand {
  /// The question.
  associatedtype Asked: Question
  /// What is asked, of which log, and how the answer is written.
  var answer: AnswerOptions<Asked> { get }
}

extension QuestionCommand {
  mutating func run() throws { try answer.write() }

  /// The command under the names given, with the question's own summary.
  static func describe(_ names: String..., discussion: String) -> CommandConfiguration {
    CommandConfiguration(
      commandName: names.first, abstract: Asked.summary, discussion: discussion,
      aliases: Array(names.dropFirst()))
  }
}

/// What a question is asked with: its own options, the log, and how the answer is written.
struct AnswerOptions<Asked: Question>: ParsableArguments {
  @OptionGroup var question: QuestionOptions<Asked>

  @Flag(help: "The same as --format json.")
  var json = false

  @Flag(help: "Write without colours, as to a pipe.")
  var plain = false

  @OptionGroup var file: FileOptions
  @OptionGroup var log: LogOptions

  func validate() throws {
    if json, let format = question.format, format != .json {
      throw ValidationError("Give either --json or --format \(format.name), not both.")
    }
  }

  /// Answers the question.
  ///
  /// - Returns: Whether nothing was found.
  @discardableResult func write() throws -> Bool {
    let format = json ? Format.json : question.format ?? .text
    let given = try question.given()
    let rendering = Rendering(
      style: file.output == nil ? Terminal.style(isPlain: plain) : .init(color: false))
    let (bytes, isEmpty) = try log.read { log in
      let reply = try Asked.reply(
        to: .init(
          given, as: format, at: log.state, today: SystemClock.today(), now: SystemClock.now()),
        in: log)
      return (try reply.bytes(as: format, rendering), try reply.isEmpty())
    }
    try file.write(keeping: log.kept) { try $0(bytes) }
    return isEmpty
  }
}
