import JSON
import Stances

/// Frequent ways to write JSON that are not JSON Lines, told from the line that they break.
enum LineShape: CustomStringConvertible {
  /// All events in one array.
  case array
  /// One event over several lines.
  case severalLines

  /// The shape that explains why a line was refused, if one does.
  init?(of line: ArraySlice<UInt8>, refusedFor reason: JSONError.Reason) {
    guard reason == .unfinished, let first = line.first(where: { $0 > UInt8(ascii: " ") }),
      let last = line.last(where: { $0 > UInt8(ascii: " ") })
    else { return nil }
    if first == UInt8(ascii: "[") {
      self = .array
    } else if "{[,:".utf8.contains(last) {
      self = .severalLines
    } else {
      return nil
    }
  }

  var description: String {
    switch self {
    case .array:
      "this is a JSON array; JSON Lines has one event a line, without brackets and commas around "
        + "them (jq -c '.[]' writes it so)"
    case .severalLines:
      "the line ends before the event does; JSON Lines has each event on one line "
        + "(jq -c . writes it so)"
    }
  }
}
