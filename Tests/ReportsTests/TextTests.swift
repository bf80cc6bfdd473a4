import Stances
import Testing

@testable import Reports

@Suite("Reports as text")
struct TextTests {
  @Test(
    "No line of any report is wider than the style allows, whatever the names are",
    arguments: [40, 100])
  func width(_ width: Int) {
    let letters = [
      "a", "Ж", "联", "한", "é", "e\u{301}", "👨‍👩‍👧", "🇷🇺", "ﾊ", "\u{200B}", "ক্ষি",
    ]
    for letter in letters {
      for length in [7, 120] {
        // A word too long for any column, one that joins what comes before it, a usual one.
        let word = String(repeating: letter, count: length)
        checkWidth(width, Samples { "\(word) \u{301}\(letter) \($0)" })
      }
    }
  }

  @Test("Words of 10,000 characters without a blank for a name leave no line too wide")
  func endlessWords() {
    let word = String(repeating: "联", count: 10_000)
    checkWidth(100, Samples { $0 == "Lenovo" ? word : $0 })
  }

  private func checkWidth(_ width: Int, _ samples: Samples) {
    for report in SampleReport.all(samples) {
      let widest =
        report.document.text(TextStyle(width: width, color: false))
        .split(separator: "\n").max { displayWidth($0) < displayWidth($1) } ?? ""
      #expect(displayWidth(widest) <= width, "\(report.name), width \(width): \(widest)")
    }
  }

  @Test("A word of 10,000 characters is broken, and no part of it is lost")
  func endlessWord() {
    let word = String(repeating: "联想x", count: 3_334)
    let lines = wrapped("before \(word) after", to: 20)
    #expect(lines.allSatisfy { displayWidth($0) <= 20 })
    #expect(lines.joined().filter { $0 != " " } == "before\(word)after")
  }

  @Test("A name too long for its column breaks after a hyphen")
  func hyphens() {
    #expect(
      wrapped("lenovo-2022-03-halts-shipments", to: 20) == ["lenovo-2022-03-", "halts-shipments"])
    #expect(wrapped("a-bcdefghijklmnop", to: 10) == ["a-bcdefghi", "jklmnop"])
  }

  @Test("No control character and no bidirectional override reaches the output raw")
  func controls() {
    for hostile in HostileText.all {
      for report in SampleReport.all(Samples { "\(hostile)\($0)" }) {
        let outputs = [
          report.document.text(TextStyle(color: false)), report.document.markdown(),
          report.document.csv(),
        ]
        for output in outputs {
          #expect(!output.unicodeScalars.contains(where: Self.isDangerous), "\(report.name)")
        }
      }
    }
  }

  @Test("Columns are aligned even if characters are wide")
  func alignment() {
    let table = Table(
      of: ["联想集团", "DJI"],
      [(.init("Name"), { RichText($0) }), (.init("Next"), { _ in "here" })])
    let document = Document(
      title: "t", query: [], blocks: [.table(table)], proof: "p",
      records: Records(of: [Int](), []))
    #expect(
      document.text(TextStyle(color: false)) == """
        t

        Name      Next
        ────────  ────
        联想集团  here
        DJI       here

        p

        """)
  }

  @Test("A narrow style is widened to 40 columns, in which every table has room")
  func narrow() {
    #expect(TextStyle(width: 3, color: false).width == 40)
  }

  private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x200E...0x200F: true
    default: false
    }
  }
}
