import Answers
import EventLog
import Stances
import TestSupport
import Testing

/// A question reads the log once, whatever it is written as: the whole way from its parameters to
/// its bytes is one access, and its statements are counted here.
@Suite("The statements of a question, by format")
struct QuestionStatementTests {
  @Test("each question prepares no more statements than the table says", arguments: FormatCost.all)
  func ceiling(cost: FormatCost) throws {
    let statements = try cost.runs(in: FoundingCorpus().log).map(\.sql)
    // A certificate also checks the rows that it rests on, each by a look-up.
    let reads = Reads(statements.filter { !cost.checksRows || !FormatCost.isOfRowCheck($0) })
    #expect(FormatCost.count(statements) <= cost.ceiling, "\(cost): \(statements)")
    #expect(
      [reads.amendments, reads.names - cost.namesLookedUp, reads.registrations]
        .allSatisfy { $0 <= 1 },
      "\(cost): \(reads)")
    #expect(reads.moves <= 1 + cost.companiesLookedUp, "\(cost): \(reads)")
  }

  @Test("the table has every question in each of its formats, and each of its pictures")
  func complete() {
    for question in Questions.all {
      let rows = FormatCost.all.filter { $0.question == question }
      // A PNG is the picture, drawn by another program.
      let formats = Set(question.formats).subtracting([.png])
      #expect(Set(rows.map(\.format)) == formats, "\(question.name)")
      #expect(Set(rows.compactMap(\.picture)) == Set(question.pictures), "\(question.name)")
    }
  }

  @Test("a statement that is prepared again counts again, a look-up of rows counts once")
  func counting() {
    #expect(FormatCost.count(["SELECT a FROM x", "SELECT a FROM x"]) == 2)
    #expect(FormatCost.count(["SELECT a FROM x WHERE b = ?", "SELECT a FROM x WHERE b = ?"]) == 1)
    #expect(
      FormatCost.count(["SELECT 1 FROM x WHERE b IS ?", "SELECT 1 FROM x WHERE b IS ?"]) == 1)
  }
}

/// How many statements a question may prepare in one format.
struct FormatCost: Sendable, CustomStringConvertible {
  let question: any Answers.Question.Type
  let given: [String: String]
  let format: Format
  let picture: String?
  let ceiling: Int

  var description: String {
    "\(question.name), \(format.name)\(picture.map { " of the \($0)" } ?? "")"
  }

  /// The statements that run from the question to its bytes, in one access to the log.
  func runs(in log: AnsweringLog) throws -> [StatementRun] {
    var texts = given
    texts["picture"] = picture
    let known = question.parameters.map(\.name)
    if known.contains("to") { texts["to"] = "2022-05-06" }
    if known.contains("knownBy") { texts["knownBy"] = "2022-05-05" }
    let given = try Given(
      texts.flatMap { name, text in text.split(separator: ",").map { (name, String($0)) } },
      for: question.parameters)
    let today = try Day(iso: "2022-05-06")
    var runs: [StatementRun] = []
    try log.read(observing: { runs.append($0) }) { log in
      let asked = try Asked(
        given, as: format, at: log.state, today: today, now: Timestamp(milliseconds: 0))
      let bytes = try question.reply(to: asked, in: log).bytes(as: format, Rendering())
      #expect(!bytes.isEmpty, "\(self)")
    }
    return runs
  }

  /// How many companies are looked up one by one besides: of news those that changed.
  var companiesLookedUp: Int {
    switch question.name {
    case NewsQuestion.name: 5
    case CompareQuestion.name: 1
    default: 0
    }
  }

  /// How many companies are looked up by name before they are asked about together.
  var namesLookedUp: Int { question.name == CompareQuestion.name ? 2 : 0 }

  /// Whether the answer is checked against the events' bytes before it is given.
  var checksRows: Bool { question.name == CertificateQuestion.name }

  /// Whether a statement looks for one row of a check, or lists those to be checked.
  static func isOfRowCheck(_ statement: String) -> Bool {
    statement.hasPrefix("SELECT 1 FROM") || statement.hasPrefix("SELECT count(*) FROM move")
      || statement.hasPrefix("SELECT name, source FROM registration")
      || statement.contains("UNION") || statement.contains("WHERE target = ?")
  }

  /// How many statements were prepared.
  ///
  /// A look-up of rows by a value is prepared once and runs again for each value; all others are
  /// prepared to run once.
  static func count(_ statements: [String]) -> Int {
    let lookups = statements.filter { $0.contains("= ?") || $0.contains("IS ?") }
    return statements.count - lookups.count + Set(lookups).count
  }

