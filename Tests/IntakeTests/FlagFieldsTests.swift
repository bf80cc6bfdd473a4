import JSON
import Stances
import Testing

@testable import Intake

@Suite("Flags")
struct FlagFieldsTests {
  private let words = [
    "--company", "lenovo", "--markets", "RU,BY", "--markets=KZ", "--level", "reducing",
    "--lines", "servers, all", "--lines", "laptops", "--occurred", "2022-03~",
    "--published", "2022-05-06", "--evidence-publisher", "WSJ", "--evidence-2-publisher", "FT",
  ]

  private func event(
    _ words: [String], type: EventType = .silentReduction
  ) throws -> ProposedEvent {
    switch try FlagFields(words, type: type).proposal().content {
    case .event(let event, _): return event
    case .refused(let refusal): throw try #require(refusal.faults.first)
    case .named(let written, _, let names):
      throw IntakeError(place: written.place(of: ""), sentence: "names: \(names.map(\.text))")
    }
  }

  @Test("flags give the same event as JSON")
  func sameAsJSON() throws {
    let file = try ScratchFile(
      """
      {"type":"silent_reduction","v":2,"company":"lenovo",\
      "markets":["RU","BY","KZ"],"level":"reducing","lines":["servers, all","laptops"],\
      "occurred":"2022-03~","published":"2022-05-06",\
      "evidence":[{"publisher":"WSJ"},{"publisher":"FT"}]}
      """)
    let given = try event(words).canonicalBytes
    #expect(try [given] == events(in: file).map { $0.canonicalBytes })
  }

  @Test("the fields of version 2 have their flags, into the claimant too")
  func newFields() throws {
    let given = try event(
      [
        "--company", "lenovo", "--markets", "RU", "--wind-down", "--until", "2022-06-30",
        "--lines", "spare parts", "--claimant-body", "cn-mofcom", "--claimant-name", "a minister",
        "--occurred", "2022-05", "--published", "2022-05", "--evidence-publisher", "FT",
        "--evidence-origin", "Reuters",
      ], type: .continuedBusiness)
    guard case .continuedBusiness(let business) = given.event.content else {
      Issue.record("not continued business")
      return
    }
    #expect(business.windDown)
    #expect(business.until?.text == "2022-06-30")
    #expect(business.claimant?.body?.text == "cn-mofcom")
    #expect(business.claimant?.name == "a minister")
    #expect(given.event.evidence.map(\.origin) == ["Reuters"])
  }

  @Test("a name that is given is kept")
  func ownName() throws {
    #expect(try event(words + ["--id", "mine"]).event.id.text == "mine")
  }

  @Test("a flag of a truth value needs no word after it, and values may start with a hyphen")
  func bareFlags() throws {
    let common = [
      "--occurred", "2022", "--published", "2022", "--evidence-publisher", "FT",
    ]
    let resumption = try event(
      ["--company", "a", "--disclosed", "--markets", "RU"] + common, type: .resumption)
    guard case .resumption(let content) = resumption.event.content else {
      Issue.record("not a resumption")
      return
    }
    #expect(content.disclosed)
    let figure = try event(
      [
        "--publisher", "GACC", "--reporter", "CN", "--partner", "RU", "--product-name", "laptops",
        "--period", "2022-03", "--change-percent", "-40",
      ] + common, type: .tradeStatistic)
    guard case .tradeStatistic(let statistic) = figure.event.content else {
      Issue.record("not a figure")
      return
    }
    #expect(statistic.change?.percent.description == "-40")
  }

  @Test(
    "flags that cannot be used are refused with what to do",
    arguments: [
      (["lenovo"], "'lenovo' is not a flag; write --field value, and quote values with blanks"),
      (
        ["--levle", "x"],
        "silent_reduction has no flag --levle; did you mean '--level'?"
      ),
      (
        ["--speaker", "x"],
        "silent_reduction has no flag --speaker; 'stance types silent_reduction' lists its fields"
      ),
      (
        ["--publisher", "x"],
        "silent_reduction has no flag --publisher; did you mean '--evidence-publisher'?"
      ),
      (["--level"], "--level needs a value after it"),
      (["--level", "a", "--level", "b"], "--level is given twice; it takes one value"),
    ])
  func refusedFlags(words: [String], sentence: String) {
    #expect { try FlagFields(words, type: .silentReduction) } throws: { "\($0)" == sentence }
  }

  @Test(
    "values that do not fit are refused with their flag",
    arguments: [
      (
        "reducing", "gone",
        "--level: 'gone' is not one of the words for this; write reducing, suspended or exited"
      ),
      (
        "2022-05-06", "6.5.2022",
        "--published: '6.5.2022' is not a date in EDTF; did you mean 2022-05-06 or 2022-06-05?"
      ),
      (
        "FT", " ",
        "--evidence-2-publisher: evidence[1].publisher: is empty; fill it or omit "
          + "the field"
      ),
    ])
  func refusedValues(right: String, wrong: String, sentence: String) {
    let changed = words.map { $0 == right ? wrong : $0 }
    #expect { try event(changed) } throws: { "\($0)" == sentence }
  }

  @Test("what is missing is said of the event")
  func missing() {
    #expect { try event(["--company", "a"]) } throws: { error in
      "\(error)" == "silent_reduction needs 'markets'; add it"
    }
  }

  @Test(
    "every field of every type can be given by a flag and a column", arguments: EventType.allCases)
  func everyField(type: EventType) {
    for separator in ["-", "."] {
      for name in FieldNames.all(of: [type], separatedBy: separator) {
        let path = FieldPath(name, separatedBy: Character(separator), in: [type])
        #expect(path != nil, "\(name) of \(type.rawValue)")
      }
    }
  }
}
