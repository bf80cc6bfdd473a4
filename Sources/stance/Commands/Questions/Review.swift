import Answers
import ArgumentParser
import Inbox
import Projections
import Stances

/// `stance review`: what is worth a look in the record.
struct Review: QuestionCommand {
  static let configuration: CommandConfiguration = describe(
    "review",
    discussion: """
      EXAMPLES
        stance review                          what to look at, strongest first
        stance review lenovo dji               only what concerns these companies
        stance review --watch desk.watch       only what a watch list names
        stance review --only E2                every event without a quotation
        stance review --only U,J --stale 180   what waits, or rests on little
        stance review --acks review.csv --exit-code > /dev/null
                                               status 1 if anything is left
        stance review --links links.csv --only E6
                                               dead links

      Of a rule that finds much, text and pages show the first few; csv, json and
      --only CODE have all. Each finding comes with a command that goes on from
      it. The rules have one name, which the answer prints: Events/REVIEW.md has
      them, with reasons.

      The columns of --acks are code,subject,until,by,reason: that finding is
      counted and not shown before the day. Those of --links are
      url,status,checked, where status is that of HTTP, 0, ok or dead. What
      waits in the inbox is looked at here, and not on the site.
      """)

  @OptionGroup var answer: AnswerOptions<ReviewQuestion>

  @Option(
    help: ArgumentHelp("A CSV file of findings that someone has looked at.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var acks: String?

  @Option(
    help: ArgumentHelp("A CSV file of what a checker of links found.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var links: String?

  @Flag(help: "End with status 1 if anything is found that is not acknowledged.")
  var exitCode = false

  func run() throws {
    var request = try ReviewFiles.request(acknowledgements: acks, links: links)
    request.proposals = try waitingProposals()
    let given = try answer.question.given().readingWatchList()
    let written = try answer.write(asking: given) { asked, log in
      try ReviewQuestion.reply(to: asked, in: log, beside: request)
    }
    if exitCode, !written.isEmpty { throw ExitStatus.finding.silently }
  }

  /// What waits in the inbox beside the log, as far as it can be read.
  private func waitingProposals() throws -> [WaitingProposal] {
    try Inbox(besideLogAt: answer.log.path).proposals(.waiting).proposals.map {
      WaitingProposal(name: $0.id.text, by: $0.by, since: $0.at.day, events: $0.current.count)
    }
  }
}
