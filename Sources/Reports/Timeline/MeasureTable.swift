import Projections
import Stances

/// Measures with their status, for readers.
enum MeasureTable {
  static func table(of measures: [Measure]) -> Table {
    Table(
      of: measures,
      [
        (.init("Measure"), { .named($0.title, .measure($0.measure), " (\($0.measure))") }),
        (.init("By"), { .named($0.bodyName, .body($0.body)) }),
        (.init("Form"), { RichText($0.instrument.words) }),
        (.init("Status"), { RichText($0.standing) }),
        (.init("Pushes"), { RichText($0.push.direction) }),
        (.init("Used"), { RichText($0.use) }),
      ])
  }

  /// One row per measure, for a spreadsheet.
  static func records(of list: MeasureList, by rules: RuleSet) -> Records {
    let columns: [Records.Column<Measure>] =
      [
        ("measure", \.measure.text), ("title", \.title), ("body", \.body.text),
        ("jurisdiction", \.jurisdiction?.code), ("instrument", \.instrument.term),
        ("push", \.push.term), ("markets", \.markets.codes), ("status", \.status.term),
        ("since", \.since?.text), ("until", \.until?.text), ("effective", \.effective?.text),
        ("power", { String($0.isPower) }),
        ("under", { $0.under.map(\.text).joined(separator: " ") }),
        ("uses", { String($0.uses) }),
        ("dormant", { String($0.dormant) }),
        ("events", { $0.events.map(\.text).joined(separator: " ") }),
      ]
    return Records(
      of: list.measures,
      columns + (rules.namesFollowers ? FollowedRecords.columns(list.followed) { $0 } : []))
  }
}

extension Measure {
  /// The status with its first and last day, as given.
  fileprivate var standing: String {
    status.words + (since.map { ", \($0.spokenAsStart)" } ?? "")
      + (until.map { ", until \($0.spoken)" } ?? "")
      + (effective.map { ", in force from \($0.spoken)" } ?? "")
      + deviations.map {
        "; \($0.status.words) for \($0.name)" + ($0.since.map { " \($0.spokenAsStart)" } ?? "")
      }.joined()
  }

  /// How often a power was used and by whom, or under which power a measure was issued.
  fileprivate var use: String {
    if !under.isEmpty { return "under " + under.map(\.text).joined(separator: ", ") }
    guard isPower else { return "–" }
    guard uses > 0 else { return "no use recorded" }
    let users = GovernmentMeasure.User.allCases.compactMap { user in
      usedBy[user].map { "\(user.phrase) \($0)" }
    }
    guard !users.isEmpty else { return counted(uses, "time") }
    let rest = uses - usedBy.values.reduce(0, +)
    return counted(uses, "time") + ": "
      + (users + (rest > 0 ? ["not on record \(rest)"] : [])).joined(separator: ", ")
  }
}

extension GovernmentMeasure.User {
  /// The user of a power, after a count of uses.
  fileprivate var phrase: String {
    switch self {
    case .state: "by the state"
    case .court: "by a court"
    }
  }
}
