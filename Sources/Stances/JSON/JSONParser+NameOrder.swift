/// Names: chained in canonical order as objects close, which finds each name given twice.
extension JSONParser {
  /// Chains an object's names in canonical order.
  ///
  /// - Throws: A failure at the first name, in source order, that the object already has.
  mutating func linkNames(of object: Int) throws(Failure) {
    var names: [UInt32] = []
    swap(&names, &unsortedNames)
    defer { swap(&names, &unsortedNames) }
    names.removeAll(keepingCapacity: true)

    var isSorted = true
    var name = object + 1
    while name < tape.count {
      if isSorted, let last = names.last {
        isSorted = order(last, UInt32(name)) < 0
      }
      names.append(UInt32(name))
      name = Int(tape[name + 1].link)
    }
    if !isSorted {
      names.sort { order($0, $1) < 0 }
      try refuseDuplicates(in: names)
    }

    var next = JSONTapeEntry.none
    for name in names.reversed() {
      tape[Int(name)].link = next
      next = name
    }
    tape[object].payload = next
  }

  /// Equal names stand side by side, and sorting is stable: the second of two came later.
  private func refuseDuplicates(in names: [UInt32]) throws(Failure) {
    var duplicate: UInt32?
    for (name, following) in zip(names, names.dropFirst()) where order(name, following) == 0 {
      duplicate = min(duplicate ?? following, following)
    }
    if let duplicate {
      let entry = tape[Int(duplicate)]
      let text = String(decoding: decodedText(of: entry), as: UTF8.self)
      throw Failure(reason: .duplicateName(text), offset: Int(entry.start))
    }
  }

  private func order(_ first: UInt32, _ second: UInt32) -> Int {
    let first = tape[Int(first)]
    let second = tape[Int(second)]
    if first.isEscaped || second.isEscaped {
      return canonicalOrder(decodedText(of: first), decodedText(of: second))
    }
    return canonicalOrder(source[first.text], source[second.text])
  }

  private func decodedText(of entry: JSONTapeEntry) -> [UInt8] {
    guard entry.isEscaped else { return Array(source[entry.text]) }
    let start = Int(entry.payload) - source.count
    return Array(unescaped[start..<start + Int(entry.count)])
  }
}
