import JSON
import Projections
import Stances

/// What led to the postures, in reports about more than that.
extension PostureBoard {
  /// The promises that are overdue, longest first, then the others by due day.
  var ledger: [Promise] {
    let late = promises.filter { $0.daysOverdue > 0 }
    return late.sorted { $0.daysOverdue > $1.daysOverdue }
      + promises.filter { $0.daysOverdue == 0 }
  }

  /// The promises and the moves, as members beside others of an answer.
  var members: [(name: String, value: JSONValue)] {
    [("promises", .array(ledger.map(\.json))), ("moves", .array(leadTimes.map(\.json)))]
  }
}

extension Promise {
  /// The days since it should have been kept; 0 if it is not overdue.
  fileprivate var daysOverdue: Int {
    switch outcome {
    case .overdue(let days), .unconfirmed(let days): days
    case .ahead, .cancelled, .cameDue: 0
    }
  }
}

extension Promise {
  /// The promise with what became of it.
  var json: JSONValue {
    .object(
      [
        ("company", JSONValue(company)), ("name", .string(name)),
        ("market", .string(market.code)), ("event", JSONValue(event)),
        ("level", JSONValue(level)), ("announced", JSONValue(announced)), ("due", JSONValue(due)),
      ] + outcome.members)
  }
}

extension Promise.Outcome {
  /// What became of it, in how many days or since how many, and from which day on.
  fileprivate var members: [(name: String, value: JSONValue)] {
    let (word, days, day): (String, Int?, Day?) =
      switch self {
      case .ahead(let days): ("ahead", days, nil)
      case .cancelled(let day): ("cancelled", nil, day)
      case .cameDue: ("came_due", nil, nil)
      case .overdue(let days): ("overdue", days, nil)
      case .unconfirmed(let days): ("unconfirmed", days, nil)
      }
    return [
      ("outcome", .string(word)), ("days", JSONValue(days)),
      ("cancelled", JSONValue(day?.description)),
    ]
  }
}

extension LeadTime {
  fileprivate var json: JSONValue {
    [
      "company": JSONValue(change.company), "name": .string(change.name),
      "market": .string(change.market.code), "before": JSONValue(change.before),
      "after": JSONValue(change.after.level), "since": JSONValue(change.after.since),
      "events": JSONValue(change.after.events), "reversal": .bool(change.isReversal),
      "direction": JSONValue(change.direction), "nearest": nearest?.json ?? .null,
    ]
  }
}

extension LeadTime.Nearest {
  /// The measure, and the days from it to the move; below zero the company moved first.
  fileprivate var json: JSONValue {
    [
      "measure": JSONValue(measure), "title": .string(title), "status": JSONValue(status),
      "amended": .bool(isAmendment), "since": JSONValue(since),
      "days": ["least": JSONValue(days.lowerBound), "most": JSONValue(days.upperBound)],
    ]
  }
}
