import Stances
import Testing

@testable import Intake

@Suite("Spreadsheets as they come")
struct SpreadsheetTests {
  private let head =
    ["Id", "TYPE", "Company", "markets", "level", "occurred", "published"]
    + ["Evidence.Publisher", "tags"]
  private let cells =
    ["a", "silent_reduction", "lenovo", "RU", "suspended", "2022-03", "2022-04"]
    + ["WSJ", "x"]

  private func text(_ delimiter: String, _ rows: [[String]], end: String = "\n") -> String {
    ([head] + rows).map { $0.joined(separator: delimiter) + end }.joined()
  }

  @Test("a comma, a semicolon or a tab between cells says the same", arguments: [",", ";", "\t"])
  func delimiters(delimiter: String) throws {
    let reference = try events(in: ScratchFile(text(",", [cells]), named: "a.csv"))
    let blank = Array(repeating: " ", count: cells.count)
    let file = try ScratchFile(
      text(delimiter, [blank, cells, [""]], end: "\r\n"), named: "events.csv")
    #expect(try events(in: file).map(\.canonicalBytes) == reference.map(\.canonicalBytes))
  }

  @Test("a line 'sep=' before the header names what stands between cells")
  func separatorLine() throws {
    let file = try ScratchFile("sep=;\r\n" + text(";", [cells], end: "\r\n"), named: "a.csv")
    #expect(try events(in: file).count == 1)
    #expect(try proposals(in: file).map(\.line) == [3])
  }

  @Test("a list splits at semicolons only if they do not stand between cells")
  func lists() throws {
    func lines(_ cell: String, _ delimiter: String) throws -> [String] {
      let text =
        "id,type,company,markets,level,lines,occurred,published,evidence.publisher\n"
        + "a,silent_reduction,lenovo,RU,reducing,\u{1},2022,2022,WSJ\n"
      let file = try ScratchFile(
        text.replacing(",", with: delimiter).replacing("\u{1}", with: cell), named: "a.csv")
      guard case .silentReduction(let cut)? = try events(in: file).first?.event.content else {
        return []
      }
      return cut.lines
    }
    #expect(try lines("servers; laptops", ",") == ["servers", "laptops"])
    #expect(try lines("servers, all|laptops", ";") == ["servers, all", "laptops"])
    #expect(try lines(#"A\; B;C\D"#, ",") == ["A; B", #"C\D"#])
    #expect(
      try refusal(
        of: text(";", [cells.map { $0 == "RU" ? "\"RU;BY\"" : $0 }]), named: "a.csv")
        == "line 2, column 'markets': the cells of this file are separated by semicolons; separate the "
        + "items of a list by '|'")
  }

  @Test("columns without a name are passed over if they are empty")
  func unnamedColumns() throws {
    let wide = text(",", [cells + ["", " "]]).replacing("tags\n", with: "tags,,\n")
    #expect(try events(in: ScratchFile(wide, named: "a.csv")).count == 1)
    let full = text(",", [cells + ["", "x"]]).replacing("tags\n", with: "tags,,\n")
    #expect(
      try refusal(of: full, named: "a.csv")
        == "line 2: column 11 has no name in the header, and a text here; name the column, or empty "
        + "the cell")
  }

  @Test("truth values have any case", arguments: ["TRUE", "True", "true"])
  func truth(word: String) throws {
    let file = try ScratchFile(
      "id,type,company,markets,disclosed,occurred,published,evidence.publisher\n"
        + "a,resumption,lenovo,RU,\(word),2022,2022,WSJ\n", named: "a.csv")
    guard case .resumption(let content)? = try events(in: file).first?.event.content else {
      Issue.record("no resumption")
      return
    }
    #expect(content.disclosed)
  }

  @Test("blanks around a text and accents apart from letters are mended with a word")
  func trimmed() throws {
    let changed = cells.map { $0 == "WSJ" ? "\u{A0}Le\u{301} Monde\u{202F}" : $0 }
    let file = try ScratchFile(text(",", [changed]), named: "a.csv")
    #expect(try events(in: file).first?.event.evidence.first?.publisher == "L\u{E9} Monde")
    #expect(
      try proposals(in: file).flatMap(\.notes).map(\.sentence) == [
        "the blanks around the text were taken off, and accents joined to their letters (Unicode NFC)"
      ])
  }

  @Test("UTF-16 is read by its byte order mark, in blocks of any length", arguments: [true, false])
  func utf16(isBigEndian: Bool) throws {
    let rows = (1...4_000).map { number in
      cells.map { $0 == "a" ? "e\(number)" : $0 == "WSJ" ? "Le \u{1F4F0} Mondé" : $0 }
    }
    let units = Array(("\u{FEFF}" + text("\t", rows)).utf16)
    let bytes = units.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? pair : pair.reversed()
    }
    let read = try events(in: ScratchFile(bytes: bytes, named: "a.csv"))
    #expect(read.count == 4_000)
    #expect(read.allSatisfy { $0.event.evidence.first?.publisher == "Le \u{1F4F0} Mondé" })
  }

  @Test(
    "what is no text is named, with what to do",
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04, 0x14], "a.xlsx", "is a workbook (.xlsx or .ods)"),
      ([0x50, 0x4B, 0x03, 0x04] + Array("…[Content_Types].xml".utf8), "a", "'CSV UTF-8'"),
      ([0x50, 0x4B, 0x03, 0x04, 0x14], "a.csv", "is a zip archive; unpack it"),
      ([0x1F, 0x8B, 0x08], "a.jsonl", "is packed by gzip; unpack it first: 'zcat FILE"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "a.xls", "a workbook or document of before 2007"),
      (Array("id,type".utf8).flatMap { [$0, 0] }, "a.csv", "UTF-16 without a byte order mark"),
    ] as [([UInt8], String, String)])
  func foreign(bytes: [UInt8], name: String, words: String) throws {
    let file = try ScratchFile(bytes: bytes, named: name)
    let refusal = #expect(throws: InputError.self) { try events(in: file) }
    #expect(refusal.map { "\($0)" }?.contains(words) == true)
  }
}
