import EventLog
package import Stances

/// A part of all postures: those of some companies in the order of their slugs, none cut in two.
package struct PosturePart: Sendable {
  /// How many there are of all postures, and how they read.
  package let summary: PostureSummary
  /// Those of the part.
  package let shown: [Posture]
  /// What asks for those after it.
  package let more: ListCursors
}

extension LogView {
  /// The postures after those of a company, or from the start: so many, and what the last company
  /// has beyond them.
  ///
  /// All are found, but only those of the part are put into names and dates.
  package func postures(after company: CompanyID?, atMost limit: Int) throws -> PosturePart {
    let names = try companyNames()
    var all: [(company: CompanyID, found: FoundPosture)] = []
    try forEachFinding { all.append((try names.id($0.subject.company), $0)) }
    all.sort {
      $0.company == $1.company
        ? $0.found.subject.market < $1.found.subject.market : $0.company < $1.company
    }
    let rest = company.map { company in all.drop { $0.company <= company } } ?? all[...]
    let last = rest.prefix(limit).last?.company
    let shown = rest.prefix { posture in last.map { posture.company <= $0 } ?? false }
    return PosturePart(
      summary: PostureSummary(
        try all.map { company, found in
          let finding = found.finding
          return (
            company, try names.parent(of: found.subject.company), found.subject.market,
            !finding.contested.isEmpty, finding.reading
          )
        }),
      shown: try named(shown.map(\.found)),
      more: ListCursors(after: shown.endIndex < all.endIndex ? last?.text : nil))
  }
}
