/// A JSON text that was read whole and found acceptable.
///
/// Reading is strict: RFC 8259, and on top the rules of I-JSON (RFC 7493) that make canonical
/// bytes safe to sign: UTF-8 only, no name twice in an object, no lone surrogates, no integer that
/// a 64-bit float cannot hold exactly. A document is a flat tape over its bytes; strings are made
/// only when asked for.
///
///     let document = try JSONDocument(parsing: Array(line.utf8))
///     let company = document.root["company"]?.string
package final class JSONDocument: Sendable {
  /// The source, followed by the decoded text of those strings that the source escapes.
  let bytes: [UInt8]

  let tape: [JSONTapeEntry]

  private let firstLine: Int

  /// Reads one JSON value.
  ///
  /// - Parameters:
  ///   - bytes: The whole text, UTF-8; white space around the value is allowed.
  ///   - line: The line in its file on which the text starts, for refusals.
  ///   - limits: What to refuse as too long or too deep.
  /// - Throws: ``JSONRefusal`` for the first thing that is not acceptable.
  package init(
    parsing bytes: [UInt8], line: Int = 1, limits: JSONLimits = .event
  ) throws(JSONRefusal) {
    do {
      let result = try JSONParser.parse(bytes, limits: limits)
      self.bytes = result.unescaped.isEmpty ? bytes : bytes + result.unescaped
      self.tape = result.tape
      self.firstLine = line
    } catch {
      throw JSONRefusal(
        position: JSONPosition(ofByte: error.offset, in: bytes, firstLine: line),
        reason: error.reason)
    }
  }

  /// The value that the text holds.
  package var root: JSONNode { JSONNode(document: self, index: 0) }

  /// The place of a source byte.
  func position(ofByte offset: Int) -> JSONPosition {
    JSONPosition(ofByte: offset, in: bytes, firstLine: firstLine)
  }
}
