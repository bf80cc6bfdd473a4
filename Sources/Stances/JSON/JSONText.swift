/// A JSON text that was read whole, where it lies in memory.
///
/// It owns none of that memory: it is valid inside the call that lends it, and nowhere else. Reading
/// an event asks for some forty values, and a reference counted for each would cost more than all
/// the rest. Whoever wants to keep a value takes a ``JSONNode``, which keeps its document alive.
struct JSONText: BitwiseCopyable {
  let source: UnsafeBufferPointer<UInt8>
  /// The decoded text of those strings that the source escapes, one after the other.
  let unescaped: UnsafeBufferPointer<UInt8>
  let tape: UnsafeBufferPointer<JSONTapeEntry>
  let firstLine: Int

  /// The value that the text holds.
  var root: JSONView { JSONView(text: self, index: 0) }

  /// A string's decoded text.
  func utf8(of entry: JSONTapeEntry) -> UnsafeBufferPointer<UInt8> {
    let text = entry.text
    guard entry.isEscaped else { return source.extracting(text) }
    return unescaped.extracting(
      text.lowerBound - source.count..<text.upperBound - source.count)
  }

  /// The way from the root to a value, as people write it: `evidence[0].grade`.
  ///
  /// Found along the tape when it is asked for: most values are read without anybody asking.
  func path(to index: Int) -> String {
    var path = ""
    var place = root
    while place.index != index {
      switch place.kind {
      case .object:
        guard let member = place.members.first(where: { $0.value.holds(index) }) else {
          return path
        }
        path += path.isEmpty ? member.name : ".\(member.name)"
        place = member.value
      case .array:
        guard
          let element = place.elements.enumerated().first(where: { $0.element.holds(index) })
        else { return path }
        path += "[\(element.offset)]"
        place = element.element
      case .string, .number, .true, .false, .null:
        return path
      }
    }
    return path
  }
}

extension JSONView {
  /// Whether an entry of the tape is this value or inside it.
  fileprivate func holds(_ other: Int) -> Bool {
    index <= other && other < Int(entry.link)
  }
}
