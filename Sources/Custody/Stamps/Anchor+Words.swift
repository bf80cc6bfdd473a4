import Errors
package import JSON
package import EventLog
import Stances
import Transparency

extension Anchor {
  /// Whether the stamp covers the checkpoint that it is kept with.
  var isOverItsCheckpoint: Bool {
    stamp.imprint == TimestampQuery.imprint(of: note)
  }

  /// The time of the stamp, to the millisecond; nil if no log can hold it.
  var instant: Timestamp? {
    let text = stamp.time
    guard let point = text.firstIndex(of: ".") else { return try? Timestamp(rfc3339: text) }
    // Authorities may be more exact than a log.
    let fraction = text[text.index(after: point)...].prefix { $0.isNumber }.prefix(3)
    return try? Timestamp(rfc3339: "\(text[..<point]).\(fraction)Z")
  }

  /// Whether another stamp dates more events, or as many at an earlier time.
  func isWeaker(than other: Anchor) -> Bool {
    (size, other.stamp.time) < (other.size, stamp.time)
  }

  /// What the stamp claims, on one line.
  package var words: String {
    "the first \(size) events stamped \(stamp.time) by "
      + (stamp.authority.map(printable) ?? "an authority that the stamp does not name")
  }

  /// The same for programs.
  package var json: JSONValue {
    [
      "size": .integer(Int64(size)), "time": .string(stamp.time),
      "authority": stamp.authority.map(JSONValue.string) ?? .null,
    ]
  }
}
