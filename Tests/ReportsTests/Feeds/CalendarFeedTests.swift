@testable import Projections
import Testing

@testable import Reports
@testable import Stances

@Suite("A calendar of dates")
struct CalendarFeedTests {
  private func item(
    _ occasion: CalendarItem.Occasion = .happened, day: String = "2022-03~", revision: Int = 0,
    isWithdrawn: Bool = false, samples: Samples = .plain
  ) -> CalendarItem {
    CalendarItem(
      occasion: occasion, day: .given(day), entry: samples.lenovoEntry,
      recorded: Timestamp(milliseconds: 1_651_836_896_789),
      changed: Timestamp(milliseconds: 1_651_923_296_789), revision: revision,
      isWithdrawn: isWithdrawn)
  }

  private func lines(_ items: [CalendarItem], title: String = "Dates") -> [String] {
    CalendarFeed.text(of: Samples.plain.answer(items), title: title)
      .split(separator: "\r\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// The value of a property of the first event, unfolded.
  private func value(_ name: String, of item: CalendarItem) -> String? {
    let unfolded = lines([item]).joined(separator: "\r\n").replacing("\r\n ", with: "")
    return unfolded.split(separator: "\r\n").drop { $0 != "BEGIN:VEVENT" }
      .first { $0.hasPrefix(name) }.map { String($0.dropFirst(name.count)) }
  }

  @Test("a fuzzy date spans its days and is said in words")
  func fuzzyDate() {
    #expect(value("DTSTART;VALUE=DATE:", of: item()) == "20220301")
    #expect(value("DTEND;VALUE=DATE:", of: item()) == "20220401")
    #expect(value("SUMMARY:", of: item())?.hasSuffix("(about March 2022)") == true)
  }

  @Test("an open end leaves the day that is known; before our era it is the publication's")
  func openDates() {
    #expect(value("DTSTART;VALUE=DATE:", of: item(day: "2022-03-08/..")) == "20220308")
    #expect(value("DTEND;VALUE=DATE:", of: item(day: "2022-03-08/..")) == "20220309")
    #expect(value("DTSTART;VALUE=DATE:", of: item(day: "-0500")) == "20220506")
  }

  @Test("the name stays, the sequence rises, the withdrawn is cancelled")
  func lifeOfAnItem() {
    let name = value("UID:", of: item())
    #expect(name == "lenovo-halts-shipments.happened@stance.example.org/log/2026")
    #expect(value("UID:", of: item(revision: 2)) == name)
    #expect(value("SEQUENCE:", of: item(revision: 2)) == "2")
    #expect(value("STATUS:", of: item()) == "CONFIRMED")
    #expect(value("STATUS:", of: item(isWithdrawn: true)) == "CANCELLED")
    #expect(value("DTSTAMP:", of: item()) == "20220507T113456Z")
    #expect(value("CREATED:", of: item()) == "20220506T113456Z")
  }

  @Test("no line is longer than 75 bytes, and unfolding gives every character back")
  func folding() {
    let title = String(repeating: "大疆创新🚁é;,\\", count: 40)
    let lines = lines([item()], title: title)
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    let unfolded = lines.joined(separator: "\r\n").replacing("\r\n ", with: "")
    let escaped = String(repeating: "大疆创新🚁é\\;\\,\\\\", count: 40)
    #expect(unfolded.contains("\r\nNAME:\(escaped)\r\n"))
  }

  @Test("recorded text cannot end its line or begin a property", arguments: HostileText.all)
  func hostileText(text: String) {
    let hostile = Samples { _ in "\(text)\r\nBEGIN:VALARM\nX:1" }
    let lines = lines([item(samples: hostile)])
    #expect(lines.filter { $0.hasPrefix("BEGIN:") } == ["BEGIN:VCALENDAR", "BEGIN:VEVENT"])
    #expect(!lines.contains { $0.hasPrefix("X:1") })
    #expect(lines.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } })
  }
}
