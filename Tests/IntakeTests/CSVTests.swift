import JSON
import Stances
import Testing

@testable import Intake

@Suite("CSV")
struct CSVTests {
  private let head = "id,type,company,markets,level,occurred,published,evidence.publisher"
  private let row = "a,silent_reduction,lenovo,RU;BY,suspended,2022-03~,2022-05-06,WSJ"

  @Test("a row says the same as the JSON object with its values")
  func sameAsJSON() throws {
    let csv = try ScratchFile(
      """
      id,type,v,markets,by.role,by.names,addressees.companies,addressees.all,push,occurred,published,\
      evidence.publisher,evidence.grade,evidence.3.publisher,note,tags\r
      a,pressure,1,RU,supplier,Intel; AMD,,true,withdraw,2022-03,2022-03-04,WSJ,B2,"Reuters, ""TR""\
      ","two
      lines",\r

      """, named: "events.csv")
    let json = try ScratchFile(
      """
      {"id":"a","type":"pressure","v":1,"markets":["RU"],"by":{"role":"supplier",\
      "names":["Intel","AMD"]},"addressees":{"all":true},"push":"withdraw","occurred":"2022-03",\
      "published":"2022-03-04","evidence":[{"publisher":"WSJ","grade":"B2"},\
      {"publisher":"Reuters, \\"TR\\""}],"note":"two\\nlines"}
      """)
    let bytes = try events(in: csv).map { $0.canonicalBytes }
    #expect(try bytes == events(in: json).map { $0.canonicalBytes })
  }

  @Test("registrations have names by language, and v is 1 if no column says otherwise")
  func registration() throws {
    let file = try ScratchFile(
      """
      \u{FEFF}id,company,name,names.zh,names.zh-Hant,aliases,country,identifiers.wikidata

      r,lenovo,Lenovo,联想,聯想,"Lenovo Group;Legend",CN,Q1
      """, named: "companies.csv")
    let read = try events(in: file, type: .companyRegistered)
    guard case .companyRegistered(let company)? = read.first?.event.content else {
      Issue.record("no registration in \(read)")
      return
    }
    #expect(company.identity.names.map(\.language) == ["zh", "zh-Hant"])
    #expect(company.identity.aliases == ["Lenovo Group", "Legend"])
  }

  @Test("a correction's replacement is JSON in a cell, and its mistakes are found in that cell")
  func replacement() throws {
    let quoted = declinedComment().replacing("\"", with: "\"\"")
    let text = "id,type,corrects,reason,published,replacement\nb,correction,a,slip,2022-05-07,"
    let file = try ScratchFile("\(text)\"\(quoted)\"", named: "events.csv")
    #expect(try events(in: file).count == 1)
    let wrong = quoted.replacing("RU", with: "RUS")
    #expect(
      try refusal(of: "\(text)\"\(wrong)\"", named: "events.csv")
        == "line 2, column 'replacement': replacement.markets[0]: 'RUS' is not a market code; "
        + "did you mean RU (Russia)?")
  }

  @Test(
    "mistakes are refused with the line and the column's name",
    arguments: [
      ("", "line 1: the file is empty; CSV starts with a row of field names"),
      (
        "id|type",
        "line 1, column 'id|type': the columns are separated by '|'; separate them by commas"
      ),
      (
        "id,evidence.publihser",
        "line 1, column 'evidence.publihser': no event has a field 'evidence.publihser'; "
          + "did you mean 'evidence.publisher' or 'evidence.published'?"
      ),
      (
        "id,evidence,type",
        "line 1, column 'evidence': no event has a field 'evidence'; "
          + "did you mean 'evidence.url'?"
      ),
      (
        "id,grade",
        "line 1, column 'grade': no event has a field 'grade'; did you mean 'evidence.grade'?"
      ),
      (
        "evidence.publisher,evidence.1.publisher",
        "line 1, column 'evidence.1.publisher': this column appears here twice; remove one"
      ),
      (
        "id,type\na",
        "line 2: the row has 1 cell and the header 2; give one cell a column, and quote cells that "
          + "hold commas"
      ),
      (
        "id,type\n\na,denial,x",
        "line 3: the row has 3 cells and the header 2; give one cell a column, and quote cells that "
          + "hold commas"
      ),
      (
        "id,type\n\"a,denial",
        "line 2: the file ends inside a quoted cell; close it with a "
          + "quotation mark"
      ),
      (
        "id,type\n\"a\"b,denial",
        "line 2: text follows the closing quotation mark; write a quotation mark inside a cell "
          + "twice (\"\")"
      ),
      (
        "id,type\na\"b,denial",
        "line 2: there is a quotation mark inside a cell; quote the whole cell and write the mark "
          + "twice (\"\")"
      ),
      (
        "id,type\ra,denial",
        "line 1: a carriage return is not followed by a line feed; end lines with LF or CR LF"
      ),
      ("id,company\na,smic", "line 2: an event needs 'type'; add it"),
    ])
  func refused(text: String, words: String) throws {
    let said = try refusal(of: text, named: "events.csv")
    #expect(said == words)
  }

  @Test(
    "a value that does not fit is refused in its cell",
    arguments: [
      (
        "suspended", "suspnded",
        "column 'level': 'suspnded' is not one of the words for this; "
          + "did you mean 'suspended'?"
      ),
      (
        "2022-05-06", "2022-05-32",
        "column 'published': 2022-05-32 does not exist: May 2022 has 31 days"
      ),
      (
        "RU;BY", "RU;RUS",
        "column 'markets': 'RUS' is not a market code; did you mean RU (Russia)?"
      ),
      ("RU;BY", "RU;RU", "column 'markets': 'RU' appears here twice; remove one"),
      ("RU;BY", "", "silent_reduction needs 'markets'; add it"),
      ("WSJ", "", "silent_reduction needs 'evidence'; add it"),
      (
        "silent_reduction", "declined_comment",
        "column 'level': declined_comment has no field 'level'; remove it"
      ),
    ])
  func refusedCell(right: String, wrong: String, words: String) throws {
    let text = "\(head)\n\n\(row.replacing(right, with: wrong))\n"
    let place = words.hasPrefix("column") ? "line 3, " : "line 3: "
    let said = try refusal(of: text, named: "events.csv")
    #expect(said == place + words)
  }

  @Test("bytes that are not UTF-8 are refused with their line")
  func invalidUTF8() throws {
    let file = try ScratchFile(
      bytes: Array("id,type\n".utf8) + [0x61, 0xFF], named: "events.csv")
    #expect(throws: IntakeError.self) { try events(in: file) }
  }

  @Test("a quotation mark left open does not swallow a large file")
  func openQuote() throws {
    let text = "id,type\n\"a," + String(repeating: "x\n", count: 100_000)
    #expect(
      try refusal(of: text, named: "events.csv")
        == "line 2: the row is longer than 65535 bytes; shorten it, or close a quotation mark left "
        + "open")
  }
}
