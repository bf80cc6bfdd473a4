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
  private let bytes: [UInt8]
  private let sourceCount: Int
  private let tape: [JSONTapeEntry]
  private let firstLine: Int

  /// Reads one JSON value.
  ///
  /// - Parameters:
  ///   - bytes: The whole text, UTF-8; white space around the value is allowed.
  ///   - line: The line in its file on which the text starts, for refusals.
  ///   - limits: What to refuse as too long or too deep.
  /// - Throws: ``JSONError`` for the first thing that is not acceptable.
  package init(
    parsing bytes: [UInt8], line: Int = 1, limits: JSONLimits = .event
  ) throws(JSONError) {
    var tape = JSONTape()
    try bytes.withUnsafeBufferPointer { (source) throws(JSONError) in
      try tape.parse(source, line: line, limits: limits)
    }
    self.bytes = tape.unescaped.isEmpty ? bytes : bytes + tape.unescaped
    self.tape = tape.entries
    sourceCount = bytes.count
    firstLine = line
  }

  /// The value that the text holds.
  package var root: JSONNode { JSONNode(document: self, index: 0) }

  /// Lends the text; what is lent is valid inside `body` and nowhere else.
  func read<Result, Failure: Error>(
    _ body: (JSONText) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try bytes.withUnsafeBufferPointer { (bytes) throws(Failure) in
      try tape.withUnsafeBufferPointer { (tape) throws(Failure) in
        try body(
          JSONText(
            source: bytes.extracting(..<sourceCount), unescaped: bytes.extracting(sourceCount...),
            tape: tape, firstLine: firstLine))
      }
    }
  }
}
