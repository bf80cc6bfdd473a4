/// A JSON text that was read completely and accepted.
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
  private let isPlain: Bool

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
    isPlain = tape.isPlain
  }

  /// The value that the text holds.
  package var root: JSONNode { JSONNode(document: self, index: 0) }

  /// Lends the text; what is lent is valid inside `body` and nowhere else.
  package func read<Result, Failure: Error>(
    _ body: (JSONText) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try bytes.withUnsafeBufferPointer { (bytes) throws(Failure) in
      try tape.withUnsafeBufferPointer { (tape) throws(Failure) in
        try JSONText.lend(
          JSONText.Parts(
            source: bytes.extracting(..<sourceCount), unescaped: bytes.extracting(sourceCount...),
            tape: tape, firstLine: firstLine, isPlain: isPlain),
          to: body)
      }
    }
  }
}

/// How much a JSON text may ask of its reader before it is refused.
package struct JSONLimits: Sendable {
  /// The greatest number of bytes, below 2^31: the tape counts source and decoded text in 32 bits.
  package let maximumBytes: Int

  /// The greatest number of objects and arrays open at once; the reader's recursion follows it.
  package let maximumDepth: Int

  /// The limits of one event: 65,535 bytes and 64 levels.
  package static let event = JSONLimits(maximumBytes: 65_535, maximumDepth: 64)

  /// Sets both limits.
  package init(maximumBytes: Int, maximumDepth: Int) {
    self.maximumBytes = min(maximumBytes, Int(Int32.max))
    self.maximumDepth = maximumDepth
  }
}

/// One value of a document; a light handle that keeps its document alive.
package struct JSONNode: Sendable {
  let document: JSONDocument
  let index: Int

  /// Asks something of the value in place.
  private func read<Result>(_ body: (JSONView) -> Result) -> Result {
    document.read { body(JSONView(text: $0, index: index)) }
  }

  /// What the value is.
  package var kind: JSONKind { read(\.kind) }

  /// The place of the value's first character.
  package var position: JSONPosition { read(\.position) }

  /// The text of a string; `nil` for anything else.
  ///
  /// Compare names and codes with ``matches(_:)``: `String` takes different spellings of "é" for
  /// equal.
  package var string: String? { read(\.string) }

  /// Whether this is a string of exactly these bytes.
  package func matches(_ text: StaticString) -> Bool { read { $0.matches(text) } }

  /// Whether this is `true` or `false`, and which; `nil` for anything else.
  package var bool: Bool? { read(\.bool) }

  /// A number that is an integer within ±(2^53 − 1), in any spelling; `nil` for anything else.
  ///
  /// `1`, `1.0` and `1e0` are one value, as they are in canonical bytes.
  package var integer: Int64? { read(\.integer) }

  /// The digits of a number as its source spells them; `nil` for anything else.
  package var digits: String? { read(\.digits) }

  /// The 64-bit float nearest to a number.
  var double: Double? { read(\.double) }

  // MARK: What it holds

  /// How many members or elements this has; 0 for anything but an object or an array.
  package var count: Int { read(\.count) }

  /// The value of an object's member of this name, compared byte by byte.
  package subscript(name: StaticString) -> JSONNode? {
    read { $0[name].map { JSONNode(document: document, index: $0.index) } }
  }

  /// The members of an object in the order of the source; none for anything else.
  package var members: [JSONMember] {
    read {
      $0.members.map { member in
        JSONMember(
          name: member.name, key: JSONNode(document: document, index: member.key.index),
          value: JSONNode(document: document, index: member.value.index))
      }
    }
  }

  /// The elements of an array in order; none for anything else.
  package var elements: [JSONNode] {
    read { $0.elements.map { JSONNode(document: document, index: $0.index) } }
  }

  // MARK: How it is written

  /// The canonical bytes (RFC 8785) of this value.
  package func canonicalBytes() -> [UInt8] { read { $0.canonicalBytes() } }

  /// The canonical bytes of an object without the members of these names.
  ///
  /// A value that is not an object is written in full.
  package func canonicalBytes(omitting names: [String]) -> [UInt8] {
    read { $0.canonicalBytes(omitting: names) }
  }

  /// The canonical bytes of an object, and how many of them come before a member of each name.
  ///
  /// That is the place at which such a member would be written, after a comma unless the place is
  /// 1. A value that is not an object has no places: each is the count of its bytes.
  package func canonicalBytes(withPlacesOf names: [String]) -> (bytes: [UInt8], places: [Int]) {
    read { $0.canonicalBytes(withPlacesOf: names) }
  }
}

/// One member of an object.
package struct JSONMember: Sendable {
  /// The name as text.
  package let name: String
  /// The name as a string node, with its own place.
  package let key: JSONNode
  /// The member's value.
  package let value: JSONNode
}
