extension JSONText {
  /// Whether the text is spelled canonically (RFC 8785).
  ///
  /// Goes along the tape and asks of each value whether it begins where the one before it ends in
  /// canonical bytes, without writing them.
  var isCanonical: Bool {
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
    text.source.extracting(entry.source).elementsEqual("-0".utf8)
  }
}
