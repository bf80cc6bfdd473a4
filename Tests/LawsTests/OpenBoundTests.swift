import Answers
import EventLog
import Stances
import TestSupport
import Testing

/// A bound that is not known is not a day: no answer prints one for it, in any format.
@Suite("Open bounds in answers")
struct OpenBoundTests {
  @Test(
    "no answer in any format prints a stand-in for a bound that is not known",
    arguments: RuleSet.allCases, Fuzziness.allCases)
  func everyFormat(rules: RuleSet, fuzzy: Fuzziness) throws {
    let log = try AnsweringLog(Self.events)
    for question in Questions.all {
      let pictures = question.pictures.map(Optional.some)
      // A PNG is the picture, drawn by another program.
      for format in question.formats where format != .png {
        for picture in format.name == Format.svg.name ? pictures : [nil] {
          for to in [fuzzy == .lenient ? "2022-12-31" : "2024-02-29"] {
            let query = Query(
              question: question, format: format, picture: picture, to: to, rules: rules,
              fuzzy: fuzzy)
            let text = try query.answer(of: log)
            #expect(!text.isEmpty, "\(query.words)")
            #expect(Self.standIns(in: text).isEmpty, "\(query.words): \(Self.standIns(in: text))")
          }
        }
      }
    }
  }

  @Test("so it is over random histories", arguments: UInt64(1)...3)
  func randomHistories(seed: UInt64) throws {
    let log = try AnsweringLog(RandomHistory(seed: seed).events)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<3 {
      let clocks = Clocks.random(at: try log.head(), using: &generator)
      let found = try log.answers(clocks).flatMap(Self.standIns)
      #expect(found.isEmpty, "seed \(seed), \(clocks): \(found)")
    }
  }

  @Test("a stand-in is found with what is around it")
  func finding() {
    #expect(Self.standIns(in: "since distantPast, so").count == 1)
    #expect(Self.standIns(in: "for -2147483648 days").count == 1)
    #expect(Self.standIns(in: "DTSTART:-99990101\nuntil 9999-12-31").count == 2)
    #expect(Self.standIns(in: "from 2020-02-29 to 2023-01-01, #999999").isEmpty)
  }

  /// What stands for an open end inside the program, with the text around it.
  private static func standIns(in text: String) -> [String] {
    let pattern =
      /.{0,40}(?:distant(?:Past|Future)|-9999|9999-12|99991231|2147483[0-9]{3}|92233720368|\b(?:4371587|2932896)\b|\binf\b|\bnan\b).{0,20}/
    return text.matches(of: pattern).map { String($0.output) }
  }

  /// Events with every kind of open bound, on leap days and on the first and last days of years.
  private static let events: [TestEvent] = [
    body("ministry", id: "reg-ministry"),
    company("ada", id: "reg-ada"),
    company("bell", id: "reg-bell"),
    company("bell", name: "Bell & Co", id: "reg-bell-later").with("occurred", "../2023-01-01")
      .with("published", "2023-01-01"),
    announcement("ada", .suspended, on: "../2022-12-31", published: "2022-12-31", id: "word"),
    announcement(
      "ada", .exited, on: "2023-01-01", effective: "../2024-02-29", id: "pledge-open-start"),
    announcement(
      "bell", .exited, on: "2020-02-29", effective: "2022-12-31/..", id: "pledge-open-end"),
    silentReduction(
      "ada", .reducing, on: "../2020-02-29", published: "2020-02-29", id: "cut-open-start"),
    silentReduction(
      "bell", .suspended, on: "2022-12-31/..", published: "2022-12-31/..", id: "cut-open-end"),
    continuedBusiness("bell", .operating, on: "/2023-01-01", published: "2023-01-01/", id: "seen"),
    continuedBusiness("ada", .operating, on: "2024-02-29", id: "delivery")
      .with("until", "2024-12-31/.."),
    resumption(
      "bell", disclosed: true, on: "[..2022-12-31]", published: "2022-12-31", id: "back"),
    exit("ada", .sold, disclosed: true, on: "[2024-02-29..]", id: "sold"),
    denial("ada", on: "../2022-01-01", published: "2022-01-01", id: "denial"),
    complianceReview(
      "ada", .opened, on: "../2022-12-31", published: "2023-01-01", id: "review"),
    measure(
      "ban", by: "ministry", .inForce, on: "../2020-02-29", published: "2020-02-29",
      until: "2024-02-29/..", to: named("ada"), power: true, id: "ban-in-force"),
    measure(
      "ban", by: "ministry", .suspended, on: "2022-12-31", until: "../2023-01-01",
      id: "ban-suspended"),
    measure(
      "rule", by: "ministry", .adopted, on: "2022-12-31", effective: "2023-01-01/..",
      under: "ban", id: "rule-adopted"),
    measure("rule", by: "ministry", .lifted, on: "2024-02-29/..", id: "rule-lifted"),
    statement(by: "ministry", on: "../2022-12-31", to: named("bell"), id: "statement"),
    pressure(by: .investor, on: "2020-02-29/..", to: named("ada"), id: "pressure"),
    tradeStatistic(
      by: "ministry", product: "laptops", period: "../2022-12-31", percent: "-40",
      on: "2023-01-01", id: "figure"),
  ]
}

/// One question in one format.
private struct Query {
  let question: any Answers.Question.Type
  let format: Format
  let picture: String?
  let to: String
  let rules: RuleSet
  let fuzzy: Fuzziness

  var words: String {
    "\(question.name) as \(format.name) \(picture ?? "") to \(to), \(fuzzy), \(rules.rawValue)"
  }

  func answer(of log: AnsweringLog) throws -> String {
    let values = [
      "company": "ada", "market": "RU", "event": "cut-open-start", "q": "a",
      "fromTo": "2020-01-01", "to": to, "fuzzy": fuzzy.rawValue, "rules": rules.rawValue,
    ]
    let known = Set(question.parameters.map(\.name))
    var texts = values.filter { known.contains($0.key) }
    texts["picture"] = picture
    if question.name == EventsQuestion.name { texts = texts.filter { $0.key != "company" } }
    var items = texts.map { (name: $0.key, text: $0.value) }
    if question.name == CompareQuestion.name { items.append(("company", "bell")) }
    if question.name == LeadQuestion.name { items.append(("measure", "ban")) }
    let given = try Given(items, for: question.parameters)
    return try log.read { log in
      let asked = try Asked(
        given, as: format, at: log.state, today: try Day(iso: "2024-03-01"),
        now: Timestamp(milliseconds: 0))
      let bytes = try question.reply(to: asked, in: log).bytes(as: format, Rendering())
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
