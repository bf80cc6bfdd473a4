import Stances

/// How many postures there are of each value by which a choice could be narrowed or widened.
package struct PostureFacets: Sendable {
  /// What a posture is chosen by.
  package enum Part: CaseIterable, Sendable {
    case market, country, sector, reading, level, basis

    /// Whether it says which companies are asked for, and not what they say and do.
    var isOfCompanies: Bool {
      switch self {
      case .market, .country, .sector: true
      case .reading, .level, .basis: false
      }
    }
  }

  /// The values of each part, as parameters spell them, with how many postures have them among all
  /// that pass the other parts of the choice; the most first.
  package let counts: [(part: Part, values: [(value: String, count: Int)])]
}

extension LogView {
  /// What the view's choice could be narrowed by, from all postures of the query.
  package func facets() throws -> PostureFacets {
    let parts = PostureFacets.Part.allCases.map { (part: $0, others: choice.without($0)) }
    let counts = try choice.roll.map { try countsOfGroups(by: $0, parts) } ?? counts(parts)
    return PostureFacets(
      counts: zip(parts, counts).map { part, values in
        (
          part.part,
          values.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
        )
      })
  }

  private func counts(
    _ parts: [(part: PostureFacets.Part, others: PostureChoice)]
  ) throws -> [[String: Int]] {
    let chosen = try ChosenPostures(in: self, telling: true)
    var counts = [[String: Int]](repeating: [:], count: parts.count)
    try forAllFindings { found in
      let traits = try chosen.traits(of: found)
      for (place, part) in parts.enumerated() {
        guard let value = traits.value(of: part.part), part.others.admits(traits) else { continue }
        counts[place][value, default: 0] += 1
      }
    }
    return counts
  }
}

extension PostureChoice {
  /// The choice without one of its parts.
  fileprivate func without(_ part: PostureFacets.Part) -> PostureChoice {
    var others = self
    switch part {
    case .market: others.markets = []
    case .country: others.countries = []
    case .sector: others.sectors = []
    case .reading: others.readings = []
    case .level: others.levels = []
    case .basis: others.bases = []
    }
    return others
  }
}

extension PostureTraits {
  /// What a part of a choice is compared with, as its parameter spells it.
  func value(of part: PostureFacets.Part) -> String? {
    switch part {
    case .market: market.code
    case .country: country?.code
    case .sector: sector
    case .reading: reading.rawValue
    case .level: level?.term
    case .basis: basis?.rawValue
    }
  }
}
