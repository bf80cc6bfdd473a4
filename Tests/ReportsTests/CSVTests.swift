import Reports
import Stances
import Testing

@Suite("Reports as CSV")
struct CSVTests {
  @Test("Every report parses back, each row as long as its header")
  func parses() throws {
    for hostile in [""] + HostileText.all {
      for report in SampleReport.all(Samples { "\(hostile)\($0)" }) {
        let rows = try #require(Self.parsed(report.document.csv()), "\(report.name)")
        #expect(rows.first == report.document.records.columns)
        #expect(rows.count == report.document.records.rows.count + 1)
        #expect(rows.allSatisfy { $0.count == rows[0].count }, "\(report.name): \(hostile)")
      }
    }
  }

  @Test("No cell of hostile text begins as a formula; plain numbers stay numbers")
  func formulas() throws {
    for hostile in HostileText.all {
      for report in SampleReport.all(Samples { "\(hostile)\($0)" }) {
        let cells = try #require(Self.parsed(report.document.csv())).joined()
        #expect(
          cells.allSatisfy { cell in
            guard let first = cell.unicodeScalars.first else { return true }
            return Decimal(cell) != nil || !"=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
          }, "\(report.name): \(hostile)")
      }
    }
    let rows = try #require(
      Self.parsed(PosturesReport.document(Samples.plain.answer(Samples.plain.postures)).csv()))
    let gap = try #require(rows[0].firstIndex(of: "gap"))
    #expect(rows[1][gap] == "-3")
  }

  @Test("marks of direction that names are spelt with stay; what turns others around is shown")
  func directions() throws {
    let text = "a\u{200F}b\u{200E}c\u{61C}d\u{202E}e\u{2066}"
    let samples = Samples { "\($0)\(text)" }
    let csv = PosturesReport.document(samples.answer(samples.postures)).csv()
    #expect(csv.contains("a\u{200F}b\u{200E}c\u{61C}d\\u{202E}e\\u{2066}"))
    let words = PosturesReport.document(samples.answer(samples.postures))
      .text(TextStyle(color: false))
    #expect(
      !words.unicodeScalars.contains {
        "\u{200E}\u{200F}\u{61C}\u{202E}".unicodeScalars.contains($0)
      })
  }

  @Test("Lines end in CR LF, also the last")
  func lineEnds() {
    let csv = TimelineReport.document(Samples.plain.answer(Samples.plain.timeline)).csv()
    #expect(Array(csv.utf8.suffix(2)) == [0x0D, 0x0A])
    #expect(csv.utf8.count { $0 == 0x0D } == csv.utf8.count { $0 == 0x0A })
  }

  /// RFC 4180 read back: rows of cells; nil if a quotation does not end or is not followed by a
  /// comma or a line end.
  private static func parsed(_ csv: String) -> [[String]]? {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var rest = csv.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"" where cell.isEmpty:
        while true {
          guard let quoted = rest.popFirst() else { return nil }
          if quoted != "\"" {
            cell.unicodeScalars.append(quoted)
          } else if rest.first == "\"" {
            cell.unicodeScalars.append("\"")
            rest.removeFirst()
          } else {
            break
          }
        }
        guard rest.first == "," || rest.first == "\r" else { return nil }
      case "\"": return nil
      case ",":
        row.append(cell)
        cell = ""
      case "\r":
        guard rest.popFirst() == "\n" else { return nil }
        rows.append(row + [cell])
        (row, cell) = ([], "")
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return row.isEmpty && cell.isEmpty ? rows : nil
  }
}
