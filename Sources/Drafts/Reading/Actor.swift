import Stances

/// Who does what a cue says, as far as the words before it show.
enum Actor {
  /// Companies of the register, each by what its name may mean.
  case companies([[CompanyID]])
  /// A body of the register, by what its name may mean.
  case body([BodyID])
  /// A state or an office that the register does not have under this name.
  case office(String)
  /// A name that the register does not have.
  case unknown(String)
  /// "The companies", "it": someone who is named elsewhere.
  case someone(String)
  case nobody

  /// Whether it may be a company.
  var mayBeCompany: Bool {
    switch self {
    case .companies, .unknown, .someone: true
    case .body, .office, .nobody: false
    }
  }

  /// Whether it may be a body.
  var mayBeBody: Bool {
    switch self {
    case .body, .office: true
    case .companies, .unknown, .someone, .nobody: false
    }
  }
}

extension SentenceContext {
  /// Who does what some words say: the company, body or office that is named last before them; else one
  /// in them; else one behind them, after "by"; else whoever may be meant.
  func actor(of cue: Range<Int>) -> Actor {
    for index in (0..<cue.lowerBound).reversed() {
      if let actor = namedActor(at: index, isReversed: true) { return actor }
    }
    for index in cue {
      if let actor = namedActor(at: index, isReversed: false) { return actor }
    }
    for index in cue.upperBound..<min(cue.upperBound + 6, words.count)
    where words[index - 1].text == "by" {
      if let actor = namedActor(at: index, isReversed: false) { return actor }
    }
    return looseActor(before: cue)
  }

  private func namedActor(at index: Int, isReversed: Bool) -> Actor? {
    if let name = name(with: index) {
      if name.meanings.contains(where: { if case .company = $0 { true } else { false } }) {
        return .companies(list(with: name, isReversed: isReversed))
      }
      let bodies = name.meanings.compactMap { if case .body(let id) = $0 { id } else { nil } }
      if !bodies.isEmpty { return .body(bodies) }
      return isState(name) ? .office(sentence.verbatim(name.words)) : nil
    }
    return isWord(index, in: "official") ? .office(sentence.verbatim(index..<index + 1)) : nil
  }

  /// Whether a country acts by its name, as in "the US sanctioned", and is not where something happens.
  private func isState(_ name: NameIndex.Found) -> Bool {
    guard case .market(_, isAdjective: false)? = name.meanings.first else { return false }
    let next = name.words.upperBound
    if words.indices.contains(next), words[next].text == "s" { return false }
    var before = name.words.lowerBound - 1
    if before >= 0, words[before].text == "the" { before -= 1 }
    return before < 0 || !isWord(before, in: "into") && !["and", "of", "or", "between"].contains(words[before].text)
  }

  /// The companies that are named in one list with a name: "Xiaomi, Oppo and Huawei".
  private func list(with name: NameIndex.Found, isReversed: Bool) -> [[CompanyID]] {
    let all = companies
    guard var place = all.firstIndex(where: { $0.words == name.words }) else { return [] }
    var list = [all[place].ids]
    while all.indices.contains(isReversed ? place - 1 : place + 1) {
      let next = isReversed ? place - 1 : place + 1
      let between =
        isReversed
        ? all[next].words.upperBound..<all[place].words.lowerBound
        : all[place].words.upperBound..<all[next].words.lowerBound
      let first = between.upperBound
      let isList =
        between.isEmpty
        ? words[first].isApart
        : between.count <= 2 && between.allSatisfy { ["and", "or", "the", "both"].contains(words[$0].text) }
          && !between.isEmpty && between.contains { ["and", "or"].contains(words[$0].text) }
      guard isList, !sentence.isBroken(from: between.lowerBound, to: first) else { break }
      if !list.contains(all[next].ids) { list.append(all[next].ids) }
      place = next
    }
    return isReversed ? list.reversed() : list
  }

  private func looseActor(before cue: Range<Int>) -> Actor {
    if let name = unknownNames(in: 0..<cue.lowerBound).last { return .unknown(name) }
    for index in (0..<min(cue.upperBound, words.count)).reversed() {
      if isWord(index, in: "group") { return .someone(sentence.verbatim(index..<index + 1)) }
      if index < cue.lowerBound, isWord(index, in: "pronoun") {
        return .someone(sentence.verbatim(index..<index + 1))
      }
    }
    return .nobody
  }

  /// Capitalised names among some words that are no names of the register, of markets or of what often
  /// has a capital.
  func unknownNames(in range: Range<Int>) -> [String] {
    var (found, index) = ([String](), range.lowerBound)
    while index < range.upperBound {
      guard isNameWord(index) else {
        index += 1
        continue
      }
      let start = index
      index += 1
      while index < range.upperBound, isNameWord(index), !words[index].isApart { index += 1 }
      // One word at the start of a sentence has its capital for that.
      if index - start == 1, start == 0, !words[start].isInCapitals, !isPossessive(start) { continue }
      // "RBC reported" is a paper.
      if index < words.count, isWord(index, in: "heard") { continue }
      found.append(sentence.verbatim(start..<index))
    }
    return found
  }

  private func isPossessive(_ index: Int) -> Bool {
    index + 1 < words.count && words[index + 1].text == "s"
  }

  private func isNameWord(_ index: Int) -> Bool {
    words[index].isCapitalised && words[index].text.count > 1 && name(with: index) == nil
      && !isWord(index, in: "other_name") && !isWord(index, in: "official")
  }
}
