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
  /// All are found, but only those of the part are put into names and dates. In another order than
  /// that of companies there is no part after the first.
  package func postures(after company: CompanyID?, atMost limit: Int) throws -> PosturePart {
    let names = try companyNames()
    guard choice.order == .company else { return try firstPostures(limit, names) }
    var found: [CompanyKey: [FoundPosture]] = [:]
    try forEachFinding { found[$0.unit, default: []].append($0) }
    let companies = try found.map { key, postures in
      (id: try names.id(key), postures: postures)
    }.sorted { $0.id < $1.id }
    var shown: [FoundPosture] = []
    let rest = company.map { company in companies.drop { $0.id <= company } } ?? companies[...]
    let after = rest.prefix { one in
      guard shown.count < limit else { return false }
      shown += one.postures.sorted { $0.subject.market < $1.subject.market }
      return true
    }
    return PosturePart(
      summary: try PostureSummary(of: companies.flatMap(\.postures), names),
      shown: try named(shown),
      more: ListCursors(after: after.endIndex < companies.endIndex ? after.last?.id.text : nil))
  }

  private func firstPostures(_ limit: Int, _ names: CompanyNames) throws -> PosturePart {
    var found: [FoundPosture] = []
    try forEachFinding { found.append($0) }
    let sorted = try choice.order.sorted(found) { posture in
      let (key, finding) = (posture.unit, try posture.finding)
      return (
        try names.id(key), try names.name(key), posture.subject.market,
        PostureSize(gap: finding.gap, age: finding.age, since: finding.conduct?.since.earliest)
      )
    }
    return PosturePart(
      summary: try PostureSummary(of: found, names),
      shown: try named(Array(sorted.prefix(limit))), more: ListCursors())
  }
}

extension PostureSummary {
  /// Counts findings.
  fileprivate init(of found: [FoundPosture], _ names: CompanyNames) throws {
    self.init(
      try found.map { posture in
        (
          try names.id(posture.unit),
          try posture.group == nil ? names.parent(of: posture.unit) : nil, posture.subject.market,
          posture.isContested, posture.reading
        )
      }, ofGroups: found.contains { $0.group != nil })
  }
}
