import EventLog
import Projections
import Stances

/// What is asked of a report: names from the path, parameters, and the present.
struct ReportQuery: Sendable {
  /// The values of the path's varying segments.
  let values: [String]
  let parameters: Parameters
  /// The head of the log when the request came.
  let head: LogState
  let today: Day
  /// The instant when the request came.
  let now: Timestamp
  let form: Form
  /// The path with its ending and the parameters, as the page's own links would write it.
  let address: String

  /// The clocks as links carry them from page to page: what was not asked for is not fixed.
  var carriedClocks: String { Parameters(kept: Parameter.clocks, of: parameters).query() }

  /// Whether the log clock is set to what no later append can move.
  var isPinned: Bool { isFixed(.at) == true && isFixed(.fromAt) != false }

  /// Whether nothing in the query moves with the log or with the day, so that the answer stays the
  /// same for ever.
  var isLasting: Bool { isPinned && parameters.namesItsDays }

  /// Whether a point of the log that is asked for cannot move; nil where none is.
  private func isFixed(_ point: Parameter) -> Bool? {
    parameters.text(point).map { (try? LogPoint($0))?.isFixed(by: head) ?? false }
  }

  /// The clocks of the query.
  func clocks(in log: LogReader) throws -> Clocks {
    try clocks(in: log, to: .to, knownBy: .knownBy, at: .at)
  }

  /// The clocks of the earlier of two queries; what is not given is as in the later one.
  func earlierClocks(in log: LogReader, than later: Clocks) throws -> Clocks {
    let given = try clocks(in: log, to: .fromTo, knownBy: .fromKnownBy, at: .fromAt)
    return Clocks(
      to: parameters.text(.fromTo) == nil ? later.to : given.to,
      knownBy: given.knownBy ?? later.knownBy,
      at: parameters.text(.fromAt) == nil ? later.at : given.at, fuzzy: later.fuzzy)
  }

  /// The company that a path's segment names, by slug or any of its names.
  func company(in log: LogReader, on clocks: Clocks) throws -> CompanyID {
    try LogView(of: log, on: clocks).company(values.first ?? "")
  }

  private func clocks(
    in log: LogReader, to: Parameter, knownBy: Parameter, at: Parameter
  ) throws -> Clocks {
    let day = { try queryDay($0, today: today) }
    let position = try parameters.value(at, LogPoint.init)?
      .position(in: log, with: head, now: now)
    return Clocks(
      to: try parameters.value(to, day) ?? today, knownBy: try parameters.value(knownBy, day),
      at: position ?? head.position,
      fuzzy: try parameters.value(.fuzzy, word(Fuzziness.self)) ?? .lenient)
  }
}
