package import Errors

/// Why a JSON text was refused, and its place.
package struct JSONError: StanceError, Equatable {
  /// The place of the first byte that could not be accepted.
  package let position: JSONPosition

  /// What is wrong there.
  package let reason: Reason

  /// The rule that the text breaks.
  package enum Reason: Equatable, Sendable {
    /// Nothing but white space.
    case empty
    /// The text ends before its value does.
    case unfinished
    /// A second value, or anything else, follows the first.
    case trailingContent
    /// More bytes than the limits allow.
    case tooLong(limit: Int)
    /// More levels of nesting than the limits allow.
    case tooDeep(limit: Int)
    /// The text starts with U+FEFF.
    case byteOrderMark
    /// A byte that no UTF-8 text has there.
    case invalidUTF8
    /// There is something else in the place of a value.
    case expectedValue
    /// There is something else in the place of a member's name.
    case expectedName
    /// No colon follows a member's name.
    case expectedColon
    /// Neither a comma nor the closing bracket follows a member or an element.
    case expectedCommaOrEnd
    /// There is a comma before the closing bracket.
    case trailingComma
    /// A member's name that its object already has, however it is spelled.
    case duplicateName(String)
    /// A control character is unescaped in a string.
    case controlCharacter(UInt8)
    /// A backslash that none of JSON's escapes follows.
    case badEscape
    /// An escaped surrogate without its other half.
    case loneSurrogate
    /// A number that JSON's grammar does not allow.
    case malformedNumber
    /// A number that starts with a needless zero.
    case leadingZero
    /// An integer beyond ±(2^53 − 1), in any spelling whose canonical form has no exponent.
    case integerOutOfRange
    /// A number that a 64-bit float cannot hold.
    case numberOutOfRange
  }

  package var kind: ErrorKind { .badData }
}

extension JSONError: CustomStringConvertible {
  /// The place, what is wrong and what to do about it, on one line.
  package var description: String {
    "line \(position.line), column \(position.column): \(reason)"
  }
}

extension JSONError.Reason: CustomStringConvertible {
  /// What is wrong and what to do about it, in a sentence.
  package var description: String {
    switch self {
    case .empty:
      "there is no JSON here; give one value"
    case .unfinished:
      "the JSON ends too early; complete it"
    case .trailingContent:
      "something follows the value; give one value only, or one per line in a JSON Lines file"
    case .tooLong(let limit):
      "the JSON is longer than \(limit) bytes; shorten it"
    case .tooDeep(let limit):
      "objects and arrays are nested more than \(limit) deep; flatten them"
    case .byteOrderMark:
      "the text starts with a byte order mark; save it as UTF-8 without one"
    case .invalidUTF8:
      "these bytes are not UTF-8; save the text as UTF-8"
    case .expectedValue:
      "a value is expected here: an object, array, string, number, true, false or null"
    case .expectedName:
      "a member's name in double quotes is expected here"
    case .expectedColon:
      "a colon is expected here, between a member's name and its value"
    case .expectedCommaOrEnd:
      "a comma or the closing bracket is expected here"
    case .trailingComma:
      "there is a comma before the closing bracket; remove it"
    case .duplicateName(let name):
      "the object already has a member \(quoted(name)); keep one of the two"
    case .controlCharacter(let byte):
      "there is a control character (code \(byte)) in a string; escape it with a backslash"
    case .badEscape:
      "this escape is unknown; JSON has \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four digits"
    case .loneSurrogate:
      "half of a surrogate pair is escaped here; give both halves or the character itself"
    case .malformedNumber:
      "this is not a JSON number; write it like 12, -3, 0.5 or 1e6"
    case .leadingZero:
      "the number starts with a needless zero; remove it"
    case .integerOutOfRange:
      "the integer is beyond 9007199254740991 on either side of zero; give it as a string"
    case .numberOutOfRange:
      "the number is too great for a 64-bit float; give it as a string"
    }
  }
}

/// A name as JSON spells it; what JSON leaves as it is and a terminal obeys is escaped as well, such
/// as marks of direction.
private func quoted(_ name: String) -> String {
  printable(String(decoding: JSONValue.string(name).compactBytes(), as: UTF8.self))
}

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
