/// A closed set of words of the vocabulary, each with one spelling on the wire.
package protocol Term: CaseIterable, Hashable, Sendable {
  /// The spelling in events, flags and answers.
  var term: String { get }
}

extension Term {
  /// The case that is spelled `term`, if there is one.
  package init?(term: String) {
    guard let found = Self.allCases.first(where: { $0.term == term }) else { return nil }
    self = found
  }
}

extension Term where Self: RawRepresentable, RawValue == String {
  /// The raw value: the term as spelled on the wire.
  package var term: String { rawValue }
}
