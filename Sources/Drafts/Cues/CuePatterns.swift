import Intake
import Errors
import JSON
import Stances

/// Patterns of words and gaps, each with what it means, so kept that a text is looked through once.
struct CuePatterns: Sendable {
  /// What stands for more than a word in a pattern.
  enum Slot: String, CaseIterable, Hashable, Sendable {
    case company, body, market, percent
  }

  /// One part of a pattern.
  enum Element: Hashable, Sendable {
    /// One of some words, by their number among all such choices.
    case word(Int)
    /// Up to so many words of any kind.
    case gap(Int)
    case slot(Slot)
    /// One of some words, or a slot.
    case either(Int, Slot)
  }

  /// A pattern with what it means.
  struct Pattern: Sendable {
    let sense: Cues.Sense
    let elements: [Element]
  }

  private var exact: [String: [Int]] = [:]
  private var beginnings: [String: [Int]] = [:]
  private var lengths: Set<Int> = []
  private(set) var named: [String: Int] = [:]
  /// The patterns by their first part.
  private var patterns: [Element: [Pattern]] = [:]

  /// The choices that a word is one of.
  func choices(of word: String) -> [Int] {
    var choices = exact[word] ?? []
    guard word.utf8.count > 2 else { return choices }
    for length in lengths where length <= word.utf8.count {
      let beginning = String(decoding: word.utf8.prefix(length), as: UTF8.self)
      choices += beginnings[beginning] ?? []
    }
    return choices
  }

  /// The patterns that begin with a part.
  func beginning(with element: Element) -> [Pattern] { patterns[element] ?? [] }

  /// Reads patterns.
  struct Builder {
    private(set) var patterns = CuePatterns()
    private let classes: [String: [String]]
    private var choices: [String: Int] = [:]

    init(classes: [String: [String]]) {
      self.classes = classes
      for name in classes.keys.sorted() { patterns.named[name] = number(of: classes[name] ?? []) }
    }

    /// Adds a pattern as a file writes it: `<cut>|halt* ...8 {market}`.
    mutating func add(
      _ text: String, _ sense: Cues.Sense, _ place: DataReader
    ) throws(DataFileError) {
      var elements: [Element] = []
      for part in text.split(separator: " ") { elements += try read(String(part), place) }
      guard let first = elements.first, let last = elements.last else {
        throw place.fault("a pattern has at least one word")
      }
      for end in [first, last] {
        if case .gap = end {
          throw place.fault("a pattern begins and ends with words, not with a gap")
        }
      }
      let pattern = Pattern(sense: sense, elements: elements)
      guard case .either(let number, let slot) = first else {
        patterns.patterns[first, default: []].append(pattern)
        return
      }
      for part in [Element.word(number), .slot(slot)] {
        patterns.patterns[part, default: []].append(pattern)
      }
    }

    private mutating func read(_ part: String, _ place: DataReader) throws(DataFileError)
      -> [Element]
    {
      if part.hasPrefix("...") {
        let count = part.count == 3 ? 5 : Int(part.dropFirst(3))
        guard let count, 1...30 ~= count else {
          throw place.fault("'\(part)' is no gap; write ... or ...8, up to ...30 words")
        }
        return [.gap(count)]
      }
      var (words, slot) = ([String](), nil as Slot?)
      for choice in part.split(separator: "|") {
        if choice.hasPrefix("{") {
          slot = Slot(rawValue: String(choice.dropFirst().dropLast()))
          guard slot != nil, choice.hasSuffix("}") else {
            let all = Slot.allCases.map { "{\($0.rawValue)}" }
            throw place.fault("'\(choice)' is not \(enumerated(all, conjunction: "or"))")
          }
          continue
        }
        guard choice.hasPrefix("<") else {
          words.append(String(choice))
          continue
        }
        let name = String(choice.dropFirst().prefix { $0 != ">" })
        guard let list = classes[name] else {
          let near = didYouMean(nearestNames(to: name, among: classes.keys.sorted()))
          throw place.fault("'words' has no list '\(name)'; \(near ?? "add it there")")
        }
        words += list
      }
      if let slot { return [words.isEmpty ? .slot(slot) : .either(number(of: words), slot)] }
      // "didn't" is two words, as in the text.
      if words.count == 1, case let several = Self.words(of: words[0]), several.count > 1 {
        return several.map { .word(number(of: [$0])) }
      }
      return [.word(number(of: words))]
    }

    private static func words(of text: String) -> [String] {
      var words: [String] = []
      forEachWord(in: text) {
        words.append($0.word)
        return true
      }
      return words
    }

    private mutating func number(of words: [String]) -> Int {
      let key = words.joined(separator: "|")
      if let known = choices[key] { return known }
      let number = choices.count
      choices[key] = number
      for word in words {
        guard word.hasSuffix("*") else {
          patterns.exact[looks(word), default: []].append(number)
          continue
        }
        let beginning = looks(String(word.dropLast()))
        patterns.beginnings[beginning, default: []].append(number)
        patterns.lengths.insert(beginning.utf8.count)
      }
      return number
    }
  }
}
