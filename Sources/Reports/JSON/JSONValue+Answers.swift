import JSON
import Stances

extension JSONValue {
  /// A text, or null.
  init(_ text: String?) {
    self = text.map(JSONValue.string) ?? .null
  }

  /// A number, or null.
  init(_ number: Int?) {
    self = number.map { .integer(Int64($0)) } ?? .null
  }

  /// A date exactly as given, or null.
  init(_ date: FuzzyDate?) {
    self.init(date?.text)
  }

  /// A name, or null.
  init<Kind>(_ name: Identifier<Kind>?) {
    self.init(name?.text)
  }

  /// A word of a closed set, or null.
  init<Word: Term>(_ word: Word?) {
    self.init(word?.term)
  }

  /// Names in order.
  init<Kind>(_ names: [Identifier<Kind>]) {
    self.init(names.map(\.text))
  }

  /// Market codes in order.
  init(_ markets: [Market]) {
    self.init(markets.map(\.code))
  }

  /// Texts in order.
  init(_ texts: [String]) {
    self = .array(texts.map(JSONValue.string))
  }
}
