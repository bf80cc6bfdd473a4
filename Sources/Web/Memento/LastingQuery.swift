import EventLog
import Projections
import Stances

/// What makes the answer to a query stay: a position of the log, and each day written out.
extension Parameters {
  /// The query, as it stands behind a path, of a state of the log on a day: `at` is that state, and
  /// what was left out or said as `today` is that day.
  ///
  /// - Throws: ``RequestError`` for a day or a point that has no meaning.
  func query(
    fixedTo state: LogState, on today: Day, without left: [Parameter] = []
  ) throws -> String {
    var fixed: [(Parameter, String)] = [
      (.at, String(state.position)), (.to, today.description),
    ]
    for parameter in Self.days {
      guard let day = try value(parameter, { try queryDay($0, today: today) }) else { continue }
      fixed.append((parameter, day.description))
    }
    if let point = try value(.fromAt, LogPoint.init), !point.isFixed(by: state) {
      fixed.append((.fromAt, String(state.position)))
    }
    return query(without: left, adding: fixed)
  }

  /// Whether the day asked about is given, and no day as one that moves, such as `today`.
  var namesItsDays: Bool {
    text(.to) != nil && Self.days.compactMap(text).allSatisfy { (try? Day(iso: $0)) != nil }
  }

  private static let days: [Parameter] = [.to, .knownBy, .fromTo, .fromKnownBy, .from]
}
