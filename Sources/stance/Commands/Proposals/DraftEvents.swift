import ArgumentParser
import Drafts
import Errors
import EventLog
import Inbox
import Intake
import JSON
import Projections
import Stances

/// `stance draft`: what sentences of a text may be as events.
struct DraftEvents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: "Mark the sentences of an English article that may be events.",
    usage: """
      stance draft FILE|- [--url URL] [--publisher NAME] [--published DATE] [options]
      """,
    discussion: """
      EXAMPLES
        stance draft article.txt --publisher "The Paper" --published 2022-05-06 \\
          --url https://paper.example/1
        stance draft article.txt --market RU --format jsonl > events.jsonl
                                     a line an event, to fill in and append
        stance draft article.txt --publisher "The Paper" --published 2022-05-06 \\
          --propose                  puts the complete ones into the inbox

      A marker pen, not a coder: it goes by words, not by what they mean. A draft
      has its sentence as the quotation, the rule that found it, and what else it
      may be. It has no level without a word for one, no date that the sentence
      does not give ("last month" only with --published), and never a grade.
      Names come from the log's register, words from Events/cues/en.json or
      --cues. What it gets wrong: Docs/DRAFTS.md.
      """)

  /// What is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case jsonl
  }

  @Argument(
    help: ArgumentHelp("The text, or - for standard input.", valueName: "file"),
    completion: .file(extensions: ["txt", "md"]))
  var file: String

  @Option(help: ArgumentHelp("Where it was seen: http or https.", valueName: "url"))
  var url: String?

  @Option(help: ArgumentHelp("Who published it.", valueName: "name"))
  var publisher: String?

  @Option(help: ArgumentHelp("When it was published (EDTF).", valueName: "date"))
  var published: String?

  @Option(help: ArgumentHelp("Its title.", valueName: "title"))
  var title: String?

  @Option(
    help: ArgumentHelp("The market of sentences that name none.", valueName: "code"))
  var market: String?

  @Option(
    help: ArgumentHelp(
      "A file of cues in place of those that come with stance.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var cues: String?

  @Option(help: "text, or jsonl: an event a line, with what is to be filled in.")
  var format = Format.text

  @OptionGroup var recording: RecordingOptions

  func validate() throws {
    if format == .jsonl, recording.output.json || recording.propose {
      throw ValidationError("--format jsonl goes without --json and --propose.")
    }
    if recording.dryRun || recording.preview {
      throw ValidationError("Nothing is recorded here: leave --dry-run and --preview out.")
    }
    guard recording.propose else {
      if recording.strict || recording.why != nil {
        throw ValidationError("--strict and --why go with --propose.")
      }
      return
    }
  }

  func run() throws {
    let source = try source()
    let cues =
      try self.cues.map { try Cues(InputFile.contents(of: $0), from: $0) } ?? Cues.english()
    let name = file == "-" ? "standard input" : file
    let article = try ArticleText(
      // What is too long for an article is told by its length, and not by where reading ended.
      InputFile.contents(of: file, limit: 16 * ArticleReader.limit), named: name)
    let index = try recording.log.read { log in
      NameIndex(
        try LogView(of: log, on: Clocks(to: .distantFuture, at: try log.head)).identities(), cues)
    }
    let found = ArticleReader(index, cues).drafts(of: article.text, from: source)
    var entries = found.drafts.map(DraftReport.Entry.init)
    if recording.propose {
      for place in entries.indices { entries[place].outcome = try propose(entries[place]) }
    }
    switch format {
    case .text:
      try recording.output.write(
        words: DraftReport.words(found, entries), json: DraftReport.json(found, entries))
    case .jsonl: try StandardStreams.write(DraftReport.jsonLines(entries))
    }
  }

  private func source() throws -> ArticleSource {
    var source = ArticleSource()
    if let url {
      guard url.hasPrefix("https://") || url.hasPrefix("http://") else {
        throw ValidationError("--url takes an address that begins with http:// or https://.")
      }
      source.url = url
    }
    (source.publisher, source.title) = (publisher, title)
    do {
      source.published = try published.map { try FuzzyDate($0) }
      source.market = try market.map { try Market(code: $0.uppercased()) }
    } catch let error as FuzzyDateError {
      throw ValidationError("--published: \(error)")
    } catch let error as MarketError {
      throw ValidationError("--market: \(error)")
    }
    return source
  }

  /// Puts a complete draft into the inbox.
  ///
  /// - Returns: what became of it, in words.
  private func propose(_ entry: DraftReport.Entry) throws -> String {
    guard entry.completion.isComplete else {
      let needs =
        entry.completion.missing.isEmpty
        ? "a value is wrong"
        : "it needs "
          + enumerated(entry.completion.missing, conjunction: "and")
      return "not proposed: \(needs)"
    }
    let line = entry.draft.line
    do {
      let file = EventFile(
        InputFile(name: "the draft of line \(line)", contents: entry.draft.event.compactBytes()),
        format: .jsonl)
      let request = AppendRequest(
        recorder: recording.recorder.name, isDryRun: true, clock: SystemClock.now)
      let proposed = try recording.proposal(by: "a draft", why: recording.why ?? reason(entry)) {
        remarks, inspect in
        try recording.log.openToAppend().append(
          contentsOf: file, as: request, isStrict: recording.strict, remarks: &remarks,
          inspecting: inspect)
      }
      return "proposed as \(proposed.proposal.id.short)"
    } catch let error as InboxError where error.kind == .conflict {
      return "not proposed: \(error)"
    } catch let error as IntakeFaultsError {
      return "not proposed: \(error)"
    }
  }

  private func reason(_ entry: DraftReport.Entry) -> String {
    "drafted by rule '\(entry.draft.rule)', by the words '\(entry.draft.cue)'"
  }
}
