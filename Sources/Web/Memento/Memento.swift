import EventLog
import Projections
import Stances

/// What a page said at a position of the log, as Memento (RFC 7089) names it.
///
/// The log clock alone is Memento's: an answer at a position is the state of the page from when
/// that position was recorded. The other two clocks are part of the question.
struct Memento: Sendable {
  /// The last position that counted.
  let position: Int64
  /// When it was recorded; nil for a log without events.
  let recorded: Timestamp?

  init(of clocks: Clocks, in log: LogReader) throws {
    self.init(position: clocks.at, recorded: try log.recorded(at: clocks.at))
  }

  init(position: Int64, recorded: Timestamp?) {
    self.position = position
    self.recorded = recorded
  }

  /// When the page began to say this, as header fields write it.
  var datetime: String? { recorded.map(HTTPDate.text) }

  /// The `Link` field of an answer (RFC 8288): the page as it is now, the way to all its states,
  /// and the lasting address of this one.
  func links(to path: String, parameters: Parameters) -> String {
    let query = parameters.query(without: [.at])
    let lasting = datetime.map { datetime in
      let address = parameters.query(adding: [(.at, String(position))])
      return #"<\#(path)\#(address)>; rel="memento"; datetime="\#(datetime)""#
    }
    return
      ([
        #"<\#(path)\#(query)>; rel="original""#,
        #"<\#(Self.service("timegate", for: path))\#(query)>; rel="timegate""#,
        #"<\#(Self.service("timemap", for: path))\#(query)>; rel="timemap"; "#
          + #"type="application/link-format""#,
      ] + [lasting].compactMap(\.self)).joined(separator: ", ")
  }

  /// The address of one of Memento's services for a page.
  static func service(_ name: String, for path: String) -> String {
    path == "/" ? "/\(name)" : "/\(name)\(path)"
  }
}
