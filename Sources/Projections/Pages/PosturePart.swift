package import Stances

/// A part of all postures: those of some companies in the order of their slugs, none cut in two.
package struct PosturePart: Sendable {
  /// All postures, by company and market.
  package let all: [Posture]
  /// Those of the part.
  package let shown: [Posture]
  /// What asks for those after it.
  package let more: ListCursors

  /// The part after a company, or from the start: so many postures, and what its last company has
  /// beyond them.
  package init(of all: [Posture], after company: CompanyID?, limit: Int) {
    let rest = company.map { company in all.drop { $0.company <= company } } ?? all[...]
    let last = rest.prefix(limit).last?.company
    let shown = rest.prefix { posture in last.map { posture.company <= $0 } ?? false }
    self.all = all
    self.shown = Array(shown)
    more = ListCursors(after: shown.endIndex < all.endIndex ? last?.text : nil)
  }
}
