package import Stances

/// How many companies there are in how many markets, and how many postures read how.
package struct PostureSummary: Hashable, Sendable {
  /// Whether groups are counted, each with all its companies as one.
  package let isOfGroups: Bool
  /// The companies, without groups whose members are there too.
  package let companies: Int
  /// The groups whose members are there too.
  package let groups: Int
  /// The markets.
  package let markets: Int
  /// The postures.
  package let postures: Int
  /// The postures that something contradicts.
  package let contested: Int
  /// The postures by their reading.
  package let readings: [Reading: Int]

  /// Counts postures, each given by what is counted of it.
  init(
    _ postures: some Collection<
      (company: CompanyID, parent: CompanyID?, market: Market, isContested: Bool, reading: Reading)
    >, ofGroups: Bool
  ) {
    isOfGroups = ofGroups
    let all = Set(postures.lazy.map(\.company))
    let groups = all.intersection(postures.lazy.compactMap(\.parent))
    companies = all.count - groups.count
    self.groups = groups.count
    markets = Set(postures.lazy.map(\.market)).count
    self.postures = postures.count
    contested = postures.count(where: \.isContested)
    readings = postures.reduce(into: [:]) { $0[$1.reading, default: 0] += 1 }
  }

  /// Counts postures: all of them of companies, or all of groups.
  package init(of postures: [Posture]) {
    self.init(
      postures.map {
        ($0.unit, $0.group == nil ? $0.parent : nil, $0.market, !$0.contested.isEmpty, $0.reading)
      }, ofGroups: postures.contains { $0.group != nil })
  }
}
