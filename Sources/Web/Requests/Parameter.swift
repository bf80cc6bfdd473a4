import Projections
import Stances

/// A parameter of a query: how it is read, and how it is documented.
struct Parameter: Hashable, Sendable {
  let name: String
  /// What it asks for, in one sentence.
  let summary: String
  let shape: Shape
  /// Whether it may be given more than once.
  var isList = false

  /// What its value looks like, in terms of JSON Schema.
  enum Shape: Hashable, Sendable {
    case text(pattern: String?, longest: Int)
    case day
    case number(least: Int64, most: Int64?)
    case choice([String])
    case flag
  }
}

extension Parameter {
  private static let slug = Shape.text(pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", longest: 128)
  private static let name = Shape.text(pattern: nil, longest: 200)
  private static let date = Shape.text(pattern: nil, longest: 100)
  private static let point = Shape.text(
    pattern: #"^([0-9]{1,15}|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9:]+))$"#, longest: 40)

  // The clocks.
  static let to = Parameter(
    name: "to", summary: "The day asked about; left out, today.", shape: .day)
  static let knownBy = Parameter(
    name: "knownBy", summary: "Count only what had been published by this day.", shape: .day)
  static let at = Parameter(
    name: "at", summary: "Count only what the log held at this position or instant.", shape: point)
  static let fuzzy = Parameter(
    name: "fuzzy",
    summary: "Whether a fuzzy date counts from its first day (lenient) or its last (strict).",
    shape: .choice(Fuzziness.allCases.map(\.rawValue)))
  static let clocks = [to, knownBy, at, fuzzy]

  // The clocks of the earlier of two queries.
  static let fromTo = Parameter(
    name: "fromTo", summary: "The day of the first query; left out, as in the second.", shape: .day)
  static let fromKnownBy = Parameter(
    name: "fromKnownBy",
    summary: "What the first query counts had been published by this day; left out, as in the "
      + "second.", shape: .day)
  static let fromAt = Parameter(
    name: "fromAt",
    summary: "The log's position or instant of the first query; left out, as in the second.",
    shape: point)

  // A stepwise replay.
  static let from = Parameter(
    name: "from", summary: "The first day of the replay; left out, a year before the last.",
    shape: .day)
  static let step = Parameter(
    name: "step", summary: "How far apart the days of the replay lie; left out, a month.",
    shape: .choice(ReplayStepUnit.allCases.map(\.rawValue)))

  // What is looked for.
  static let search = Parameter(
    name: "q", summary: "A name or a part of one, in any script.", shape: name)
  static let company = Parameter(
    name: "company", summary: "Events that concern this company, by slug or name.", shape: name,
    isList: true)
  static let body = Parameter(
    name: "body", summary: "Events of this body.", shape: slug, isList: true)
  static let measure = Parameter(
    name: "measure", summary: "Events about this measure.", shape: slug, isList: true)
  static let type = Parameter(
    name: "type", summary: "Events of this type.",
    shape: .choice(EventType.allCases.map(\.rawValue)), isList: true)
  static let tag = Parameter(
    name: "tag", summary: "Events that carry this tag.", shape: slug, isList: true)
  static let occurred = Parameter(
    name: "occurred", summary: "Events that may have happened then, in EDTF.", shape: date)
  static let published = Parameter(
    name: "published", summary: "Events that may have been published then, in EDTF.", shape: date)
  static let after = Parameter(
    name: "after", summary: "Events after this position: where the page before ended.",
    shape: .number(least: 0, most: largestNumber))
  static let limit = Parameter(
    name: "limit", summary: "At most so many.", shape: .number(least: 1, most: 1_000))
  static let choice = [
    company, body, measure, type, tag, occurred, published, after, limit,
  ]

  // The conditions of an append.
  static let expectHead = Parameter(
    name: "expectHead", summary: "Record only if the log's head is this position.",
    shape: .number(least: 0, most: largestNumber))
  static let expectNothingSince = Parameter(
    name: "expectNothingSince",
    summary: "Record only if nothing on the company was recorded after this position.",
    shape: .number(least: 0, most: largestNumber))
  static let conditionCompany = Parameter(
    name: "company", summary: "The company of expectNothingSince, by slug.", shape: slug)
  static let dryRun = Parameter(
    name: "dryRun", summary: "Check everything and record nothing.", shape: .flag)

  /// The largest integer that every reader of JSON holds exactly.
  private static let largestNumber: Int64 = 9_007_199_254_740_991
}
