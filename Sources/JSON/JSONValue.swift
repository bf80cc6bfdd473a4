/// A JSON value to be written: an answer's `--json`, or an event given by flags.
///
/// Members keep the order in which they are given, and their names must differ. Quantities that
/// are not integers are strings, as in events.
package enum JSONValue: Sendable {
  /// Members in order.
  case object([(name: String, value: JSONValue)])
  /// Elements in order.
  case array([JSONValue])
  /// Text.
  case string(String)
  /// An integer; readers refuse those beyond ±(2^53 − 1).
  case integer(Int64)
  /// `true` or `false`.
  case bool(Bool)
  /// `null`.
  case null

  /// The canonical bytes (RFC 8785): members sorted, no white space.
  package func compactBytes() -> [UInt8] {
    var output: [UInt8] = []
    writeCompact(into: &output)
    return output
  }

  /// The bytes for people: members in the order given, indented by two spaces.
  package func prettyBytes() -> [UInt8] { prettyBytes { _ in } }

  /// The same; `check` is called with the number of bytes written by now, before each element of an
  /// array, and throws to end what grows too long.
  package func prettyBytes(checking check: (_ written: Int) throws -> Void) rethrows -> [UInt8] {
    var output: [UInt8] = []
    try writePretty(into: &output, indentation: 0, check)
    return output
  }

  private func writeCompact(into output: inout [UInt8]) {
    switch self {
    case .object(let members):
      output.append(UInt8(ascii: "{"))
      let sorted = members.sorted { canonicalOrder($0.name.utf8, $1.name.utf8) < 0 }
      for (index, member) in sorted.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        appendCanonicalString(member.name.utf8, to: &output)
        output.append(UInt8(ascii: ":"))
        member.value.writeCompact(into: &output)
      }
      output.append(UInt8(ascii: "}"))
    case .array(let elements):
      output.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        element.writeCompact(into: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .string(let text): appendCanonicalString(text.utf8, to: &output)
    case .integer(let number): output.append(contentsOf: String(number).utf8)
    case .bool(let flag): output.append(contentsOf: (flag ? "true" : "false").utf8)
    case .null: output.append(contentsOf: "null".utf8)
    }
  }

  private func writePretty(
    into output: inout [UInt8], indentation: Int, _ check: (Int) throws -> Void
  ) rethrows {
    switch self {
    case .object(let members) where !members.isEmpty:
      output.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        startLine(in: &output, indentation: indentation + 1)
        appendCanonicalString(member.name.utf8, to: &output)
        output.append(contentsOf: ": ".utf8)
        try member.value.writePretty(into: &output, indentation: indentation + 1, check)
      }
      startLine(in: &output, indentation: indentation)
      output.append(UInt8(ascii: "}"))
    case .array(let elements) where !elements.isEmpty:
      output.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        try check(output.count)
        startLine(in: &output, indentation: indentation + 1)
        try element.writePretty(into: &output, indentation: indentation + 1, check)
      }
      startLine(in: &output, indentation: indentation)
      output.append(UInt8(ascii: "]"))
    case .object, .array, .string, .integer, .bool, .null:
      writeCompact(into: &output)
    }
  }

  private func startLine(in output: inout [UInt8], indentation: Int) {
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation * 2))
  }
}

extension JSONValue {
  /// The value that a document holds at a node.
  ///
  /// Numbers that are not integers become their source text: events hold none.
  package init(_ node: JSONNode) {
    self = node.document.read { JSONValue(JSONView(text: $0, index: node.index)) }
  }

  /// The same for a value that is lent.
  package init(_ node: JSONView) {
    switch node.kind {
    case .object: self = .object(node.members.map { ($0.name, JSONValue($0.value)) })
    case .array: self = .array(node.elements.map(JSONValue.init))
    case .string: self = .string(node.string ?? "")
    case .number:
      self =
        node.integer.map(JSONValue.integer)
        ?? .string(String(decoding: node.canonicalBytes(), as: UTF8.self))
    case .true: self = .bool(true)
    case .false: self = .bool(false)
    case .null: self = .null
    }
  }
}

/// Literals write JSON values that are known when the program is written.
///
///     let item: JSONValue = ["type": "string", "maxLength": 300]
extension JSONValue: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { (name: $0.0, value: $0.1) })
  }
}

extension JSONValue: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: JSONValue...) {
    self = .array(elements)
  }
}

extension JSONValue: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    self = .string(text)
  }
}

extension JSONValue: ExpressibleByIntegerLiteral {
  package init(integerLiteral number: Int64) {
    self = .integer(number)
  }
}

extension JSONValue: ExpressibleByBooleanLiteral {
  package init(booleanLiteral flag: Bool) {
    self = .bool(flag)
  }
}
