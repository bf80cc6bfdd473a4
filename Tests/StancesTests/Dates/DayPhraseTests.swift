import Stances
import TestSupport
import Testing

@Suite("Days as a question names them")
struct DayPhraseTests {
  /// A Wednesday.
  private static let today = "2022-06-01"

  @Test(
    "a text means a day or the days of a period, as of Wednesday, 1 June 2022",
    arguments: [
      ("2022-05-06", "2022-05-06", "2022-05-06"), ("2022-02", "2022-02-01", "2022-02-28"),
      ("2022", "2022-01-01", "2022-12-31"), ("2022-33", "2022-01-01", "2022-03-31"),
      ("-0044-03-15", "-0044-03-15", "-0044-03-15"), ("today", today, today),
      ("yesterday", "2022-05-31", "2022-05-31"), ("wednesday", today, today),
      ("monday", "2022-05-30", "2022-05-30"), ("thursday", "2022-05-26", "2022-05-26"),
      ("last-week", "2022-05-23", "2022-05-29"), ("last-month", "2022-05-01", "2022-05-31"),
      ("last-year", "2021-01-01", "2021-12-31"), ("-7d", "2022-05-25", "2022-05-25"),
      ("-2w", "2022-05-18", "2022-05-18"), ("-3m", "2022-03-01", "2022-03-01"),
      ("-1y", "2021-06-01", "2021-06-01"), ("-0d", today, today),
    ])
  func phrases(text: String, first: String, last: String) throws {
    let days = try DayPhrase(text, today: Day(iso: Self.today))
    #expect(try days.first == Day(iso: first))
    #expect(try days.last == Day(iso: last))
  }

  @Test("on a Monday the last week ended the day before, and Sunday is that day")
  func monday() throws {
    let monday = try Day(iso: "2022-05-30")
    #expect(try DayPhrase("last-week", today: monday).last == Day(iso: "2022-05-29"))
    #expect(try DayPhrase("sunday", today: monday).last == Day(iso: "2022-05-29"))
    #expect(try DayPhrase("monday", today: monday).last == monday)
  }

  @Test("counting back from a month's end stays in the month")
  func monthEnds() throws {
    #expect(try DayPhrase("-1m", today: Day(iso: "2022-03-31")).last == Day(iso: "2022-02-28"))
  }

  @Test(
    "other texts are refused with what to write",
    arguments: [
      ("", "write 2022-05-06"), ("tomorow", "write 2022-05-06"),
      ("yesterdy", "did you mean 'yesterday'?"), ("2022-02-30", "February 2022 has 28 days"),
      ("2022-13", "months run from 01 to 12"), ("2022-21", "seasons"), ("202X", "is not a day"),
      ("2022-05~", "is not a day"), ("-7", "is not a day"), ("-7h", "is not a day"),
      ("-99999d", "is not a day"), ("2022-05-06/..", "is not a day"),
      ("-+7d", "is not a day"), ("Mondays", "did you mean 'monday'?"),
    ])
  func refusals(text: String, sentence: String) throws {
    let error = #expect(throws: DayPhraseError.self) {
      try DayPhrase(text, today: Day(iso: Self.today))
    }
    #expect(error?.description.contains(sentence) == true, "\(String(describing: error))")
  }

  @Test("only what is counted from the current day means another one tomorrow")
  func relativity() {
    for word in DayPhrase.words + ["-7d", "-1y"] { #expect(DayPhrase.isRelative(word)) }
    for text in ["2022-05-06", "2022-05", "2022", "412", "desk", ""] {
      #expect(!DayPhrase.isRelative(text))
    }
  }
}
