import EventLog
import JSON
import Projections
import Stances
import TestSupport

extension TestEvent {
  /// The same event on other evidence.
  func on(_ sources: Source...) -> TestEvent {
    with("evidence", .array(sources.map(\.json)))
  }
}

/// One source of an event.
struct Source {
  var publisher = "Test Gazette"
  var grade = "B2"
  var origin: String?
  var url: String?
  var archived: String?
  var quote: String?

  var json: JSONValue {
    let texts = [
      ("publisher", publisher), ("grade", grade), ("origin", origin), ("url", url),
      ("archived", archived), ("quote", quote),
    ]
    return .object(
      texts.compactMap { name, text in text.map { (name: name, value: .string($0)) } })
  }
}

/// What a review of these events finds by the rules of some codes: "E1 stop".
func found(
  _ codes: ReviewCode..., among events: [TestEvent], to day: String = "2022-12-31",
  knownBy: String? = nil, at position: Position? = nil, about companies: [String]? = nil,
  _ change: (inout ReviewRequest) throws -> Void = { _ in }
) throws -> [String] {
  try review(codes, of: events, to: day, knownBy: knownBy, at: position, about: companies, change)
    .findings.map { "\($0.code.rawValue) \($0.subject.text)" }
}

/// A review of these events by the rules of some codes.
func review(
  _ codes: [ReviewCode], of events: [TestEvent], to day: String = "2022-12-31",
  knownBy: String? = nil, at position: Position? = nil, about companies: [String]? = nil,
  _ change: (inout ReviewRequest) throws -> Void = { _ in }
) throws -> RecordReview {
  let log = try TestLog(events)
  let clocks = try log.clocks(to: day, knownBy: knownBy, at: position)
  var request = ReviewRequest()
  request.only = Set(codes)
  try change(&request)
  return try log.read { reader in
    let view = LogView(of: reader, on: clocks)
    return try view.narrowed(to: view.companies(companies ?? [])).review(request)
  }
}
