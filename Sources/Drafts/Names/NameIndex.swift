package import Projections
import Stances

/// Every name that is looked for in a text, by its words: those of the register and those of markets.
///
/// It is made once; a text of any length is then looked through in one pass, however many names
/// there are.
package struct NameIndex: Sendable {
  /// What a name means.
  enum Meaning: Hashable, Sendable {
    case company(CompanyID)
    case body(BodyID)
    /// A country by its name; `isAdjective` for "Russian".
    case market(Market, isAdjective: Bool)
  }

  /// How a word of a name has to be written.
  private enum Spelling {
    case any, capitalised, inCapitals

    /// As the register has it: a name that is a common word counts only with its capital, and one of
    /// a few capitals only in capitals, so that "it" is never IT.
    init(of word: Sentence.Word) {
      self =
        word.isInCapitals && word.text.count < 4
        ? .inCapitals : word.isCapitalised || word.isInCapitals ? .capitalised : .any
    }

    func allows(_ word: Sentence.Word) -> Bool {
      switch self {
      case .any: true
      case .capitalised: word.isCapitalised || word.isInCapitals
      case .inCapitals: word.isInCapitals
      }
    }
  }

  private struct Entry {
    let meaning: Meaning
    let spellings: [Spelling]
  }

  private var entries: [String: [Entry]] = [:]
  /// By the first word of names, how many words they have, most first.
  private var lengths: [String: [Int]] = [:]

  /// The names of a register, of markets, and of adjectives for them.
  ///
  /// - Parameters:
  ///   - register: companies and bodies.
  ///   - cues: the words of the language.
  package init(_ register: [RegisteredIdentity], _ cues: Cues) {
    var written: [Market: [(text: String, isAdjective: Bool)]] = [:]
    for (name, market) in Market.writtenNames where !market.isAtLarge {
      written[market, default: []].append((name, false))
    }
    for (adjective, market) in cues.adjectives {
      written[market, default: []].append((adjective, true))
    }
    for (name, market) in cues.countries { written[market, default: []].append((name, false)) }
    for (market, names) in written {
      for name in names {
        add(name.text, .market(market, isAdjective: name.isAdjective))
      }
    }
    for identity in register {
      let names = identity.names.flatMap(EnglishNames.forms)
      switch identity.entity {
      case .company(let company):
        for name in names { add(name, .company(company)) }
      case .body(let body):
        for name in names { add(name, .body(body)) }
        let countries = identity.jurisdiction.flatMap { written[$0] } ?? []
        for name in names.flatMap(EnglishNames.offices) {
          if name.hasSuffix("Department") { add(name, .body(body)) }
          for country in countries {
            // "China's foreign ministry", "the Chinese foreign ministry", "the foreign ministry of China".
            add("\(country.text) \(name)", .body(body), isFree: true)
            if !country.isAdjective {
              add("\(country.text)'s \(name)", .body(body), isFree: true)
              add("\(name) of \(country.text)", .body(body), isFree: true)
            }
          }
        }
      }
    }
  }

  private mutating func add(_ name: String, _ meaning: Meaning, isFree: Bool = false) {
    let words = Sentence(name, start: 0, line: 1).words
    guard let first = words.first, words.count > 1 || first.text.unicodeScalars.count > 1 else {
      return
    }
    let key = words.map(\.text).joined(separator: " ")
    guard !entries[key, default: []].contains(where: { $0.meaning == meaning }) else { return }
    entries[key, default: []].append(
      Entry(
        meaning: meaning, spellings: words.map { isFree ? .any : Spelling(of: $0) }))
    var known = lengths[first.text] ?? []
    if !known.contains(words.count) {
      known.append(words.count)
      lengths[first.text] = known.sorted(by: >)
    }
  }

  /// A name in a sentence.
  struct Found {
    /// Its words.
    let words: Range<Int>
    /// What it may mean; more than one if several have the name.
    let meanings: [Meaning]
  }

  /// The names in a sentence in order, of those that overlap the first, and of these the longest.
  func names(in sentence: Sentence) -> [Found] {
    let words = sentence.words
    var (found, index) = ([Found](), 0)
    while index < words.count {
      guard let name = name(at: index, in: sentence) else {
        index += 1
        continue
      }
      found.append(name)
      index = name.words.upperBound
    }
    return found
  }

  private func name(at start: Int, in sentence: Sentence) -> Found? {
    let words = sentence.words
    for length in lengths[words[start].text] ?? [] where start + length <= words.count {
      let range = start..<start + length
      let key = length == 1 ? words[start].text : words[range].map(\.text).joined(separator: " ")
      let meanings = (entries[key] ?? []).filter { entry in
        zip(entry.spellings, words[range]).allSatisfy { $0.allows($1) }
      }
      .map(\.meaning)
      if !meanings.isEmpty { return Found(words: range, meanings: meanings) }
    }
    return nil
  }
}
