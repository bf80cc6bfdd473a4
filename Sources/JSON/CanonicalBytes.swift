/// Canonical bytes (RFC 8785): one spelling for one value, fit to be hashed and compared.
extension JSONView {
  /// The canonical bytes of this value.
  func canonicalBytes() -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.source.count)
    writeCanonical(into: &output)
    return output
  }

  /// Appends the canonical bytes of this value.
  func writeCanonical(into output: inout [UInt8]) {
    let entry = entry
    switch entry.kind {
    case .object:
      output.append(UInt8(ascii: "{"))
      for key in canonicalKeys { key.writeCanonicalMember(into: &output) }
      output.append(UInt8(ascii: "}"))
    case .array:
      output.append(UInt8(ascii: "["))
      for element in elements {
        appendComma(unlessAfter: UInt8(ascii: "["), to: &output)
        element.writeCanonical(into: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .string where entry.isEscaped:
      appendCanonicalString(text.utf8(of: entry), to: &output)
    case .string:
      // What needs no escape in the source needs none here: the spelling is canonical already.
      output.append(contentsOf: text.source.extracting(entry.source))
    case .number:
      writeCanonicalNumber(into: &output)
    case .true: output.append(contentsOf: "true".utf8)
    case .false: output.append(contentsOf: "false".utf8)
    case .null: output.append(contentsOf: "null".utf8)
    }
  }

  /// The canonical bytes of an object without the members of these names.
  ///
  /// A value that is not an object is written in full.
  func canonicalBytes(omitting names: [String]) -> [UInt8] {
    guard kind == .object else { return canonicalBytes() }
    var output = [UInt8(ascii: "{")]
    output.reserveCapacity(text.source.count)
    for key in canonicalKeys {
      let name = text.utf8(of: key.entry)
      if names.contains(where: { name.elementsEqual($0.utf8) }) { continue }
      key.writeCanonicalMember(into: &output)
    }
    output.append(UInt8(ascii: "}"))
    return output
  }

  /// The canonical bytes of an object, and how many of them come before a member of each name.
  ///
  /// That is the place at which such a member would be written, after a comma unless the place is
  /// 1. A value that is not an object has no places: each is the count of its bytes.
  func canonicalBytes(withPlacesOf names: [String]) -> (bytes: [UInt8], places: [Int]) {
    guard kind == .object else {
      let bytes = canonicalBytes()
      return (bytes, names.map { _ in bytes.count })
    }
    var output = [UInt8(ascii: "{")]
    output.reserveCapacity(text.source.count)
    var places = names.map { _ in 1 }
    for key in canonicalKeys {
      key.writeCanonicalMember(into: &output)
      for (index, name) in names.enumerated()
      where canonicalOrder(text.utf8(of: key.entry), name.utf8) < 0 {
        places[index] = output.count
      }
    }
    output.append(UInt8(ascii: "}"))
    return (output, places)
  }

  /// The names of an object along the chain that the parser left.
  private var canonicalKeys: some Sequence<JSONView> {
    sequence(first: entry.payload) { text.tape[Int($0)].link }
      .lazy.prefix { $0 != JSONTapeEntry.none }
      .map { JSONView(text: text, index: Int($0)) }
  }

  /// Writes the member whose name this node is.
  private func writeCanonicalMember(into output: inout [UInt8]) {
    appendComma(unlessAfter: UInt8(ascii: "{"), to: &output)
    writeCanonical(into: &output)
    output.append(UInt8(ascii: ":"))
    JSONView(text: text, index: index + 1).writeCanonical(into: &output)
  }

  private func writeCanonicalNumber(into output: inout [UInt8]) {
    let digits = text.source.extracting(entry.source)
    if entry.isWrittenAsInteger, !digits.isSame(as: "-0") {
      output.append(contentsOf: digits)
    } else if let double {
      appendCanonical(double, to: &output)
    }
  }

  /// Separates from what came before: no value ends in an opening bracket.
  private func appendComma(unlessAfter opening: UInt8, to output: inout [UInt8]) {
    if output.last != opening { output.append(UInt8(ascii: ",")) }
  }
}

extension JSONText {
  /// Whether the text is spelled canonically (RFC 8785).
  ///
  /// What the parser did not see to be so is looked at again, along the tape: whether each value
  /// begins at the point at which the one before it ends in canonical bytes.
  package var isCanonical: Bool {
    if isPlain { return true }
    var end = 0
    return root.isCanonical(from: &end) && end == source.count
  }
}

extension JSONView {
  /// Whether this value begins at `place` and is spelled canonically; goes on to its end.
  fileprivate func isCanonical(from place: inout Int) -> Bool {
    let entry = entry
    guard Int(entry.start) == place else { return false }
    switch entry.kind {
    case .object: return isCanonicalObject(from: &place)
    case .array:
      place += 1
      for (index, element) in elements.enumerated() {
        place += index == 0 ? 0 : 1
        guard element.isCanonical(from: &place) else { return false }
      }
      place += 1
      return true
    case .string where !entry.isEscaped, .number where entry.isWrittenAsInteger && !isMinusZero:
      place = entry.source.upperBound
      return true
    case .string, .number:
      let spelling = canonicalBytes()
      let rest = text.source.dropFirst(place)
      place += spelling.count
      return rest.starts(with: spelling)
    case .true, .null: place += 4
    case .false: place += 5
    }
    return true
  }

  /// Each name must be followed in the source by the one that is next in canonical order.
  private func isCanonicalObject(from place: inout Int) -> Bool {
    place += 1
    var next = entry.payload
    for (index, member) in members.enumerated() {
      guard member.key.index == Int(next) else { return false }
      next = member.key.entry.link
      place += index == 0 ? 0 : 1
      guard member.key.isCanonical(from: &place) else { return false }
      place += 1
      guard member.value.isCanonical(from: &place) else { return false }
    }
    place += 1
    return true
  }

  private var isMinusZero: Bool {
    text.source.extracting(entry.source).isSame(as: "-0")
  }
}
