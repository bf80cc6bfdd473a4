/// One source behind an event: who published what, when, and how far it can be relied on.
package struct Evidence: Hashable, Sendable {
  /// Who published it, as a reader would cite it.
  package let publisher: String
  /// The page's or document's own title.
  package let title: String?
  /// Where it was seen; `http` or `https`.
  package let url: String?
  /// Where a copy is kept; `http` or `https`.
  package let archived: String?
  /// When it was published.
  package let published: FuzzyDate?
  /// Its language as a BCP 47 tag.
  package let language: String?
  /// A short verbatim quotation.
  package let quote: String?
  /// The SHA-256 of a captured copy, 64 lower-case hexadecimal digits.
  package let sha256: String?
  /// How far source and claim can be relied on; F6 where nobody judged them.
  package let grade: AdmiraltyGrade
}

extension [Evidence] {
  /// The grade of the best item: the one that decides what the event's claim can displace.
  package var bestGrade: AdmiraltyGrade {
    lazy.map(\.grade).min { $0.rank < $1.rank } ?? .notJudged
  }
}
