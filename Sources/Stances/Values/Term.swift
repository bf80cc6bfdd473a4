import JSON

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

/// Terms with the bytes of their spellings, to read one of them in place.
struct TermTable<Value: Term>: Sendable {
  /// The terms in the order in which they were given.
  let values: [Value]
  private let spellings: [[UInt8]]

  init(_ values: [Value]) {
    self.values = values
    spellings = values.map { Array($0.term.utf8) }
  }

  /// The term that is spelled so, byte by byte; nil if none is.
  func term(spelled text: UnsafeBufferPointer<UInt8>) -> Value? {
    for (index, spelling) in spellings.enumerated() where spelling.count == text.count {
      if spelling.withUnsafeBufferPointer(text.isSame) { return values[index] }
    }
    return nil
  }
}

extension Term where Self: RawRepresentable, RawValue == String {
  /// The raw value: the term as spelled on the wire.
  package var term: String { rawValue }
}

/// How much business a company does in a market, as a depth of withdrawal.
///
/// A level speaks of the whole business in the market: a stop of one line of goods or of one
/// office is `reducing`.
package enum Level: Int8, CaseIterable, Comparable, Sendable {
  /// It grows its business.
  case expanding = -1
  /// It carries on.
  case operating = 0
  /// It makes no new investment.
  case holding = 1
  /// It does less, or has stopped a part.
  case reducing = 2
  /// It has stopped for now.
  case suspended = 3
  /// It has signed or announced its exit, or is winding down.
  case exiting = 4
  /// It is out.
  case exited = 5

  /// The depth of withdrawal, −1 to 5.
  package var depth: Int { Int(rawValue) }

  package static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
}

extension Level: Term {
  /// The level as spelled on the wire.
  package var term: String {
    switch self {
    case .expanding: "expanding"
    case .operating: "operating"
    case .holding: "holding"
    case .reducing: "reducing"
    case .suspended: "suspended"
    case .exiting: "exiting"
    case .exited: "exited"
    }
  }
}

extension Level {
  /// What it says about the company, in words.
  package var meaning: String {
    switch self {
    case .expanding: "it grows its business"
    case .operating: "it carries on"
    case .holding: "it makes no new investment"
    case .reducing: "it does less, or has stopped a part"
    case .suspended: "it has stopped for now"
    case .exiting: "it has signed or announced its exit, or is winding down"
    case .exited: "it is out"
    }
  }
}
