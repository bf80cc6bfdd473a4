import Answers
import EventLog
import JSON
import Stances
import TestSupport
import Testing

/// A log over thousands of companies that grows in two steps, the same each time, and what each
/// question of ``AskedAtSize`` had SQLite do before and after the second one.
///
/// Without statistics, which no log has, SQLite plans by the tables alone and not by how much they
/// hold; so the companies are as many as in a large log, and the events are only enough to show
/// what grows with them.
struct SeededLog {
  static let companies = 5_000
  /// The company that the questions are about; nothing in the second step is.
  static let subject = "company-7"
  /// The steps of SQLite's machine for each question, at both sizes.
  let runs: [AskedAtSize: (few: [StatementRun], many: [StatementRun])]
  /// How many events the second step added that a question may have to look at.
  let added: [EventType: Int]

  static let grown = Result { try SeededLog() }

  private init() throws {
    var source = SeededEvents()
    let log = try AnsweringLog(source.registrations())
    try log.append(source.aboutSubject() + source.others(500))
    let few = try Self.ask(log)
    let others = source.others(3_000)
    try log.append(others)
    let many = try Self.ask(log)
    runs = few.reduce(into: [:]) { $0[$1.key] = ($1.value, many[$1.key] ?? []) }
    added = others.reduce(into: [:]) { counts, event in
      guard let type = event.text("type").flatMap(EventType.init(rawValue:)) else { return }
      counts[type, default: 0] += 1
    }
  }

  private static func ask(_ log: AnsweringLog) throws -> [AskedAtSize: [StatementRun]] {
    try AskedAtSize.all.reduce(into: [:]) { $0[$1] = try $1.cost.runs(in: log) }
  }
}

/// The events of ``SeededLog``.
private struct SeededEvents {
  private var random = SeededGenerator(seed: 16)
  private var number = 0
  private var claimed: [TestEvent] = []

  func registrations() -> [TestEvent] {
    [body("ministry", id: "reg-ministry"), body("department", id: "reg-department")]
      + (0..<SeededLog.companies).map {
        company("company-\($0)", name: "Company no. \($0)", sector: "chips", id: "reg-\($0)")
      }
  }

  /// Everything that the subject of the questions says and does, and what is done about it.
  mutating func aboutSubject() -> [TestEvent] {
    let own = SeededLog.subject
    let steps = ["ban", "rules"].flatMap { key in
      [
        measure(key, by: "ministry", .adopted, on: "2022-02-01", to: ["all": true], id: key),
        measure(key, by: "ministry", .inForce, on: "2022-03-01", id: "\(key)-in-force"),
      ]
    }
    let words = (1...20).map {
      announcement(own, .suspended, on: day(), published: "2022-06-01", id: "own-word-\($0)")
    }
    let cuts = (1...20).map {
      silentReduction(own, .reducing, on: day(), published: "2022-06-01", id: "own-cut-\($0)")
    }
    let follower = exit(own, .sold, disclosed: true, on: "2022-04-01", id: "own-exit")
      .with("follows", strings(["ban"]))
    let amendments = [
      correction(to: cuts[3].with("level", "suspended"), published: "2022-06-02", id: "own-fix"),
      retraction(of: cuts[4].id.text, published: "2022-06-03", id: "own-withdrawal"),
      retraction(of: "own-withdrawal", published: "2022-06-04", id: "own-second-thought"),
    ]
    let pressed = pressure(by: .supplier, on: "2022-04-02", to: named(own), id: "own-pressure")
    return steps + words + cuts + [follower, pressed] + amendments
  }

  /// What other companies say and do, and what is said to them.
  mutating func others(_ count: Int) -> [TestEvent] {
    (0..<count).map { _ in
      number += 1
      let other = "company-\(Int.random(in: 8..<SeededLog.companies, using: &random))"
      let id = "other-\(number)"
      switch number % 20 {
      case 0:
        return correction(
          to: claimed[number % claimed.count].with("level", "suspended"), published: "2022-06-02",
          id: id)
      case 1 where number > 1:
        return retraction(
          of: claimed.removeFirst().id.text, published: "2022-06-02", id: id)
      case 2:
        return statement(by: "department", on: day(), published: "2022-06-01", id: id)
      case 3:
        return pressure(
          by: .investor, on: day(), published: "2022-06-01", to: named(other), id: id)
      default:
        let cut = silentReduction(
          other, .reducing, on: day(), published: "2022-06-01", id: id)
        claimed.append(cut)
        return cut
      }
    }
  }

  private mutating func day() -> String {
    "\(Day(ordinal: Int.random(in: 18_993..<19_100, using: &random)))"
  }
}

/// A question that is asked of a log at two sizes.
struct AskedAtSize: Hashable, Sendable, CustomTestStringConvertible {
  let cost: FormatCost
  /// The types of events by whose number the answer, and no more, may take longer.
  let reads: Set<EventType>

  var testDescription: String { "\(cost) \(cost.given.sorted { $0.key < $1.key })" }

  static func == (left: Self, right: Self) -> Bool { left.testDescription == right.testDescription }
  func hash(into hasher: inout Hasher) { hasher.combine(testDescription) }

  init(
    _ question: any Answers.Question.Type, _ given: [String: String], as format: Format = .json,
    reads: Set<EventType> = []
  ) {
    cost = FormatCost(question: question, given: given, format: format, picture: nil, ceiling: 0)
    self.reads = reads
  }

  static let all = [
    AskedAtSize(PostureQuestion.self, ["company": SeededLog.subject]),
    AskedAtSize(PostureQuestion.self, ["company": "Company no. 7"], as: .text),
    AskedAtSize(ExplanationQuestion.self, ["company": SeededLog.subject, "market": "RU"]),
    AskedAtSize(
      ExplanationQuestion.self, ["company": SeededLog.subject, "market": "RU"], as: .text),
    AskedAtSize(EventQuestion.self, ["event": "own-cut-4"]),
    AskedAtSize(EventQuestion.self, ["event": "5010"]),
    AskedAtSize(EventsQuestion.self, ["company": SeededLog.subject]),
    AskedAtSize(EventsQuestion.self, ["measure": "ban"]),
    AskedAtSize(EventsQuestion.self, ["type": "silent_reduction", "limit": "5"]),
    AskedAtSize(EventsQuestion.self, ["type": "pressure", "limit": "5", "newest": "true"]),
    AskedAtSize(EventsQuestion.self, ["limit": "5", "newest": "true"]),
    AskedAtSize(MeasuresQuestion.self, [:]),
    // Of a log without an index of words every text is read; else see "Laws of text searches".
    AskedAtSize(
      SearchQuestion.self, ["q": "company no. 7"], reads: Set(EventType.allCases)),
    AskedAtSize(CompanyQuestion.self, ["company": SeededLog.subject], as: .csv),
    // What addresses companies without naming them is found among all that addresses companies.
    AskedAtSize(
      CompanyQuestion.self, ["company": SeededLog.subject],
      reads: [.governmentStatement, .pressure, .correction]),
    AskedAtSize(
      CompanyQuestion.self, ["company": SeededLog.subject], as: .html,
      reads: [.governmentStatement, .pressure, .correction]),
  ]
}
