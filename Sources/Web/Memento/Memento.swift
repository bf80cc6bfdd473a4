import Answers
import EventLog
import Projections
import Stances

/// What a page said at a position of the log, as Memento (RFC 7089) names it.
///
/// A page that is asked for without a day shows the present one. So its state of then is the answer
/// at the position that the log had, to the day on which that was recorded (UTC); by these two the
/// address of a state never changes. The other clocks are part of the question.
struct Memento: Sendable {
  /// The last position that counted, and when it was recorded.
  let state: LogState

  init(_ state: LogState) { self.state = state }

  init(of clocks: Clocks, in log: LogReader) throws {
    self.init(LogState(position: clocks.at, recorded: try log.recorded(at: clocks.at)))
  }

  /// When the page began to say this, as header fields write it; nil for a log without events.
  var datetime: String? { state.recorded.map(HTTPDate.text) }

  /// The address of a page's state, and when it came to be; nil for a log without events.
  func address(of path: String, _ given: Given) throws -> (
    text: String, datetime: String
  )? {
    guard let recorded = state.recorded else { return nil }
    let query = try given.query(fixedTo: state, on: recorded.day)
    return (path + query, HTTPDate.text(recorded))
  }

  /// The `Link` fields of an answer (RFC 8288): the page as it is now, the way to all its states,
  /// and the one that it has at this position.
  ///
  /// Each is a field of its own: an address may be long, and clients bound a field's line.
  func links(to path: String, _ given: Given, at base: String) throws -> [String] {
    // To the day of its own recording the answer is a state of the page that names no day.
    let isOfItsDay =
      given.text(.at) != nil
      && (!given.takes(.to) || given.text(.to) == state.recorded?.day.description)
    let query = given.setting([], without: isOfItsDay ? [.at, .to] : [.at]).query
    let own = try address(of: path, given).map { address in
      #"<\#(base)\#(address.text)>; rel="memento"; datetime="\#(address.datetime)""#
    }
    return [
      #"<\#(base)\#(path)\#(query)>; rel="original""#,
      #"<\#(base)\#(Self.service("timegate", for: path))\#(query)>; rel="timegate""#,
      #"<\#(base)\#(Self.service("timemap", for: path))\#(query)>; rel="timemap"; "#
        + #"type="application/link-format""#,
    ] + [own].compactMap(\.self)
  }

  /// The address of one of Memento's services for a page.
  static func service(_ name: String, for path: String) -> String {
    "/\(name)\(path)"
  }
}

/// What makes the answer to a query stay: a position of the log, and each day written out.
extension Given {
  /// The query part of an address for a state of the log on a day: `at` is that state, and
  /// what was omitted is that day, as are words such as `today`.
  ///
  /// - Throws: what reading a day or a point throws.
  func query(
    fixedTo state: LogState, on today: Day
  ) throws -> String {
    var fixed: [(Parameter, String)] = [(.at, String(state.position))]
    let settled = settled(today: today, now: state.recorded ?? today.firstMoment)
    if takes(.to), settled.text(.to) == nil { fixed.append((.to, today.description)) }
    if let point = try settled.point(.fromAt), !point.isFixed(by: state) {
      fixed.append((.fromAt, String(state.position)))
    }
    return settled.setting(fixed).query
  }

  /// Whether the day asked about, if there is one, is given, and no day as one that moves, such as
  /// `today`.
  var namesItsDays: Bool {
    (text(.to) != nil || !takes(.to)) && !hasMovingDays
  }
}
