import EventLog
package import Stances

/// Some companies side by side, in each market in which any of them has a posture.
package struct CompanyComparison: Sendable {
  /// The companies, in the order asked for.
  package let companies: [Company]
  /// The markets, by name.
  package let markets: [InMarket]
  /// What the strips of all of them show, on one axis.
  package let picture: TimePictureData

  /// One of the companies.
  package struct Company: Hashable, Sendable {
    /// Its slug.
    package let company: CompanyID
    /// Its name as registered last.
    package let name: String
  }

  /// The companies in one market.
  package struct InMarket: Hashable, Sendable {
    /// The market.
    package let market: Market
    /// The course of each company's posture, in the order of the companies; nil for one of which
    /// nothing is recorded there.
    package let histories: [PostureHistory?]
    /// The periods in which they differ, in order.
    package let differences: [Difference]

    /// The postures on the day of the query, in the order of the companies.
    package func postures(on day: Day) -> [Posture?] { histories.map { $0?.posture(on: day) } }
  }

  /// A period in which the levels of what companies say, or of what they do, differ.
  package struct Difference: Hashable, Sendable {
    /// The first day; nil if they differed before any day that is known.
    package let from: Day?
    /// The last day.
    package internal(set) var to: Day
    /// The levels of each company, in the order of the companies; nil for one of which nothing was
    /// recorded yet.
    package let levels: [Levels?]

    /// Whether what they say differs.
    package var isOfWord: Bool { Set(levels.compactMap(\.self).map(\.word)).count > 1 }
    /// Whether what they do differs.
    package var isOfDeed: Bool { Set(levels.compactMap(\.self).map(\.deed)).count > 1 }
  }

  /// The levels of one company's posture.
  package struct Levels: Hashable, Sendable {
    /// The level that its latest word speaks of; nil if of none.
    package let word: Level?
    /// The level of its conduct; nil if that is not known.
    package let deed: Level?

    init(of posture: Posture) {
      word = posture.voice.shownLevel
      deed = posture.conduct?.level
    }
  }
}

extension LogView {
  /// The companies of the view side by side, in some markets or, with none, in all in which any of
  /// them has a posture.
  package func comparison(in markets: [Market] = []) throws -> CompanyComparison {
    let companies = companies ?? []
    let names = try companyNames()
    let recorded = try recorded(ownEvents())
    let known = KnownEvents(recorded, on: clocks)
    let histories = try postureHistories()
    let picture = try timePicture(
      of: known, among: recorded, entries: TimelineProjection.entries(in: known, contents),
      histories: histories, measures: [])
    let asked = markets.isEmpty ? Set(histories.map(\.market)) : Set(markets)
    return CompanyComparison(
      companies: try companies.map { company in
        let name = try names.key(of: company).map(names.name)
        return .init(company: company, name: name ?? company.text)
      },
      markets: asked.sorted { $0.englishName < $1.englishName }.map { market in
        let there = companies.map { company in
          histories.first { $0.company == company && $0.market == market }
        }
        return .init(
          market: market, histories: there,
          differences: CompanyComparison.differences(of: there, upTo: clocks.to))
      },
      picture: picture)
  }
}

extension CompanyComparison {
  /// The periods up to a day in which the levels of histories differ, each as long as no level
  /// changes.
  ///
  /// Of a company of which nothing is recorded yet there is no level, so it makes no difference.
  fileprivate static func differences(
    of histories: [PostureHistory?], upTo last: Day
  ) -> [Difference] {
    let starts = Set(
      histories.compactMap(\.self).flatMap(\.periods).map { $0.from ?? .distantPast })
    var found: [Difference] = []
    var before: [Levels?]?
    for start in starts.sorted() where start <= last {
      let levels = histories.map { $0?.posture(on: start).map(Levels.init) }
      guard levels != before else { continue }
      if let open = found.indices.last, found[open].to == last {
        found[open].to = start.adding(days: -1)
      }
      let difference = Difference(from: start.known, to: last, levels: levels)
      if difference.isOfWord || difference.isOfDeed { found.append(difference) }
      before = levels
    }
    return found
  }
}
