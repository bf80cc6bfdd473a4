import Answers
import Custody
import EventLog
import HTTPTypes
import Intake
import JSON
import Projections
import Reports
import Stances

/// The events of the log: read in parts, and recorded with a token.
enum EventRoutes {
  static let all = [Route("/api/events", list, record)]

  private static let list = Operation(
    method: .get, id: "listEvents",
    summary: "Recorded events in the order of the log, in parts; `next` leads to the next part.",
    parameters: Parameter.choice.filter { ![.newest, .limit].contains($0) } + [.partSize],
    outcomes: [
      .init(.ok, "The events in full.", "application/json", schema: "EventList"),
      .init(.notModified, "The client already has these bytes.", nil),
      .problem(.badRequest, "A parameter is not valid."),
      .problem(.notFound, "The log has no such company, body or measure."),
      .problem(.contentTooLarge, "The answer would be too long."),
      .problem(.serviceUnavailable, "Too many questions at once, or the log cannot be read now."),
    ], handle: listEvents)

  private static let record = Operation(
    method: .post, id: "recordEvents",
    summary: "Records one event or a batch, all or none, as 'stance append' does.",
    parameters: [
      .expectHead, .expectNothingSince, .conditionCompany, .dryRun, .preview, .pictures, .strict,
    ],
    outcomes: [
      .init(
        .ok, "Nothing new: a dry run, or all were already recorded.", "application/json",
        schema: "Receipt"),
      .init(.created, "Recorded, and safely on disk.", "application/json", schema: "Receipt"),
      .problem(.badRequest, "A parameter is not valid."),
      .problem(.unauthorized, "No token, or one that is unknown or has expired."),
      .problem(
        .forbidden, "This server accepts no events, or the token does not let its bearer record."),
      .problem(.conflict, "An id is recorded with different content, or a condition is not met."),
      .problem(.contentTooLarge, "The body is too long."),
      .problem(.unsupportedMediaType, "Events cannot be read from a body of this media type."),
      .problem(.unprocessableContent, "Events are refused; `faults` has each, with its place."),
      .problem(.serviceUnavailable, "The log cannot be written now."),
    ], handle: recordEvents)

  private static func listEvents(_ call: Call) async throws -> WebAnswer {
    let site = call.site
    let head = try site.log.head()
    let choice = try EventChoice(call.given)
    let key = "listEvents \(call.given.query) \(head.position) \(site.clock.today())"
    return try await site.cached(key) { log in
      var filter = try choice.filter(in: log)
      // One more than asked for shows whether there is a next part.
      filter.limit = (choice.limit ?? defaultLimit) + 1
      filter.positions = choice.positions(upTo: head.position)
      let found = try filter.positions == nil ? [] : log.events(filter)
      let events = Array(found.prefix(choice.limit ?? defaultLimit))
      let next = found.count > events.count ? events.last?.position : nil
      var answer = try EventPage(
        events: events, next: next, head: head.position, given: call.given
      ).answer(checking: log.note)
      answer.fields[.eTag] =
        EntityTag(
          head: head.position, root: try log.rootDigits(at: head.position), query: key,
          version: site.version
        ).text
      answer.fields[.cacheControl] = "no-cache"
      return answer
    }
  }

  private static func recordEvents(_ call: Call) async throws -> WebAnswer {
    let (recorder, bearer) = try await call.bearer()
    let accessLog = call.site.accessLog
    let isDryRun = call.given.isSet(.dryRun)
    // Whoever may propose may also try; what is tried is not recorded.
    guard isDryRun || bearer.role == .record else {
      throw RequestError.notPermitted(
        sentence: "this token does not let you record; propose it at /api/proposals")
    }
    guard isDryRun || !call.site.needsTwoPeople else {
      throw RequestError.notPermitted(
        sentence: "here everything is recorded by two people; propose it at /api/proposals")
    }
    let format = try SubmittedFormat.format(of: call.request.fields[.contentType])
    let condition = try AppendCondition(call.given)
    let (content, room) = try await call.body()
    defer { withExtendedLifetime(room) {} }
    let submission = NetworkRecorder.Submission(
      content: content, format: format, recorder: bearer.name, condition: condition,
      isDryRun: isDryRun, isStrict: call.given.isSet(.strict))
    let isPreview = call.given.isSet(.preview)
    guard submission.isDryRun || !isPreview else {
      throw ParameterError.badValue(
        Parameter.preview.name, sentence: "a preview goes with dryRun=true: nothing is recorded")
    }
    let file = call.site.log.identity
    let today = call.site.clock.today()
    let clock = call.site.clock
    let withPictures = call.given.isSet(.pictures)
    let (receipt, remarks, preview) = try await call.site.log.write {
      var preview: JSONValue?
      let inspect: EventLog.Inspection = { log, receipt in
        let found = try AppendPreview(of: receipt, in: log, today: today)
        preview =
          try withPictures ? PreviewPictures.json(found, in: log, clock) : PreviewReport.json(found)
      }
      let (receipt, remarks) = try recorder.record(
        submission, in: file, inspecting: isPreview ? inspect : nil, warn: accessLog.write)
      return (receipt, remarks, preview)
    }
    call.site.live.wake(at: try call.site.log.head().position)
    let isNew = receipt.recorded > 0 && !submission.isDryRun
    var answer = WebAnswer(
      isNew ? .created : .ok, "application/json",
      receipt.json(
        isDryRun: submission.isDryRun, remarks, preview: preview
      ).prettyBytes() + [UInt8(ascii: "\n")])
    answer.fields[.cacheControl] = "no-store"
    return answer
  }

  private static let defaultLimit = 100
}

extension Parameter {
  fileprivate static let partSize = Parameter(
    limit.name, limit.summary, .number(least: 1, most: 1_000), fallback: "100")
  fileprivate static let dryRun = Parameter(
    "dryRun", "Check everything and record nothing.", .flag)
  fileprivate static let preview = Parameter(
    "preview", "With dryRun: say what would change, on each day that the events touch.", .flag)
  fileprivate static let pictures = Parameter(
    "pictures",
    "With preview: the strips of up to \(PreviewPictures.most) companies, before and after, as SVG.",
    .flag)
  fileprivate static let strict = Parameter(
    "strict", "Refuse also what is possible but unlikely, which is otherwise a warning.", .flag)
}

/// One part of a list of events, with the way to the next.
struct EventPage {
  let events: [RecordedEvent]
  /// Where the next part begins; nil for the last.
  let next: Position?
  /// The head of the log that was looked at.
  let head: Position
  let given: Given

  /// The part as an answer; `check` is called with the number of bytes written by now.
  func answer(checking check: (_ written: Int) throws -> Void) rethrows -> WebAnswer {
    var fields: HTTPFields = [:]
    if let address { fields[.link] = #"<\#(address)>; rel="next""# }
    return try WebAnswer(
      .ok, "application/json", json.prettyBytes(checking: check) + [UInt8(ascii: "\n")],
      fields: fields)
  }

  private var address: String? {
    next.map { "/api/events" + given.setting([(.after, String($0))]).query }
  }

  private var json: JSONValue {
    [
      "log": ["size": .integer(head.number)],
      "events": .array(events.map(\.json)),
      "next": address.map(JSONValue.string) ?? .null,
    ]
  }
}
