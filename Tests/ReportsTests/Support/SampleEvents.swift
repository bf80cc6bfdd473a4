import JSON
import Projections
import Reports
@testable import Stances
import TestSupport

extension Samples {
  var events: [RecordedEvent] { [registration, announcement, unknown, correction] }

  var record: EventRecord {
    EventRecord(
      event: announcement, amendments: [correction],
      correctedBy: EventID(recorded: "lenovo-correction"), retractedBy: nil)
  }

  /// An event of a type that no program knows yet.
  var unknown: RecordedEvent {
    recorded(
      3, "boycott-call", "boycott_call",
      .object([
        ("id", .string("boycott-call")), ("type", .string("boycott_call")), ("v", .integer(1)),
        ("slogan", .string(text("Buy nothing"))),
      ]))
  }

  private var registration: RecordedEvent {
    recorded(
      1, "lenovo-registered", "company_registered",
      .object([
        ("id", .string("lenovo-registered")), ("type", .string("company_registered")),
        ("v", .integer(1)), ("company", .string("lenovo")), ("name", .string(text("Lenovo"))),
        ("country", .string("CN")),
      ]))
  }

  private var announcement: RecordedEvent {
    recorded(2, "lenovo-carries-on", "public_announcement", announcementJSON(reason: "stability"))
  }

  private var correction: RecordedEvent {
    recorded(
      4, "lenovo-correction", "correction",
      .object([
        ("id", .string("lenovo-correction")), ("type", .string("correction")), ("v", .integer(1)),
        ("published", .string("2022-05-08")), ("corrects", .string("lenovo-carries-on")),
        ("replacement", announcementJSON(reason: "continuity")),
        ("reason", .string(text("The reason was mistranslated."))),
      ]))
  }

  private func announcementJSON(reason: String) -> JSONValue {
    .object([
      ("id", .string("lenovo-carries-on")), ("type", .string("public_announcement")),
      ("v", .integer(1)), ("occurred", .string("2022-03-11")),
      ("published", .string("2022-03-11")), ("company", .string("lenovo")),
      ("markets", .array([.string("RU"), .string("BY")])), ("level", .string("operating")),
      ("reason", .string(text(reason))), ("note", .string(text("Said by its press office."))),
      (
        "evidence",
        .array([
          .object([
            ("publisher", .string(text("Lenovo"))), ("title", .string(text("Statement"))),
            ("url", .string("https://news.example/statement")),
            ("quote", .string(text("we continue to serve our customers"))),
            ("grade", .string("A1")),
          ])
        ])
      ),
    ])
  }

  /// An event as a log would hold it; its content is nil if this program cannot decode it.
  private func recorded(
    _ position: Position, _ id: String, _ type: String, _ json: JSONValue
  ) -> RecordedEvent {
    let bytes = json.compactBytes()
    let document = try? JSONDocument(parsing: bytes)
    return RecordedEvent(
      position: position, recorded: Timestamp(milliseconds: 1_767_225_600_000 + position.number),
      recorder: text("desk"), proposer: nil, id: EventID(recorded: id), type: type, version: 1,
      event: document.flatMap { try? Event($0) }, bytes: bytes)
  }
}
