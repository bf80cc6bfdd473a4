import Drafts
import Stances
import TestSupport
import Testing

@Suite("When it happened, as the sentence has it")
struct DateTests {
  @Test(
    "as EDTF",
    arguments: [
      ("on 5 March 2022", nil, "2022-03-05"), ("on March 5, 2022", nil, "2022-03-05"),
      ("on 2022-03-05", nil, "2022-03-05"), ("on the 5th of March 2022", nil, "2022-03-05"),
      ("in March 2022", nil, "2022-03"), ("in 2022", nil, "2022"),
      ("around March 2022", nil, "2022-03~"),
      ("from January to May 2024", nil, "2024-01/2024-05"),
      ("in the first half of 2022", nil, "2022-01/2022-06"),
      ("in April", "2022-05-06", "2022-04"), ("in December", "2022-05-06", "2021-12"),
      ("on 29 February", "2022-05-06", "2020-02-29"), ("on 5 March", "2022-05~", "2022-03-05"),
      ("last month", "2022-05-06", "2022-04"), ("last month", "2022-01", "2021-12"),
      ("yesterday", "2022-03-01", "2022-02-28"), ("on Tuesday", "2022-05-06", "2022-05-03"),
      ("on Friday", "2022-05-06", "2022-05-06"), ("last year", "2022-05-06", "2021"),
      // Without a ground it is left open.
      ("in April", nil, nil), ("last month", nil, nil), ("yesterday", "2022-03", nil),
      ("last month", "2022", nil), ("on 31 February 2022", nil, "2022-02"),
      ("last week", "2022-05-06", nil),
      ("until March 2022", nil, nil), ("since March 2022", nil, nil),
      ("as it may", "2022-05-06", nil),
    ] as [(String, String?, String?)])
  func dates(words: String, published: String?, date: String?) throws {
    let draft = try #require(
      try Desk.read("Acme halted sales in Russia \(words).", published: published).drafts.first)
    #expect(draft["occurred"] == date)
    if let date { _ = try FuzzyDate(date) }
  }

  @Test("a date that needs the day of publication is said to")
  func undated() throws {
    let draft = try #require(try Desk.read("Acme halted sales in Russia last month.").drafts.first)
    #expect(draft.alternatives.contains("'last month' is a date only with the day of publication"))
  }

  @Test("what is announced for a day is effective then, and was not said then")
  func effective() throws {
    let draft = try #require(
      try Desk.read("Acme announced it would stop operating in Russia on 4 March 2022.").drafts
        .first)
    #expect(draft.type == .publicAnnouncement)
    #expect(draft["effective"] == "2022-03-04")
    #expect(draft["occurred"] == nil)
  }

  @Test("the day on which others said it is no day of the deed")
  func ofReport() throws {
    let draft = try #require(
      try Desk.read(
        "Acme has suspended sales to Russia, people familiar with the matter said on Friday.",
        published: "2022-05-06"
      ).drafts.first)
    #expect(draft["occurred"] == nil)
    #expect(draft.alternatives.contains { $0.hasPrefix("2022-05-06 is when that was said") })
  }

  @Test("of several, the one nearest to the cue; the others are named")
  func nearest() throws {
    let draft = try #require(
      try Desk.read("In 2020 it grew, but Acme halted sales in Russia on 5 March 2022.").drafts
        .first)
    #expect(draft["occurred"] == "2022-03-05")
    #expect(draft.alternatives.contains("the date may be 2020"))
  }
}
