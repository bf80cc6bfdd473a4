package import Stances

/// Everything the log holds about one company, as one query sees it.
package struct CompanyHistory: Sendable {
  package let registration: CompanyRegistration
  /// Its posture in each market.
  package let postures: [Posture]
  /// Its own events, in order of first day, last day, publication, position.
  package let entries: [Entry]
  package let pressure: CompanyPressure
  /// The figures that name it.
  package let trade: [TradeFigure]

  /// One event of the company with its evidence.
  package struct Entry: Hashable, Sendable {
    package let position: Int64
    package let recorded: Timestamp
    package let entry: TimelineEntry
    /// The acting correction of it.
    package let correctedBy: EventID?
  }
}
