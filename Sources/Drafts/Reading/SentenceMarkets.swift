import Stances

extension SentenceContext {
  /// The markets in which something happens by the words of the sentence, in their order.
  ///
  /// "In Russia" and "its Russian customers" name one; "Chinese companies" and "the US said" do not.
  var markets: [Market] {
    var (found, last) = ([Market](), nil as Range<Int>?)
    for name in names {
      guard case .market(let market, let isAdjective)? = name.meanings.first else { continue }
      let isListed = last.map { isInList(name.words, after: $0) } ?? false
      guard isListed || isPlace(name.words, isAdjective: isAdjective) else { continue }
      last = name.words
      if !found.contains(market) { found.append(market) }
    }
    return found
  }

  /// The market whose exports, imports or trade a figure counts: "Chinese exports", "exports of China".
  var reporter: Market? {
    names.lazy.compactMap { name -> Market? in
      guard case .market(let market, let isAdjective)? = name.meanings.first else { return nil }
      let next = name.words.upperBound
      let isPossessive = words.indices.contains(next) && words[next].text == "s"
      guard isAdjective || isPossessive else { return nil }
      let first = isPossessive ? next + 1 : next
      return (first..<min(first + 4, words.count)).contains { isWord($0, in: "figure") }
        ? market : nil
    }
    .first
  }

  private func isPlace(_ range: Range<Int>, isAdjective: Bool) -> Bool {
    let next = range.upperBound
    let isPossessive = words.indices.contains(next) && words[next].text == "s"
    if isAdjective || isPossessive {
      let first = isPossessive ? next + 1 : next
      guard (first..<min(first + 3, words.count)).contains(where: { isWord($0, in: "market_word") })
      else { return false }
      // "Chinese companies" act; "to Russian companies" is where.
      return range.lowerBound == 0 ? false : isBehindPreposition(range.lowerBound, reach: 6)
    }
    return isBehindPreposition(range.lowerBound, reach: 3)
  }

  private func isBehindPreposition(_ index: Int, reach: Int) -> Bool {
    (max(0, index - reach)..<index).contains { isWord($0, in: "into") }
  }

  private func isInList(_ range: Range<Int>, after last: Range<Int>) -> Bool {
    let between = last.upperBound..<range.lowerBound
    return between.count <= 1
      && (between.isEmpty
        ? words[range.lowerBound].isApart : ["and", "or"].contains(words[between.lowerBound].text))
  }
}
