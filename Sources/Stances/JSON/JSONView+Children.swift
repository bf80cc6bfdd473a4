/// One member of an object.
struct JSONMemberView: BitwiseCopyable {
  /// The name as a string value, with its own place.
  let key: JSONView
  /// The member's value.
  let value: JSONView

  /// The name, decoded, as UTF-8.
  var utf8Name: UnsafeBufferPointer<UInt8> { key.text.utf8(of: key.entry) }

  /// The name as text.
  var name: String { String(decoding: utf8Name, as: UTF8.self) }
}

/// The members of an object in the order of the source.
struct JSONMemberViews: Sequence, IteratorProtocol {
  private var key: JSONView
  private let end: Int

  fileprivate init(of object: JSONView) {
    key = JSONView(text: object.text, index: object.index + 1)
    end = object.kind == .object ? Int(object.entry.link) : key.index
  }

  /// The next member, or `nil` behind the last.
  mutating func next() -> JSONMemberView? {
    guard key.index < end else { return nil }
    let value = JSONView(text: key.text, index: key.index + 1)
    defer { key = JSONView(text: key.text, index: Int(value.entry.link)) }
    return JSONMemberView(key: key, value: value)
  }
}

/// The elements of an array in order.
struct JSONElementViews: Sequence, IteratorProtocol {
  private var element: JSONView
  private let end: Int

  fileprivate init(of array: JSONView) {
    element = JSONView(text: array.text, index: array.index + 1)
    end = array.kind == .array ? Int(array.entry.link) : element.index
  }

  /// The next element, or `nil` behind the last.
  mutating func next() -> JSONView? {
    guard element.index < end else { return nil }
    defer { element = JSONView(text: element.text, index: Int(element.entry.link)) }
    return element
  }
}

extension JSONView {
  /// The members of an object; none for anything else.
  var members: JSONMemberViews { JSONMemberViews(of: self) }

  /// The elements of an array; none for anything else.
  var elements: JSONElementViews { JSONElementViews(of: self) }

  /// How many members or elements this has; 0 for anything but an object or an array.
  var count: Int {
    switch kind {
    case .object, .array: Int(entry.count)
    case .string, .number, .true, .false, .null: 0
    }
  }

  /// The value of an object's member of this name, compared byte by byte.
  subscript(name: StaticString) -> JSONView? {
    let object = entry
    guard object.kind == .object else { return nil }
    let tape = text.tape
    var key = index + 1
    while key < object.link {
      let entry = tape[key]
      if Int(entry.count) == name.utf8CodeUnitCount, text.utf8(of: entry).isSame(as: name) {
        return JSONView(text: text, index: key + 1)
      }
      key = Int(tape[key + 1].link)
    }
    return nil
  }
}
