import Stances
import Testing

@testable import Intake

@Suite("All faults at once")
struct FaultTests {
  @Test("every value of an event that is refused is named, in any format")
  func allOfOneEvent() throws {
    let line = """
      {"id":"a","type":"silent_reduction","v":1,"company":"smic","markets":["Russia","BY"],\
      "level":"suspnded","occurred":"2022-03/04","published":"2022-13","evidence":[{"grade":"B9"}],\
      "colour":"red"}
      """
    let expected = [
      "markets[0]: 'Russia' is not a market code; did you mean RU (Russia)?",
      "level: 'suspnded' is not one of the words for this; did you mean 'suspended'?",
      "occurred: '2022-03/04' is not a date in EDTF; did you mean 2022-03/2022-04?",
      "published: 2022-13 does not exist: months run from 01 to 12",
      "evidence[0]: source needs 'publisher'; add it",
    ]
    for (text, name) in [(line, "a.jsonl"), ("[\n\(line)\n]", "a.json")] {
      let file = try ScratchFile(text, named: name)
      let format: InputFormat = name.hasSuffix(".json") ? .json : .jsonl
      guard case .refused(let refusal)? = try proposals(in: file, format: format).first?.content
      else {
        Issue.record("accepted")
        return
      }
      let said = refusal.faults.map { "\($0)" }
      for words in expected { #expect(said.contains { $0.hasSuffix(words) }, "\(words)") }
      #expect(said.contains { $0.contains("grade: 'B9' is not a valid Admiralty grade") })
      #expect(said.contains { $0.contains("no field 'colour'") })
      #expect(said.count == 7)
      let columns = refusal.faults.compactMap { fault in
        if case .character(_, let line, let column) = fault.place { (line, column) } else { nil }
      }
      #expect(columns.allSatisfy { $0.0 == (format == .json ? 2 : 1) })
      #expect(columns.contains { $0.1 == 71 })
    }
  }

  @Test(
    "a text of which nothing shows is as good as empty",
    arguments: [
      "\\u200b", "\\u00ad", "\\u2060 \\u200d", "\\ufe0f", "\\udb40\\udc41", "\\u3164", "\\u2800",
      "\\u00a0\\ufeff",
    ])
  func unseen(text: String) throws {
    let event = #"{"id":"a","type":"company_registered","v":2,"company":"a","name":"NAME","#
    let rest = #""country":"CN","aliases":["ALIAS"]}"#
    for (name, alias, path) in [(text, "A", "name"), ("A", text, "aliases[0]")] {
      let line = (event + rest).replacing("NAME", with: name).replacing("ALIAS", with: alias)
      let file = try ScratchFile(line, named: "a.jsonl")
      guard case .refused(let refusal)? = try proposals(in: file).first?.content else {
        Issue.record("accepted")
        return
      }
      #expect(refusal.faults.map(\.path) == [path])
      #expect(
        refusal.faults.first?.sentence
          == "has only characters that do not show, such as U+200B; write what can be read, or omit "
          + "the field")
    }
    let file = try ScratchFile(
      (event + rest).replacing("NAME", with: "A\(text)").replacing("ALIAS", with: "\(text)Ä"),
      named: "a.jsonl")
    guard case .event? = try proposals(in: file).first?.content else {
      Issue.record("refused")
      return
    }
  }

  @Test("the same fault of many events is one finding, and the list is bounded")
  func grouped() {
    var list = FindingList()
    for line in 2...440 {
      list.add(
        IntakeError(
          place: .cell(file: "a.csv", line: line, header: "country"), path: "country",
          sentence: "'United States' is not a market code; did you mean US (United States)?"))
    }
    #expect(
      list.findings.map(\.grouped) == [
        "439 rows: 'United States' is not a market code; did you mean US (United States)? "
          + "(first: line 2, column 'country')"
      ])
    for line in 1...200 {
      list.add(IntakeError(place: .line(file: "a.csv", line: line), sentence: "fault \(line)"))
    }
    #expect(list.findings.count == FindingList.limit)
    #expect(list.others == 151)
    #expect(list.lines.last == "and 151 more")
  }

  @Test("every column that is no field is named")
  func header() throws {
    #expect(
      try faults(in: "id,tpye,levle,type\na,,,denial\n", named: "a.csv").prefix(2) == [
        "line 1, column 'tpye': no event has a field 'tpye'; did you mean 'type'?",
        "line 1, column 'levle': no event has a field 'levle'; did you mean 'level'?",
      ])
  }

  @Test("numbers are taken where a decimal is wanted, with their digits; not where a text is")
  func numbers() throws {
    func figure(_ value: String, _ note: String = "\"n\"", hs: String = "8542") -> String {
      """
      {"id":"a","type":"trade_statistic","v":1,"publisher":"GACC","reporter":"CN","partner":"RU",\
      "product":{"name":"x","hs":"\(hs)"},"period":"2022","value":\(value),"occurred":"2022",\
      "published":"2023","evidence":[{"publisher":"G"}],"note":\(note)}
      """
    }
    for (text, digits) in [("1000", "1000"), ("-66.50", "-66.50"), ("\"7\"", "7")] {
      for (format, body) in [(InputFormat.jsonl, figure(text)), (.json, "[\(figure(text))]")] {
        let file = try ScratchFile(body, named: "a")
        guard
          case .tradeStatistic(let statistic)? =
            try events(in: file, format: format).first?.event.content
        else {
          Issue.record("no figure")
          continue
        }
        #expect(statistic.value?.text == digits)
      }
    }
    #expect(
      try refusal(of: figure("\"1\"", "1.5"), named: "a.jsonl")?.contains("expected a text") == true
    )
    #expect(
      try refusal(of: figure("\"12,5\""), named: "a.jsonl")?.hasSuffix("did you mean '12.5'?")
        == true)
    #expect(
      try refusal(of: figure("1", hs: "854"), named: "a.jsonl")?
        .contains("did you mean '0854', with the 0 that spreadsheets drop?") == true)
    #expect(
      try refusal(of: figure("1", hs: "85423190"), named: "a.jsonl")?
        .contains("did you mean '854231'?") == true)
  }

  @Test("a digest in upper case and an LEI in lower case are written as the vocabulary has them")
  func folded() throws {
    let digest = String(repeating: "AB", count: 32)
    let line = declinedComment().replacing(
      "\"AFP\"", with: "\"AFP\",\"sha256\":\"\(digest)\"")
    #expect(
      try events(in: ScratchFile(line)).first?.event.evidence.first?.sha256 == digest.lowercased())
    let company = """
      {"id":"c","type":"company_registered","v":1,"company":"x","name":"X","country":"US",\
      "identifiers":{"lei":"5493001kjtiigc8y1r12"}}
      """
    guard
      case .companyRegistered(let read)? = try events(in: ScratchFile(company)).first?.event.content
    else {
      Issue.record("no registration")
      return
    }
    #expect(read.identity.lei == "5493001KJTIIGC8Y1R12")
  }
}
