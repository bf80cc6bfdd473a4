package import EventLog
package import Stances

/// Everything that the log holds about one company, as one query sees it.
package enum HistoryProjection {
  /// The company's postures, events, pressure and figures; nil where its registration does not
  /// count in the query.
  package static func history(
    of company: CompanyID, in log: LogReader, clocks: Clocks
  ) throws -> CompanyHistory? {
    let known = try KnownEvents([.company(company), .pressing], in: log, on: clocks)
    guard let registration = known.registrations.registration(of: company) else { return nil }
    return CompanyHistory(
      registration: registration,
      postures: try PostureProjection.postures(in: log, clocks: clocks, companies: [company]),
      entries: try entries(of: company, in: known, of: log),
      pressure: PressureProjection.pressure(on: company, in: known),
      trade: TradeProjection.figures(in: known).filter { $0.companies.contains(company) })
  }

  /// The company's own events by the day of the query, in order of time.
  static func entries(of company: CompanyID, in known: KnownEvents, of log: LogReader) throws
    -> [CompanyHistory.Entry]
  {
    let sentences = EventSentence(registrations: known.registrations)
    return try known.reached.filter { $0.event.content.company == company }.compactMap { event in
      try TimelineEntry(event.event, sentences).map { entry in
        CompanyHistory.Entry(
          position: event.position, leafHash: try log.leafHashText(at: event.position),
          recorded: event.recorded, entry: entry,
          correctedBy: event.correctedBy)
      }
    }
  }
}
