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
  /// Who does what some words say: whoever is named last before them; else in them; else behind them,
  /// after "by"; else whoever may be meant.
  ///
  /// - Parameters:
  ///   - cue: the words.
  ///   - subject: who is looked for: others count only if they are right before the words, or alone.
  /// - Returns: whoever that is.
  func actor(of cue: Range<Int>, wanting subject: Cues.Subject) -> Actor {
    var other: Actor?
    for index in (0..<cue.lowerBound).reversed() {
      guard let actor = namedActor(at: index, isReversed: true) else { continue }
      let isWanted = subject == .body ? actor.mayBeBody : actor.mayBeCompany
      if isWanted || index + 2 >= cue.lowerBound { return actor }
      other = other ?? actor
    }
    if let other { return other }
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
    guard isWord(index, in: "official") else { return nil }
    // "A Lenovo spokesman" and "Lenovo's president" speak for the company.
    let before = index > 1 && words[index - 1].text == "s" ? index - 2 : index - 1
    if before >= 0, companies.contains(where: { $0.words.contains(before) }) { return nil }
    return .office(sentence.verbatim(index..<index + 1))
  }

  /// Whether a country acts by its name, as in "the US sanctioned", and is not where something happens.
  private func isState(_ name: NameIndex.Found) -> Bool {
    guard case .market(_, isAdjective: false)? = name.meanings.first else { return false }
    let next = name.words.upperBound
    if words.indices.contains(next), words[next].text == "s" { return false }
    var first = name.words.lowerBound
    if first > 0, words[first - 1].text == "the" { first -= 1 }
    return first == 0 || words[first].beginsClause || words[first].isApart
      || ["that", "said", "while", "when", "after", "because"].contains(words[first - 1].text)
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
        : between.count <= 2
          && between.allSatisfy { ["and", "or", "the", "both"].contains(words[$0].text) }
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
      // One word at the start of a sentence may have its capital for that.
      if index - start == 1, start == 0, isCommon(start) { continue }
      // "RBC reported" is a paper.
      if index < words.count, isWord(index, in: "heard") { continue }
      found.append(sentence.verbatim(start..<index))
    }
    return found
  }

  /// Whether a word is one that rules know, or is in front of what is no verb: "Deliveries of …".
  private func isCommon(_ index: Int) -> Bool {
    !isPlain(index) || index + 1 < words.count && isWord(index + 1, in: "into")
  }

  private func isNameWord(_ index: Int) -> Bool {
    words[index].isCapitalised && words[index].text.count > 1 && name(with: index) == nil
      && !isWord(index, in: "other_name") && !isWord(index, in: "official")
  }
}
