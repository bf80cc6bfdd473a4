import EventLog
import Stances

/// By which rule one company stands for its group in a market.
///
/// A group is a company that belongs to none, with all that belong to it, directly or through others, on
/// the day of the query. Where nothing is known of what a company does, it stands for its group only
/// if nothing is known of any other one.
package enum RollRule: String, Term {
  /// The one that does the most business.
  case worst
  /// The one that has withdrawn furthest.
  case best
  /// The one that has withdrawn furthest of those that fit what was asked for: the group fits if
  /// any of its companies does.
  case any
}

/// A group in a market: the company that the others belong to, and those of which something is
/// found there.
struct FoundGroup {
  let head: CompanyKey
  /// In the order of their slugs.
  let members: [CompanyKey]
}

/// The findings for the companies of one group in one market, with what a choice looks at in each.
private struct GroupFindings {
  var members: [(found: FoundPosture, traits: PostureTraits)] = []

  /// Those with each value of a part of a choice.
  func parted(by part: PostureFacets.Part) -> [String: GroupFindings] {
    Dictionary(grouping: members.filter { $0.traits.value(of: part) != nil }) {
      $0.traits.value(of: part) ?? ""
    }.mapValues(GroupFindings.init)
  }

  /// The one that stands for the group; nil if a choice does not have the group.
  func standing(
    by rule: RollRule, among choice: PostureChoice
  ) -> (found: FoundPosture, traits: PostureTraits, of: [CompanyKey])? {
    let asked = members.filter {
      choice.admitsCompany($0.traits) && (rule != .any || choice.admitsFinding($0.traits))
    }
    let known = asked.filter { $0.traits.level != nil }
    let first = (known.isEmpty ? asked : known).min { left, right in
      let (one, other) = (left.traits.level?.depth ?? 0, right.traits.level?.depth ?? 0)
      return rule == .worst ? one < other : one > other
    }
    guard let first, choice.admitsFinding(first.traits) else { return nil }
    return (first.found, first.traits, asked.map(\.found.subject.company))
  }
}

extension LogView {
  /// The finding that stands for each group in each market, among those that the view asks for.
  ///
  /// Of the groups of the view's companies only, if it has any.
  func standings(by rule: RollRule) throws -> [FoundPosture] {
    try findingsOfGroups(telling: false).compactMap { head, group in
      guard var standing = group.standing(by: rule, among: choice) else { return nil }
      standing.found.group = FoundGroup(head: head, members: standing.of)
      return standing.found
    }
    // What is shown of each is looked up next, in this order.
    .sorted { $0.subject < $1.subject }
  }

  /// How many groups there are in how many markets for each value of a choice's parts.
  func countsOfGroups(
    by rule: RollRule, _ parts: [(part: PostureFacets.Part, others: PostureChoice)]
  ) throws -> [[String: Int]] {
    var counts = [[String: Int]](repeating: [:], count: parts.count)
    for (_, group) in try findingsOfGroups(telling: true) {
      for (place, (part, others)) in parts.enumerated() {
        if part.isOfCompanies || rule == .any {
          for (value, some) in group.parted(by: part)
          where some.standing(by: rule, among: others) != nil {
            counts[place][value, default: 0] += 1
          }
        } else if let standing = group.standing(by: rule, among: others),
          let value = standing.traits.value(of: part)
        {
          counts[place][value, default: 0] += 1
        }
      }
    }
    return counts
  }

  private func findingsOfGroups(
    telling: Bool
  ) throws -> [(head: CompanyKey, findings: GroupFindings)] {
    // Who stands for a group is known only when all of it is found.
    let whole = narrowed(to: nil)
    let names = try whole.companyNames()
    let chosen = try ChosenPostures(in: whole, telling: telling)
    let merged = MergedCompanies(names)
    let asked = try companies.map {
      Set(try $0.compactMap { try names.key(of: $0).map { try names.head(of: $0, merged) } })
    }
    struct Place: Hashable {
      let head: CompanyKey
      let market: Market
    }
    var heads: [CompanyKey: CompanyKey] = [:]
    var groups: [Place: GroupFindings] = [:]
    try whole.forAllFindings { found in
      let company = found.subject.company
      let head = try heads[company] ?? names.head(of: company, merged)
      heads[company] = head
      guard asked?.contains(head) ?? true else { return }
      groups[Place(head: head, market: found.subject.market), default: GroupFindings()].members
        .append((found, try chosen.traits(of: found)))
    }
    return try groups.map { place, group in
      let named = try group.members.map { ($0, try names.id($0.found.subject.company)) }
      return (
        place.head, GroupFindings(members: named.sorted { $0.1 < $1.1 }.map(\.0))
      )
    }
  }
}

extension CompanyNames {
  /// The company that a company belongs to, through others or not, and that belongs to none.
  ///
  /// It is the company itself if it belongs to none, or only in a circle. Each is the one that it is now.
  func head(of key: CompanyKey, _ merged: MergedCompanies) throws -> CompanyKey {
    try endOfSteps(from: key) { company in
      try parent(of: company).flatMap { try self.key(of: $0) }.map(merged.end)
    }
  }
}
