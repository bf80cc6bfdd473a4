import JSON
import Projections
import Stances

extension Measure {
  /// The measure under the contract's names and in its order, then `jurisdiction`, `markets`,
  /// `power`, `under`, `addressees`, `effective`; null where there is none.
  ///
  /// By rules that follow addressees, `under` is a list, and `for` comes after all these; by rules
  /// that name followers, `usedBy` and `followed` come last.
  func json(by rules: RuleSet, _ followed: FollowedMeasures) -> JSONValue {
    let follows = rules.followsAddressees
    return .object(
      members(under: follows ? JSONValue(under) : JSONValue(under.last))
        + (follows ? [("for", .array(deviations.map(\.json)))] : [])
        + (rules.namesFollowers ? members(followed) : []))
  }

  private func members(_ followed: FollowedMeasures) -> [(name: String, value: JSONValue)] {
    let users = GovernmentMeasure.User.allCases.map { ($0.term, JSONValue(usedBy[$0] ?? 0)) }
    let followers = followed.followers[measure] ?? []
    return [("usedBy", .object(users)), ("followed", .array(followers.map(\.json)))]
  }

  private func members(under: JSONValue) -> [(name: String, value: JSONValue)] {
    [
      ("measure", JSONValue(measure)),
      ("title", .string(title)),
      ("body", JSONValue(body)),
      ("instrument", JSONValue(instrument)),
      ("push", JSONValue(push)),
      ("status", JSONValue(status)),
      ("since", JSONValue(since)),
      ("until", JSONValue(until)),
      ("uses", JSONValue(uses)),
      ("dormant", .bool(dormant)),
      ("events", JSONValue(events)),
      ("jurisdiction", JSONValue(jurisdiction?.code)),
      ("markets", JSONValue(markets)),
      ("power", .bool(isPower)),
      ("under", under),
      ("addressees", addressees.json),
      ("effective", JSONValue(effective)),
    ]
  }
}

extension Measure.Deviation {
  fileprivate var json: JSONValue {
    [
      "company": JSONValue(company), "status": JSONValue(status), "since": JSONValue(since),
      "until": JSONValue(until),
    ]
  }
}

extension Addressees {
  fileprivate var json: JSONValue {
    [
      "all": .bool(all),
      "companies": JSONValue(companies),
      "sectors": JSONValue(sectors),
      "countries": JSONValue(countries),
    ]
  }
}
