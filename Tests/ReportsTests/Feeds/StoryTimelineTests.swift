import JSON
@testable import Projections
import Testing

@testable import Reports
@testable import Stances

@Suite("Dates as slides for TimelineJS")
struct StoryTimelineTests {
  private func slides(day: String, isWithdrawn: Bool = false, _ samples: Samples = .plain) -> String
  {
    let item = CalendarItem(
      occasion: .happened, day: .given(day), entry: samples.lenovoEntry,
      recorded: Timestamp(milliseconds: 0), changed: Timestamp(milliseconds: 0), revision: 0,
      isWithdrawn: isWithdrawn)
    let json = StoryTimeline.json(of: samples.answer([item]), title: "Dates")
    return String(decoding: json.compactBytes(), as: UTF8.self)
  }

  @Test("a date is shown in its own words, never more exactly")
  func words() {
    let slides = slides(day: "2022-03~")
    #expect(slides.contains(#""display_date":"about March 2022""#))
    #expect(slides.contains(#""start_date":{"day":1,"month":3,"year":2022}"#))
    #expect(slides.contains(#""end_date":{"day":31,"month":3,"year":2022}"#))
  }

  @Test("a single day has no end, a withdrawn event no slide")
  func ends() {
    #expect(!slides(day: "2022-05-06").contains("end_date"))
    #expect(slides(day: "2022-05-06", isWithdrawn: true).contains(#""events":[]"#))
  }

  @Test("recorded text becomes no markup in the slides", arguments: HostileText.all)
  func hostileText(text: String) {
    let slides = slides(day: "2022-05-06", Samples { _ in text })
    #expect(!slides.contains("<script"))
    #expect(!slides.contains("<img"))
    #expect(!slides.contains("href=\\\"javascript"))
  }
}
