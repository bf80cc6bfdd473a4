import EventLog
package import Stances

/// What a log says of itself, and how much it holds.
package struct AboutLog: Sendable {
  /// What the log is registered as; nil if it is not.
  package let registration: LogRegistration?
  /// When the first event was recorded; nil for an empty log.
  package let firstRecorded: Timestamp?
  /// When the last event that counts was recorded; nil if there is none.
  package let lastRecorded: Timestamp?
  /// How many companies are registered.
  package let companies: Int
  /// How many governments and other bodies are registered.
  package let bodies: Int
  /// Who recorded the last events, those who recorded most first.
  package let recorders: [RecorderShare]
  /// How many of the last events ``recorders`` counts.
  package static let recentEvents: Int64 = 10_000
}

extension LogView {
  /// What the log is registered as, as the query knows it; nil if it is not.
  ///
  /// - Throws: ``EventLogError``.
  package func registration() throws -> LogRegistration? {
    try facts.logRegistration(on: clocks) {
      let places = try log.logRegistrations(upTo: clocks.at)
      guard !places.isEmpty else { return nil }
      return KnownEvents(try recorded(at: places), on: clocks).registrations.log
    }
  }

  /// What the log says of itself, and how much it holds.
  ///
  /// - Throws: ``EventLogError``.
  package func about() throws -> AboutLog {
    let registered = try registrations()
    return AboutLog(
      registration: try registration(),
      firstRecorded: clocks.at > .beforeFirst
        ? try log.recorded(at: Position.beforeFirst.next) : nil,
      lastRecorded: clocks.at > .beforeFirst ? try log.recorded(at: clocks.at) : nil,
      companies: registered.allCompanies.count, bodies: registered.allBodies.count,
      recorders: try log.recorders(upTo: clocks.at, amongLast: AboutLog.recentEvents))
  }
}
