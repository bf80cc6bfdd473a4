package import Stances

/// How many companies there are in how many markets, and how many postures read how.
package struct PostureSummary: Hashable, Sendable {
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
    >
  ) {
    let all = Set(postures.lazy.map(\.company))
    let groups = all.intersection(postures.lazy.compactMap(\.parent))
    companies = all.count - groups.count
    self.groups = groups.count
    markets = Set(postures.lazy.map(\.market)).count
    self.postures = postures.count
    contested = postures.count(where: \.isContested)
    readings = postures.reduce(into: [:]) { $0[$1.reading, default: 0] += 1 }
  }

  /// Counts postures.
  package init(of postures: [Posture]) {
    self.init(
      postures.map { ($0.company, $0.parent, $0.market, !$0.contested.isEmpty, $0.reading) })
  }
}