  static let all =
    costs(
      BoardQuestion.self,
      [
        .text: 17, .md: 17, .csv: 11, .json: 17, .jsonl: 11, .html: 18,
        .ics: 8, .atom: 11, .timelinejs: 8, .vegaLite: 10,
      ],
      pictures: ["board": 11, "counts": 10])
    + costs(
      TimelineQuestion.self,
      [
        .text: 12, .md: 12, .csv: 6, .json: 12, .jsonl: 6, .html: 11,
        .ics: 8, .atom: 12, .timelinejs: 8, .vegaLite: 10,
      ],
      pictures: ["timeline": 11])
    + costs(
      AboutQuestion.self,
      [.text: 12, .md: 12, .csv: 12, .json: 12, .html: 12])
    + costs(
      MeasuresQuestion.self,
      [.text: 13, .md: 13, .csv: 13, .json: 13, .html: 13])
    + costs(
      CompaniesQuestion.self,
      [.text: 14, .md: 14, .csv: 14, .json: 14, .jsonl: 14, .html: 14])
    + costs(
      BodiesQuestion.self,
      [.text: 10, .md: 10, .csv: 10, .json: 10, .jsonl: 10, .html: 10])
    + costs(
      ChangesQuestion.self, given: ["fromTo": "2022-02-23"],
      [.text: 14, .md: 14, .csv: 14, .json: 14, .html: 14])
    + costs(
      NewsQuestion.self, given: ["since": "400", "seen": "2022-04-05"],
      [.text: 24, .md: 24, .csv: 24, .json: 24, .html: 24, .atom: 24, .jsonFeed: 24, .eml: 24])
    + costs(
      ReplayQuestion.self,
      [.text: 14, .md: 14, .csv: 14, .json: 14, .html: 14])
    + costs(
      EventsQuestion.self,
      [.text: 5, .md: 5, .csv: 5, .json: 5, .jsonl: 5, .html: 5])
    + costs(
      SearchQuestion.self, given: ["q": "lenovo"],
      [.text: 19, .md: 19, .csv: 19, .json: 19, .html: 19])
    + costs(
      ReviewQuestion.self,
      [.text: 14, .md: 14, .csv: 14, .json: 14, .html: 14])
    + costs(
      CountQuestion.self, given: ["by": "sector"],
      [.text: 12, .md: 12, .csv: 12, .json: 12, .html: 12])
    + costs(
      PostureQuestion.self,
      [.text: 10, .md: 10, .csv: 10, .json: 10, .html: 10])
    + costs(
      CompanyQuestion.self, given: ["company": "lenovo"],
      [
        .text: 19, .md: 19, .csv: 18, .json: 19, .html: 21,
        .ics: 19, .atom: 19, .timelinejs: 19, .vegaLite: 18,
      ],
      pictures: ["strip": 19, "pressure": 18])
    + costs(
      CompareQuestion.self, given: ["company": "lenovo,xiaomi"],
      [.text: 20, .md: 20, .csv: 20, .json: 20, .html: 22], pictures: ["strips": 20])
    + costs(
      LeadQuestion.self, given: ["measure": "cn-anti-foreign-sanctions-law"],
      [.text: 20, .md: 20, .csv: 20, .json: 20, .html: 20])
    + costs(
      ExplanationQuestion.self, given: ["company": "lenovo", "market": "RU"],
      [.text: 13, .md: 13, .csv: 13, .json: 13, .html: 13])
    + costs(
      EventQuestion.self, given: ["event": "42"],
      [.text: 7, .md: 7, .csv: 7, .json: 7, .html: 7])
    + costs(
      CertificateQuestion.self, given: ["company": "lenovo"],
      [.text: 40, .md: 40, .csv: 40, .json: 40, .html: 40])

  private static func costs(
    _ question: any Answers.Question.Type, given: [String: String] = [:],
    _ ceilings: KeyValuePairs<Format, Int>, pictures: KeyValuePairs<String, Int> = [:]
  ) -> [FormatCost] {
    ceilings.map { format, ceiling in
      FormatCost(
        question: question, given: given, format: format, picture: nil, ceiling: ceiling)
    }
      + pictures.map { picture, ceiling in
        FormatCost(
          question: question, given: given, format: .svg, picture: picture, ceiling: ceiling)
      }
  }
}
