/// One value of a document; a light handle that keeps its document alive.
package struct JSONNode: Sendable {
  let document: JSONDocument
  let index: Int

  /// Asks something of the value where it lies.
  private func read<Result>(_ body: (JSONView) -> Result) -> Result {
    document.read { body(JSONView(text: $0, index: index)) }
  }

  /// What the value is.
  package var kind: JSONKind { read(\.kind) }

  /// The place of the value's first character.
  package var position: JSONPosition { read(\.position) }

  /// The text of a string; `nil` for anything else.
  ///
  /// Compare names and codes with ``matches(_:)``: `String` holds differing spellings of "é" equal.
  package var string: String? { read(\.string) }

  /// Whether this is a string of exactly these bytes.
  package func matches(_ text: StaticString) -> Bool { read { $0.matches(text) } }

  /// Whether this is `true` or `false`, and which; `nil` for anything else.
  package var bool: Bool? { read(\.bool) }

  /// A number that is an integer within ±(2^53 − 1), in any spelling; `nil` for anything else.
  ///
  /// `1`, `1.0` and `1e0` are one value, as they are in canonical bytes.
  package var integer: Int64? { read(\.integer) }

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
  /// A value that is no object is written whole.
  package func canonicalBytes(omitting names: [String]) -> [UInt8] {
    read { $0.canonicalBytes(omitting: names) }
  }

  /// The canonical bytes of an object, and how many of them stand before a member of this name.
  ///
  /// That is the place where such a member would be written, behind a comma unless the place is 1.
  /// A value that is no object has no place: it is the count of its bytes.
  package func canonicalBytes(withPlaceOf name: String) -> (bytes: [UInt8], place: Int) {
    read { $0.canonicalBytes(withPlaceOf: name) }
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
