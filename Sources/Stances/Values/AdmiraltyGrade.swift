/// How far a source and its claim can be relied on: the Admiralty code (NATO AJP-2.1).
///
/// Letter and digit are judged apart and never averaged. `F` and `6` mean *cannot be judged*,
/// not *worst*: in the order used to find an event's best evidence they come after what speaks
/// for a claim and before what speaks against it.
package struct AdmiraltyGrade: Hashable, Sendable, CustomStringConvertible {
  /// How reliable the source is.
  package enum Reliability: UInt8, CaseIterable, Sendable {
    case a, b, c, d, e, f

    /// The letter of the code, `A` to `F`.
    package var letter: Character {
      Character(Unicode.Scalar(UInt8(ascii: "A") + rawValue))
    }

    /// The meaning in words.
    package var words: String {
      switch self {
      case .a: "completely reliable source"
      case .b: "usually reliable source"
      case .c: "fairly reliable source"
      case .d: "not usually reliable source"
      case .e: "unreliable source"
      case .f: "source that cannot be judged"
      }
    }

    /// The place in the order of best evidence, 0 first.
    fileprivate var rank: UInt8 {
      switch self {
      case .a: 0
      case .b: 1
      case .c: 2
      case .f: 3
      case .d: 4
      case .e: 5
      }
    }
  }

  /// How credible the claim is in itself.
  package enum Credibility: UInt8, CaseIterable, Sendable {
    case one = 1
    case two, three, four, five, six

    /// The meaning in words.
    package var words: String {
      switch self {
      case .one: "confirmed by others"
      case .two: "probably true"
      case .three: "possibly true"
      case .four: "doubtful"
      case .five: "improbable"
      case .six: "truth cannot be judged"
      }
    }

    /// The place in the order of best evidence, 0 first.
    fileprivate var rank: UInt8 {
      switch self {
      case .one: 0
      case .two: 1
      case .three: 2
      case .six: 3
      case .four: 4
      case .five: 5
      }
    }
  }

  /// How far the source can be relied on.
  package let reliability: Reliability
  /// How far the information can be believed.
  package let credibility: Credibility

  /// The grade of evidence that has not been judged: F6.
  package static let notJudged = AdmiraltyGrade(reliability: .f, credibility: .six)

  /// A grade of its two parts, which are judged apart.
  package init(reliability: Reliability, credibility: Credibility) {
    self.reliability = reliability
    self.credibility = credibility
  }

  /// Reads a code such as `B2`; answers nil for anything else.
  package init?(code: String) {
    guard code.utf8.count == 2, let letter = code.utf8.first, let digit = code.utf8.last,
      letter >= UInt8(ascii: "A"), digit >= UInt8(ascii: "0"),
      let reliability = Reliability(rawValue: letter - UInt8(ascii: "A")),
      let credibility = Credibility(rawValue: digit - UInt8(ascii: "0"))
    else { return nil }
    self.init(reliability: reliability, credibility: credibility)
  }

  /// The code, `A1` to `F6`.
  package var code: String { "\(reliability.letter)\(credibility.rawValue)" }

  package var description: String { code }

  /// The code and its meaning, as in `B2: usually reliable source, probably true`.
  package var words: String { "\(code): \(reliability.words), \(credibility.words)" }

  /// Whether a claim on this evidence can displace another: A–C and 1–2.
  package var isCredible: Bool { reliability.rank < 3 && credibility.rank < 2 }

  /// Whether the source is as reliable as another grade says, and the claim as credible.
  package func isAtLeast(_ least: AdmiraltyGrade) -> Bool {
    reliability.rank <= least.reliability.rank && credibility.rank <= least.credibility.rank
  }

  /// The place in the order of best evidence.
  package var rank: GradeRank {
    Self.ranks[Int(reliability.rawValue) * 6 + Int(credibility.rawValue) - 1]
  }

  /// The grade at a place in the order of best evidence.
  package init?(rank: GradeRank) {
    guard rank.number < Self.byRank.count else { return nil }
    self = Self.byRank[Int(rank.number)]
  }

  /// All grades: the credible ones first, then by letter, then by digit.
  private static let byRank: [AdmiraltyGrade] = Reliability.allCases
    .flatMap { letter in
      Credibility.allCases.map { AdmiraltyGrade(reliability: letter, credibility: $0) }
    }
    .sorted { left, right in
      if left.isCredible != right.isCredible { return left.isCredible }
      if left.reliability != right.reliability {
        return left.reliability.rank < right.reliability.rank
      }
      return left.credibility.rank < right.credibility.rank
    }

  /// The rank of each grade, by letter, then digit.
  private static let ranks: [GradeRank] = Reliability.allCases.flatMap { letter in
    Credibility.allCases.map { digit in
      let grade = AdmiraltyGrade(reliability: letter, credibility: digit)
      return GradeRank(UInt8(byRank.firstIndex(of: grade) ?? 0))
    }
  }
}

/// The place of a grade in the order of best evidence: 0 to 35, the best first.
///
/// This number is what the log keeps in its typed columns, so that a replay compares integers.
package struct GradeRank: Hashable, Sendable {
  /// The place as a number.
  package let number: UInt8

  /// The rank with a number.
  package init(_ number: UInt8) {
    self.number = number
  }

  /// Whether it belongs to a grade on which a claim can displace another: the first six do.
  package var isCredible: Bool { number < 6 }
}

extension GradeRank: Comparable {
  /// The better evidence first.
  package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}
