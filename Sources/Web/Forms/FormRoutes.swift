import Answers
import Custody
import EventLog
import HTTPTypes
import Intake
import JSON
import Projections
import Reports
import Stances

/// Pages to record, propose and correct with, and the inbox.
///
/// What is filled in goes to the same addresses as any program's events, with the token that its
/// bearer types: the pages themselves hold no secret and no state.
enum FormRoutes {
  static let all =
    FormPurpose.allCases.flatMap { purpose in
      [
        Route(purpose.address, chooser(purpose)),
        Route("\(purpose.address)/{type}", form(purpose)),
      ]
    } + [
      Route("/correct/{event}", correction), Route("/inbox", inbox), Route("/api/date", date),
    ]

  private static let found = Operation.Outcome(.ok, "The page.", Format.html.mediaType)

  private static func chooser(_ purpose: FormPurpose) -> Operation {
    Operation(
      method: .get, id: "\(purpose.rawValue)Chooser",
      summary: "What can be \(purpose.done): a sentence for each type of event.",
      parameters: [], outcomes: [found]
    ) { call in
      let types = EventType.allCases.filter(\.hasForm).map { type -> Markup in
        """
        <li><a href="\(purpose.address)/\(type.rawValue)">\(Vocabulary.sentence(of: type))</a> \
        <span class="soft">\(type.words)</span></li>

        """
      }
      return page(
        purpose.title, "What happened?", "<ul class=\"choices\">\n\(types)</ul>\n", call)
    }
  }

  private static func form(_ purpose: FormPurpose) -> Operation {
    Operation(
      method: .get, id: "\(purpose.rawValue)Form",
      summary: "A form for an event of a type, to be \(purpose.done).",
      parameters: [],
      pathParameters: [Parameter("type", "The type of the event.", .text(longest: 100))],
      outcomes: [found, .problem(.notFound, "No such type, or none with a form.")]
    ) { call in
      guard let type = EventType(rawValue: call.values[0]), type.hasForm else {
        throw RequestError.notFound(path: call.path)
      }
      let form = EventFormPage(type: type, purpose: purpose, today: call.site.clock.today())
      return page(
        purpose.title, Vocabulary.sentence(of: type), form.markup, call, SiteFiles.formScript)
    }
  }

  private static let correction = Operation(
    method: .get, id: "correctionForm",
    summary: "A form with what an event says now, to correct or retract it.",
    parameters: [],
    pathParameters: [Parameter("event", "The id or position of an event.", .text(longest: 200))],
    outcomes: [found, .problem(.notFound, "No such event, or none that can be corrected.")]
  ) { call in
    let name = call.values[0]
    let standing = try await call.site.read { log in
      try log.standing(log.requiredEvent(name).id)
    }
    guard let event = standing.recorded.event, event.content.type.hasForm else {
      throw RequestError.notFound(path: call.path)
    }
    let form = EventFormPage(
      type: event.content.type, purpose: .propose, today: call.site.clock.today(),
      correcting: .init(
        id: standing.recorded.id, published: event.published?.description,
        content: standing.content.root))
    return page(
      "Correct an event", standing.recorded.id.text, form.markup, call, SiteFiles.formScript)
  }

  private static let inbox = Operation(
    method: .get, id: "inboxPage",
    summary: "The proposals that wait, for those whose token lets them see them.",
    parameters: [], outcomes: [found]
  ) { call in
    let body: Markup = """
      \(TokenSection.markup)\
      <div id="inbox" aria-live="polite"></div>
      <noscript><p>This page needs a script. On the command line: <code>stance inbox</code>, \
      <code>stance accept PROPOSAL</code>, <code>stance reject PROPOSAL --reason "…"</code>.</p></noscript>

      """
    return page("Inbox", "What waits to be looked at", body, call, SiteFiles.inboxScript)
  }

  /// The page within the site's own frame.
  private static func page(
    _ title: String, _ line: String, _ body: Markup, _ call: Call,
    _ script: SiteFiles.File? = nil
  ) -> WebAnswer {
    let off: Markup =
      call.site.recorder == nil
      ? "<p class=\"banner\">This server accepts no events.</p>\n" : .empty
    var page = Page(
      title: title, query: [line], proof: "stance \(call.site.version)", body: off + body)
    let scripts = script.map { [SiteFiles.deskScript, $0] } ?? []
    page.head = scripts.reduce(SiteFiles.iconLink) { head, file in
      head + "<script defer src=\"\(file.address)\"></script>\n"
    }
    page.navigation =
      """
      <header>
      \(SiteNavigation.markup(
        current: call.path, keeping: Given(), isRecording: call.site.recorder != nil))</header>

      """
    var answer = WebAnswer(.ok, Format.html.mediaType, page.html(SiteFiles.delivery).utf8)
    answer.fields[.cacheControl] = "no-cache"
    return answer
  }

  // MARK: Dates

  private static let date = Operation(
    method: .get, id: "readDate",
    summary: "How a date is read: in words, with its first and its last day.",
    parameters: [.written],
    outcomes: [
      .init(.ok, "The date.", "application/json", schema: "ReadDate"),
      .problem(.badRequest, "It is not a date; the detail says how to write one."),
    ]
  ) { call in
    guard let date = try call.given.text(.written).map({ try FuzzyDate($0) }) else {
      throw ParameterError.badValue(Parameter.written.name, sentence: "give a date")
    }
    var answer = WebAnswer(
      .ok, "application/json",
      ([
        "date": .string(date.description), "spoken": .string(date.spoken),
        "earliest": .string(date.earliest.description), "latest": .string(date.latest.description),
      ] as JSONValue).prettyBytes() + [UInt8(ascii: "\n")])
    answer.fields[.cacheControl] = "no-cache"
    return answer
  }
}

/// What a form is filled in for.
enum FormPurpose: String, CaseIterable {
  case propose, record

  var address: String { "/\(rawValue)" }
  var title: String { self == .propose ? "Propose an event" : "Record an event" }
  var done: String { self == .propose ? "proposed" : "recorded" }
}

extension EventType {
  /// Whether people fill it in: amendments are made of the event that they amend, and the log's own
  /// events by the log.
  var hasForm: Bool { !isOfLog && !isAmendment }

  /// The name with blanks.
  var words: String { rawValue.split(separator: "_").joined(separator: " ") }
}

extension Parameter {
  fileprivate static let written = Parameter("date", "A date as it is written in events.", .date)
}
