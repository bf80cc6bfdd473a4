import EventLog
package import Stances

/// Which postures an answer has, and in which order; each part narrows it, and several values of one
/// part widen that part.
package struct PostureChoice: Hashable, Sendable {
  /// In these markets.
  package var markets: [Market] = []
  /// Of companies that are based there.
  package var countries: [Market] = []
  /// Of companies in these sectors, compared without case.
  package var sectors: [String] = []
  /// That read so.
  package var readings: [Reading] = []
  /// With conduct at these levels.
  package var levels: [Level] = []
  /// With conduct on this word.
  package var bases: [Basis] = []
  /// With conduct on evidence at least as good as this, in its letter and in its digit.
  package var leastGrade: AdmiraltyGrade?
  /// Only such as have had no evidence for long.
  package var isStale = false
  /// Only such as something contradicts.
  package var isContested = false
  /// What comes first.
  package var order = Order.company
  /// The rule by which one company stands for its group; nil if each stands for itself.
  package var roll: RollRule?

  /// A choice that every posture passes, in the order of companies.
  package init() {}

  /// Whether it leaves anything out.
  package var narrows: Bool {
    var all = PostureChoice()
    (all.order, all.roll) = (order, roll)
    return self != all
  }

  /// What comes first among postures; what is equal is in the order of companies and markets.
  package enum Order: String, Term {
    /// By company, then market.
    case company
    /// By the company's name.
    case name
    /// The widest gap between word and deed first, whichever side is ahead; none last.
    case gap
    /// The latest change of conduct first; unknown conduct last.
    case since
    /// The gap that has lasted longest first; none last.
    case age
  }
}

/// What a choice looks at in a posture, of whatever it was made.
struct PostureTraits {
  let market: Market
  let country: Market?
  let sector: String?
  let reading: Reading
  let level: Level?
  let basis: Basis?
  let grade: AdmiraltyGrade?
  let isStale: Bool
  let isContested: Bool
}

extension PostureChoice {
  /// Whether a posture is among those chosen.
  func admits(_ traits: PostureTraits) -> Bool { admitsCompany(traits) && admitsFinding(traits) }

  /// Whether it asks for the company, and for the market.
  func admitsCompany(_ traits: PostureTraits) -> Bool {
    admits(traits.market, among: markets) && admits(traits.country, among: countries)
      && (sectors.isEmpty
        || sectors.contains { $0.lowercased() == traits.sector?.lowercased() })
  }

  /// Whether it asks for what the company says and does.
  func admitsFinding(_ traits: PostureTraits) -> Bool {
    admits(traits.reading, among: readings) && admits(traits.level, among: levels)
      && admits(traits.basis, among: bases)
      && (leastGrade.map { traits.grade?.isAtLeast($0) ?? false } ?? true)
      && (!isStale || traits.isStale) && (!isContested || traits.isContested)
  }

  private func admits<Value: Equatable>(_ value: Value?, among values: [Value]) -> Bool {
    values.isEmpty || value.map(values.contains) ?? false
  }

  /// Whether one of two states of a measure is about the markets chosen; none is where anything else
  /// of companies is asked for.
  func admits(either one: Measure?, _ other: Measure?) -> Bool {
    var wider = self
    wider.markets = []
    guard !wider.narrows else { return false }
    let about = [one, other].compactMap(\.self).flatMap(\.markets)
    return markets.isEmpty || about.contains { $0.isAtLarge || markets.contains($0) }
  }

  /// Whether it asks what a company is, and not only what it does.
  fileprivate var asksOfCompanies: Bool { !countries.isEmpty || !sectors.isEmpty }
}

/// A view's choice, with what it needs to know of companies.
struct ChosenPostures {
  let choice: PostureChoice
  private let names: CompanyNames
  /// Who the companies are; nil if the choice does not ask.
  private let registrations: Registrations?

  /// With `telling`, who the companies are is found out even if the choice does not ask.
  init(in view: LogView, telling: Bool = false) throws {
    choice = view.choice
    names = try view.companyNames()
    registrations =
      choice.asksOfCompanies || telling ? try view.registrations() : nil
  }

  /// Whether a finding is among those chosen.
  func admits(_ found: FoundPosture) throws -> Bool { choice.admits(try traits(of: found)) }

  /// Whether a posture is among those chosen.
  func admits(_ posture: Posture) -> Bool { choice.admits(traits(of: posture)) }

  /// Whether one of two postures that may be there is among those chosen.
  func admits(either one: Posture?, _ other: Posture?) -> Bool {
    [one, other].compactMap(\.self).contains(where: admits)
  }

  /// What the choice looks at in a finding.
  func traits(of found: FoundPosture) throws -> PostureTraits {
    let finding = try found.finding
    let registration = try registrations?.registration(of: names.id(found.subject.company))
    return PostureTraits(
      market: found.subject.market, country: registration?.country,
      sector: registration?.identity.sector, reading: finding.reading,
      level: finding.conduct?.level, basis: finding.conduct?.basis,
      grade: finding.conduct.flatMap { AdmiraltyGrade(rank: $0.grade) },
      isStale: finding.stale != nil, isContested: !finding.contested.isEmpty)
  }

  private func traits(of posture: Posture) -> PostureTraits {
    let registration = registrations?.registration(of: posture.company)
    return PostureTraits(
      market: posture.market, country: registration?.country,
      sector: registration?.identity.sector, reading: posture.reading,
      level: posture.conduct?.level, basis: posture.conduct?.basis, grade: posture.conduct?.grade,
      isStale: posture.stale != nil, isContested: !posture.contested.isEmpty)
  }
}

extension LogView {
  /// Refuses a choice of a body or measure that the log does not have, or of a sector that no company
  /// has, with the nearest ones.
  package func checkChoice() throws {
    try log.require(contents.bodies, contents.measures, by: clocks.at)
    guard !choice.sectors.isEmpty else { return }
    let known = try registrations().sectors
    let folded = Set(known.map { $0.lowercased() })
    for sector in choice.sectors where !folded.contains(sector.lowercased()) {
      throw QueryError.unknownSector(sector, nearest: nearestNames(to: sector, among: known))
    }
  }

  /// The check of the view's choice; nil if it lets everything through.
  func chosen() throws -> ChosenPostures? {
    choice.narrows ? try ChosenPostures(in: self) : nil
  }
}

extension PostureChoice.Order {
  /// Puts postures into the order, given what it looks at in each.
  func sorted<Item>(
    _ items: [Item],
    by key: (Item) throws -> (company: CompanyID, name: String, market: Market, PostureSize)
  ) rethrows -> [Item] {
    let keyed = try items.map { (item: $0, key: try key($0)) }
    return keyed.sorted { left, right in
      let (one, other) = (left.key, right.key)
      let size = { (key: PostureSize) -> Int? in
        switch self {
        case .company, .name: nil
        case .gap: key.gap.map(abs)
        case .since: key.since.map { Int($0.ordinal) }
        case .age: key.age
        }
      }
      let (first, second) = (size(one.3) ?? .min, size(other.3) ?? .min)
      if first != second { return first > second }
      if self == .name, one.name != other.name { return one.name < other.name }
      return (one.company, one.market) < (other.company, other.market)
    }.map(\.item)
  }
}

/// What postures are put into order by.
struct PostureSize {
  let gap: Int?
  let age: Int?
  /// The first possible day of the conduct; nil for unknown conduct.
  let since: Day?
}
