import Stances

/// A sentence with its names, and what patterns are found in it.
struct SentenceContext {
  let sentence: Sentence
  let names: [NameIndex.Found]
  /// The companies that are named, each where it is.
  let companies: [(words: Range<Int>, ids: [CompanyID])]
  let dates: SentenceDates
  /// The matches of all patterns, by what they mean.
  private(set) var matches: [Cues.Sense: [Range<Int>]] = [:]
  /// For each word, the choices that it is one of.
  private let choices: [[Int]]
  /// For each word, the name that it is part of, by its place among them.
  private let nameOf: [Int?]
  private let patterns: CuePatterns

  init(
    _ sentence: Sentence, _ index: NameIndex, _ patterns: CuePatterns, published: FuzzyDate?,
    cache: inout [String: [Int]]
  ) {
    self.sentence = sentence
    self.patterns = patterns
    names = index.names(in: sentence)
    dates = SentenceDates(in: sentence, published: published)
    choices = sentence.words.map { word in
      if let known = cache[word.text] { return known }
      let found = patterns.choices(of: word.text)
      cache[word.text] = found
      return found
    }
    var nameOf = [Int?](repeating: nil, count: sentence.words.count)
    for (place, name) in names.enumerated() { for word in name.words { nameOf[word] = place } }
    self.nameOf = nameOf
    companies = names.compactMap { name in
      let ids = name.meanings.compactMap { if case .company(let id) = $0 { id } else { nil } }
      return ids.isEmpty ? nil : (name.words, ids)
    }
    findMatches()
  }

  var words: [Sentence.Word] { sentence.words }

  /// Whether a word is in a list of the file of cues.
  func isWord(_ index: Int, in list: String) -> Bool {
    guard words.indices.contains(index), let number = patterns.named[list] else { return false }
    return choices[index].contains(number)
  }

  /// Whether a word is in no list and no pattern of the file of cues.
  func isPlain(_ index: Int) -> Bool { choices[index].isEmpty }

  /// The name that a word is part of.
  func name(with word: Int) -> NameIndex.Found? { nameOf[word].map { names[$0] } }

  private func name(at word: Int) -> NameIndex.Found? {
    name(with: word).flatMap { $0.words.lowerBound == word ? $0 : nil }
  }

  // MARK: Patterns

  private mutating func findMatches() {
    for start in words.indices {
      for choice in choices[start] {
        for pattern in patterns.beginning(with: .word(choice)) { note(pattern, at: start) }
      }
      for slot in slots(at: start) {
        for pattern in patterns.beginning(with: .slot(slot)) { note(pattern, at: start) }
      }
    }
  }

  private mutating func note(_ pattern: CuePatterns.Pattern, at start: Int) {
    guard let end = end(of: pattern.elements[...], at: start, from: start) else { return }
    matches[pattern.sense, default: []].append(start..<end)
  }

  /// Where a pattern ends that goes on at a word; nil if it does not fit.
  private func end(
    of elements: ArraySlice<CuePatterns.Element>, at index: Int, from start: Int
  ) -> Int? {
    guard let element = elements.first else { return index }
    let rest = elements.dropFirst()
    if case .gap(let longest) = element {
      for length in 0...longest {
        let next = index + length
        guard next < words.count, next == start || !words[next].beginsClause else { return nil }
        if let end = end(of: rest, at: next, from: start) { return end }
      }
      return nil
    }
    guard index < words.count, index == start || !words[index].beginsClause else { return nil }
    let (word, slot): (Int?, CuePatterns.Slot?) =
      switch element {
      case .word(let number): (number, nil)
      case .slot(let slot): (nil, slot)
      case .either(let number, let slot): (number, slot)
      case .gap: (nil, nil)
      }
    if let word, choices[index].contains(word) {
      return end(of: rest, at: index + 1, from: start)
    }
    guard let slot, slots(at: index).contains(slot) else { return nil }
    let next = slot == .percent ? index + 1 : name(at: index)?.words.upperBound ?? index + 1
    return end(of: rest, at: next, from: start)
  }

  private func slots(at index: Int) -> [CuePatterns.Slot] {
    var slots: [CuePatterns.Slot] = []
    if words[index].text.utf8.first.map({ 0x30...0x39 ~= $0 }) ?? false,
      Figure.isPercent(behind: index, in: sentence)
    {
      slots.append(.percent)
    }
    for meaning in name(at: index)?.meanings ?? [] {
      switch meaning {
      case .company: slots.append(.company)
      case .body: slots.append(.body)
      case .market: slots.append(.market)
      }
    }
    return slots
  }
}
