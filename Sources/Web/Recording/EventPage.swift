import JSON
import Answers
import HTTPTypes
import Reports
import Stances

/// One part of a list of events, with the way to the next.
struct EventPage {
  let events: [RecordedEvent]
  /// Where the next part begins; nil for the last.
  let next: Int64?
  /// The head of the log that was looked at.
  let head: Int64
  let given: Given

  var answer: WebAnswer {
    var fields: HTTPFields = [:]
    if let address { fields[.link] = #"<\#(address)>; rel="next""# }
    return WebAnswer(
      .ok, "application/json", json.prettyBytes() + [UInt8(ascii: "\n")], fields: fields)
  }

  private var address: String? {
    next.map { "/api/events" + given.setting([(.after, String($0))]).query }
  }

  private var json: JSONValue {
    [
      "log": ["size": .integer(head)],
      "events": .array(events.map(\.json)),
      "next": address.map(JSONValue.string) ?? .null,
    ]
  }
}
