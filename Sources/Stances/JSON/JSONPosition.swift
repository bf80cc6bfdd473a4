/// A place in a JSON text as an editor shows it.
package struct JSONPosition: Hashable, Sendable {
  /// The line, counted from 1; only a line feed ends a line.
  package let line: Int

  /// The column, counted from 1 in Unicode scalars.
  package let column: Int

  /// Names a place.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Finds the place of a byte, counting lines from `firstLine`.
  ///
  /// The bytes before `offset` are valid UTF-8, so that all but continuation bytes start a scalar.
  init(ofByte offset: Int, in bytes: UnsafeBufferPointer<UInt8>, firstLine: Int) {
    var line = firstLine
    var column = 1
    for byte in bytes[..<offset] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0b1100_0000 != 0b1000_0000 {
        column += 1
      }
    }
    self.init(line: line, column: column)
  }
}
