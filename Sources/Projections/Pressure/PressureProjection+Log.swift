package import EventLog
package import Stances

extension PressureProjection {
  /// What addressed the company, as one query of a log sees it.
  package static func pressure(
    on company: CompanyID, in log: LogReader, clocks: Clocks
  ) throws -> CompanyPressure {
    pressure(on: company, in: try KnownEvents([.pressing], in: log, on: clocks))
  }
}

extension EventFilter {
  /// All that can address a company.
  static var pressing: EventFilter {
    .types([.governmentMeasure, .governmentStatement, .pressure])
  }
}
