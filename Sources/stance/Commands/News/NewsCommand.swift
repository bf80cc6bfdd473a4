import Answers
import ArgumentParser
import Custody
import Errors
import Files
import Intake
import Projections
import Reports
import Stances

/// `stance news`: what is new since the reader looked last.
struct NewsCommand: QuestionCommand {
  static let configuration: CommandConfiguration = describe(
    "news",
    discussion: """
      EXAMPLES
        stance mark desk                             I have seen everything
        stance news --since desk --advance           what is new, and mark it seen
        stance news --since 412                      since a position
        stance news --days 7 --watch watch.txt       a week, of what I watch
        stance news --since desk --advance --format eml \\
          --to-address desk@example.org | sendmail -t
                                                     as mail
        stance news --since desk --exit-code > /dev/null
                                                     status 1 if anything is new

      A watch file has one a line: company lenovo, market UA, measure KEY,
      country CN, sector semiconductors, body cn-mofcom; # begins a remark.
      """)

  @OptionGroup var answer: AnswerOptions<NewsQuestion>

  @Flag(help: "Move the mark to what was shown, once it is out.")
  var advance = false

  @Flag(help: "End with status 1 if anything is new.")
  var exitCode = false

  @Option(
    help: ArgumentHelp(
      "The sender of a message (eml); default: the recipient.", valueName: "address"),
    transform: address)
  var fromAddress: MailAddress?

  @Option(
    help: ArgumentHelp("The recipient of a message (eml).", valueName: "address"),
    transform: address)
  var toAddress: MailAddress?

  func validate() throws {
    let given = try answer.question.given()
    let since = given.text(.since)
    guard since != nil || given.text(.days) != nil else {
      throw ValidationError(
        "Say since when: --since with a mark, a position, a day or an instant, or --days N. "
          + "'stance mark NAME' marks what you have seen.")
    }
    guard since == nil || given.text(.days) == nil else {
      throw ValidationError("Give either --since or --days, not both.")
    }
    let isMark = since.map(MarkName.isMeant) ?? false
    if advance, !isMark {
      throw ValidationError("--advance moves a mark: give its name with --since.")
    }
    if advance, given.text(.knownBy) != nil {
      throw ValidationError("--advance marks all that is known as seen: omit --known-by.")
    }
    if isMark, given.text(.seen) != nil {
      throw ValidationError("A mark has its own day: omit --seen.")
    }
    let isMail = !answer.json && answer.question.format == .eml
    if !isMail, fromAddress != nil || toAddress != nil {
      throw ValidationError("--from-address and --to-address are for --format eml.")
    }
  }

  func run() throws {
    var given = try answer.question.given()
    let name = try given.text(.since).flatMap { text throws(MarkError) in
      MarkName.isMeant(by: text) ? try MarkName(text) : nil
    }
    if let name {
      let mark = try marks().mark(name)
      given = given.setting([
        (.since, mark.position.description), (.seen, mark.day.description),
      ])
    }
    given = try given.readingWatchList()
    let written = try answer.write(
      asking: given, mail: MailAddresses(from: fromAddress, to: toAddress))
    if advance, let name {
      // Only now that the answer is out: what is cut off before is shown again.
      let shown = Mark(position: written.clocks.at, day: written.clocks.to)
      try marks().set(name) { $0?.moved(to: shown) ?? shown }
    }
    if exitCode, !written.isEmpty { throw ExitStatus.finding.silently }
  }

  private func marks() throws -> MarkFile {
    try answer.log.read { try UserFiles.configured.marks(of: $0) }
  }

  private static func address(_ text: String) throws -> MailAddress {
    guard let address = MailAddress(text) else {
      throw ValidationError(
        "'\(text)' is not an address of mail; write it without a name, as in desk@example.org")
    }
    return address
  }
}

extension Given {
  /// The same with the watch list that is in a file, if a file is named.
  func readingWatchList() throws -> Given {
    guard let watch = text(.watch), !WatchList.isInline(watch) else { return self }
    let bytes = try InputFile.contents(of: watch)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw WatchError.refused(line: 1, sentence: "\(printable(watch)) is not UTF-8")
    }
    return setting([(.watch, text)])
  }
}
