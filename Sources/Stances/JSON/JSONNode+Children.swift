/// One member of an object.
package struct JSONMember: Sendable {
  /// The name as a string node, with its own place.
  package let key: JSONNode

  /// The member's value.
  package let value: JSONNode

  /// The name as text.
  package var name: String { String(decoding: key.document.bytes[key.entry.text], as: UTF8.self) }
}

/// The members of an object in the order of the source.
package struct JSONMembers: Sequence, IteratorProtocol, Sendable {
  private let document: JSONDocument
  private var index: Int
  private let end: Int

  fileprivate init(of node: JSONNode) {
    document = node.document
    index = node.index + 1
    end = node.kind == .object ? Int(node.entry.link) : index
  }

  /// The next member, or `nil` behind the last.
  package mutating func next() -> JSONMember? {
    guard index < end else { return nil }
    let key = JSONNode(document: document, index: index)
    let value = JSONNode(document: document, index: index + 1)
    index = Int(value.entry.link)
    return JSONMember(key: key, value: value)
  }
}

/// The elements of an array in order.
package struct JSONElements: Sequence, IteratorProtocol, Sendable {
  private let document: JSONDocument
  private var index: Int
  private let end: Int

  fileprivate init(of node: JSONNode) {
    document = node.document
    index = node.index + 1
    end = node.kind == .array ? Int(node.entry.link) : index
  }

  /// The next element, or `nil` behind the last.
  package mutating func next() -> JSONNode? {
    guard index < end else { return nil }
    let element = JSONNode(document: document, index: index)
    index = Int(element.entry.link)
    return element
  }
}

extension JSONNode {
  /// The members of an object; none for anything else.
  package var members: JSONMembers { JSONMembers(of: self) }

  /// The elements of an array; none for anything else.
  package var elements: JSONElements { JSONElements(of: self) }

  /// How many members or elements this has; 0 for anything but an object or an array.
  package var count: Int {
    switch kind {
    case .object, .array: Int(entry.count)
    case .string, .number, .true, .false, .null: 0
    }
  }

  /// The value of an object's member of this name, compared byte by byte.
  package subscript(name: StaticString) -> JSONNode? {
    let entry = entry
    guard entry.kind == .object else { return nil }
    return name.withUTF8Buffer { name in
      var key = index + 1
      while key < entry.link {
        let keyEntry = document.tape[key]
        if keyEntry.count == name.count, document.bytes[keyEntry.text].elementsEqual(name) {
          return JSONNode(document: document, index: key + 1)
        }
        key = Int(document.tape[key + 1].link)
      }
      return nil
    }
  }
}
