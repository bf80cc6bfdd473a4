import JSON
import Stances
import TestSupport
import Testing

@Suite("What is taken in, and what is said of it")
struct IntakeCommandTests {
  private let head =
    "id,type,company,markets,level,occurred,published,evidence.publisher,evidence.grade"

  @Test("all faults of a file are listed in one run, alike for a dry run, and nothing is recorded")
  func allFaults() throws {
    let desk = try Desk()
    let rows = (1...120).map { number in
      "e\(number),silent_reduction,lenovo,United States,suspended,2022-03,2022-04,FT,B2"
    }
    let file = try desk.write(
      [head] + rows + ["f,silent_reduction,lenvo,RU,gone,Jun-22,2022-04,FT,B2"], to: "a.csv")
    for arguments in [["append", "--from", file], ["append", "--from", file, "--dry-run"]] {
      let outcome = try desk.run(arguments)
      #expect(outcome.status == 65)
      #expect(outcome.output.isEmpty)
      let lines = outcome.messages.split(separator: "\n").map(String.init)
      #expect(lines.first == "stance: a.csv: 121 rows are refused, and nothing is recorded:")
      #expect(
        lines.dropFirst().first
          == "  120 rows: 'United States' is not a market code; did you mean US (United States)? "
          + "(first: line 2, column 'markets')")
      #expect(lines.count == 5)
      #expect(outcome.messages.contains("line 122, column 'level': 'gone'"))
      #expect(outcome.messages.contains("line 122, column 'occurred': 'Jun-22'"))
      #expect(outcome.messages.contains("no company 'lenvo' is registered; did you mean 'lenovo'?"))
    }
    #expect(try desk.head() == 1)
  }

  @Test("a fault of a registration does not make faults of the events that name the company")
  func noCascade() throws {
    let desk = try Desk()
    let file = try desk.write([
      company("nokia", name: "Nokia").with("country", "Finland").line,
      silentReduction("nokia", .suspended, on: "2022-03-01").line,
    ])
    let outcome = try desk.run("append", "--from", file)
    #expect(outcome.status == 65)
    #expect(outcome.messages.split(separator: "\n").count == 1)
    #expect(outcome.messages.contains("did you mean FI (Finland)?"))
  }

  @Test("a registered name or alias is read as its slug, and the program says so")
  func names() throws {
    let desk = try Desk([company("smic", name: "SMIC").with("aliases", ["中芯国际", "S.M.I.C."])])
    let outcome = try desk.run(
      "append", "silent_reduction", "--id", "cut", "--company", "LÉNOVO", "--markets", "UA-43",
      "--level", "suspended", "--occurred", "2022-03", "--published", "2022-04",
      "--evidence-publisher", "FT", "--evidence-grade", "B2", "--json")
    #expect(outcome.status == 0)
    #expect(
      outcome.messages == "stance: note: --company: 'LÉNOVO' is read as 'lenovo' (Lenovo)\n")
    #expect(outcome.output.contains("\"detail\": \"'LÉNOVO' is read as 'lenovo' (Lenovo)\""))
    #expect(try desk.run("posture", "lenovo").output.contains("Crimea"))
    #expect(try desk.run("explain", "lenovo", "UA-43").status == 0)
    let one = try desk.run("explain", "lenovo", "--json").output
    #expect(try desk.run("explain", "lenovo", "UA-43", "--json").output == one)
    let line = silentReduction("smic", .suspended, on: "2022-03-01").with("company", "中芯国际").line
    #expect(try desk.run("append", "--from", desk.write([line])).status == 0)
    let unknown = try desk.run(
      "append", "--from", desk.write([line.replacing("中芯国际", with: "Lenovo Russia")]))
    #expect(unknown.status == 65)
    #expect(
      unknown.messages.contains(
        "company: 'Lenovo Russia' is neither a slug nor the name of a company; did you mean 'lenovo'?"
      ))
  }

  @Test("a name that two companies have is not resolved, and is said when it is registered")
  func collision() throws {
    let desk = try Desk()
    let twin = try desk.run(
      "append", "company_registered", "--id", "twin", "--company", "lenovo-ru",
      "--name", "L\u{435}novo", "--aliases", "Lenovo", "--country", "RU")
    #expect(twin.status == 0)
    #expect(
      twin.messages.contains("is also that of 'lenovo'; if both are one, record under one slug"))
    let line = silentReduction("lenovo", .suspended, on: "2022-03-01").with("company", "Lenovo")
      .line
    let outcome = try desk.run("append", "--from", desk.write([line]))
    #expect(outcome.status == 65)
    #expect(outcome.messages.contains("is the name of several; write 'lenovo' or 'lenovo-ru'"))
  }

  @Test(
    "what is unlikely is recorded with a warning, and refused by --strict",
    arguments: [
      ("published", "2022-01-01", "is before it occurred"),
      ("occurred", "2222-03-01", "is after today"),
      ("published", "2222-03-01", "is after today"),
      ("occurred", "1822-03-01", "200 years before it was published, 2022-03-01"),
      (
        "evidence", #"[{"publisher":"FT","published":"2022-09","grade":"B2"}]"#,
        "after the event's own"
      ),
      (
        "evidence",
        #"[{"publisher":"FT","url":"http://a.b","grade":"B2"},{"publisher":"F","url":"http://a.b","grade":"C3"}]"#,
        "the same source has two grades, B2 and C3"
      ),
      ("evidence", #"[{"publisher":"FT"}]"#, "no source has a grade, and F6 counts for nothing"),
      ("evidence", #"[{"publisher":"FT","grade":"B1"}]"#, "says 'confirmed by others'"),
      (
        "evidence",
        #"[{"publisher":"FT","origin":"AFP","grade":"B1"},{"publisher":"Zeit","origin":"afp","grade":"B2"}]"#,
        "all sources rest on one"
      ),
      ("occurred", "2022", "reported for a bare year, 2022; if it was so throughout"),
      ("id", "again", "says the same: company, type, day and level"),
    ])
  func warnings(field: String, value: String, words: String) throws {
    let desk = try Desk([silentReduction("lenovo", .suspended, on: "2022-03-01", id: "first")])
    let base = silentReduction("lenovo", .reducing, on: "2022-03-01", id: "cut")
    let event =
      field == "id" ? silentReduction("lenovo", .suspended, on: "2022-03-01", id: value) : base
    let line =
      field == "evidence"
      ? base.without("evidence").line.dropLast() + ",\"evidence\":\(value)}"
      : field == "id" ? event.line[...] : base.with(field, value).line[...]
    let file = try desk.write([String(line)])
    let strict = try desk.run("append", "--from", file, "--strict")
    #expect(strict.status == 65)
    #expect(strict.messages.contains(words), "\(strict.messages)")
    #expect(try desk.head() == 2)
    let outcome = try desk.run("append", "--from", file, "--json")
    #expect(outcome.status == 0)
    #expect(outcome.messages.hasPrefix("stance: warning: "), "\(outcome.messages)")
    #expect(outcome.messages.contains(words), "\(outcome.messages)")
    #expect(outcome.output.contains("\"warnings\": [\n    {"))
    #expect(try desk.head() == 3)
    // What is recorded already is not warned of again.
    #expect(try desk.run("append", "--from", file).messages.isEmpty)
  }

  @Test("a day decades away from the one on which it is to count is warned of, in either direction")
  func decadesApart() throws {
    let desk = try Desk([silentReduction("lenovo", .reducing, on: "2021-03-01")])
    for effective in ["1922-03-01", "2122-03-01"] {
      let line = announcement("lenovo", .suspended, on: "2022-03-01", effective: effective).line
      let outcome = try desk.run("append", "--from", desk.write([line]), "--dry-run")
      #expect(outcome.messages.contains("100 years from the day it occurred"))
    }
    let line = announcement("lenovo", .suspended, on: "2022-03-01", effective: "2032-03-01").line
    #expect(try desk.run("append", "--from", desk.write([line]), "--dry-run").messages.isEmpty)
  }

  @Test("two papers with reports of their own confirm each other")
  func twoOrigins() throws {
    let desk = try Desk()
    let line = silentReduction("lenovo", .suspended, on: "2022-03-01").without("evidence").line
      .dropLast()
    let evidence =
      #"[{"publisher":"FT","grade":"B1"},{"publisher":"Zeit","origin":"AFP","grade":"B2"}]"#
    let file = try desk.write([line + ",\"evidence\":\(evidence)}"])
    let outcome = try desk.run("append", "--from", file, "--strict")
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.messages.isEmpty)
  }

  @Test("an event of which nothing counts is warned of, and one whose word counts is noted")
  func claimsThatDoNotCount() throws {
    let desk = try Desk([silentReduction("lenovo", .suspended, on: "2022-03-01")])
    let weak = continuedBusiness("lenovo", .operating, on: "2022-04-01", grade: "D4", id: "weak")
    let file = try desk.write([weak.line])
    #expect(try desk.run("append", "--from", file, "--strict").status == 65)
    #expect(
      try desk.run("append", "--from", file).messages
        == "stance: warning: \(file): line 1: in RU it does not count: a weak claim never "
        + "displaces a credible one (weak_claim); "
        + "'lenovo-silent-reduction-2022-03-01' stands\n")
    let defence = try desk.write([
      announcement("lenovo", .operating, on: "2022-05-01", id: "as-usual").line
    ])
    let outcome = try desk.run("append", "--from", defence, "--strict")
    #expect(outcome.status == 0)
    #expect(
      outcome.messages.contains(
        "note: \(defence): line 1: in RU it is a word and not what the company does: a defence "
          + "never displaces what is credibly reported (defence); "
          + "'lenovo-silent-reduction-2022-03-01' stands"), "\(outcome.messages)")
  }

  @Test("bodies of two countries may share a name; two bodies of one country are warned of")
  func namesOfBodies() throws {
    let desk = try Desk([body("mfa-cn", name: "Foreign Ministry", jurisdiction: "CN")])
    let file = try desk.write([body("mfa-ru", name: "Foreign Ministry", jurisdiction: "RU").line])
    let other = try desk.run("append", "--from", file, "--strict")
    #expect(other.status == 0, "\(other.messages)")
    let second = body("mfa", name: "foreign ministry", jurisdiction: "CN").line
    let again = try desk.run("append", "--from", desk.write([second]))
    #expect(again.messages.contains("the name 'foreign ministry' is also that of 'mfa-cn'"))
  }

  @Test("an event without anything unlikely is recorded in silence, also by --strict")
  func silence() throws {
    let desk = try Desk()
    let line = silentReduction("lenovo", .suspended, on: "2022-03-01").line
    let outcome = try desk.run("append", "--from", desk.write([line]), "--strict")
    #expect(outcome.status == 0)
    #expect(outcome.messages.isEmpty)
  }

  @Test("a workbook is refused in words, never as bytes")
  func workbook() throws {
    let desk = try Desk()
    let outcome = try desk.bash(
      "printf 'PK\\003\\004rest' > a.xlsx; \"$stance\" append --from a.xlsx")
    #expect(outcome.status == 65)
    #expect(
      outcome.messages
        == "stance: a.xlsx is a workbook (.xlsx or .ods), not a text; save the sheet "
        + "as 'CSV UTF-8' and append that\n")
  }

  @Test("without a market each one is explained, and none is said as such")
  func everyMarket() throws {
    let desk = try Desk([
      announcement("lenovo", .operating, on: "2022-03-11", in: ["RU"], id: "in-russia"),
      announcement("lenovo", .suspended, on: "2022-03-12", in: ["BY"], id: "in-belarus"),
      company("dji"),
    ])
    let page = try desk.run("explain", "lenovo").output
    #expect(page.contains("in 2 markets") && page.contains("Belarus") && page.contains("Russia"))
    let json = try desk.run("explain", "lenovo", "--json").output
    let data = try JSONDocument(parsing: Array(json.utf8)).root["data"]
    #expect(
      data?["explanations"]?.elements.map { $0["posture"]?["market"]?.string } == ["BY", "RU"])
    let csv = try desk.run("explain", "lenovo", "--format", "csv").output
    #expect(csv.hasPrefix("market,day,event"))
    let none = try desk.run("explain", "dji")
    #expect(none.status == 66 && none.messages.contains("in any market"))
  }
}
