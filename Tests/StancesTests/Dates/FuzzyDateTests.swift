import Stances
import TestSupport
import Testing

@Suite("Fuzzy dates")
struct FuzzyDateTests {
  @Test(
    "Words are never more exact than the date",
    arguments: [
      ("2022-05-06", "2022-05-06"),
      ("2022-03-08T10:00:00Z", "2022-03-08"),
      ("2022-03", "March 2022"),
      ("2022", "2022"),
      ("2022-03~", "about March 2022"),
      ("2022?", "possibly 2022"),
      ("2022-03-08%", "possibly about 2022-03-08"),
      ("2022-33", "first quarter of 2022"),
      ("2022-38", "second four months of 2022"),
      ("2022-41", "second half of 2022"),
      ("2022-03-XX", "some day in March 2022"),
      ("2022-XX", "some month in 2022"),
      ("2022-XX-XX", "some day in 2022"),
      ("202X", "some year from 2020 to 2029"),
      ("2022-03-08/..", "from 2022-03-08 on"),
      ("2022-03-08/", "from 2022-03-08 to an unknown date"),
      ("/2022-03", "from an unknown date to March 2022"),
      ("../2022-03", "any time until March 2022"),
      ("2022-03~/2022-05-16", "from about March 2022 to 2022-05-16"),
      ("[2022-06-05..2022-07-05]", "between 2022-06-05 and 2022-07-05"),
      ("[2022-03-08,2022-03-09,2022-04]", "2022-03-08, 2022-03-09 or April 2022"),
      ("{2022-03,2022-05}", "March 2022 and May 2022"),
      ("[..2022-03-08]", "2022-03-08 or earlier"),
      ("[2022-03-08..]", "2022-03-08 or later"),
    ])
  func spoken(text: String, words: String) throws {
    #expect(try FuzzyDate(text).spoken == words)
  }

  @Test(
    "A date spans the days it may mean",
    arguments: [
      ("2022-34", "2022-04-01", "2022-06-30"), ("2022-37", "2022-01-01", "2022-04-30"),
      ("2022-39", "2022-09-01", "2022-12-31"), ("2022-41", "2022-07-01", "2022-12-31"),
      ("2024-02", "2024-02-01", "2024-02-29"), ("1900-02", "1900-02-01", "1900-02-28"),
      ("2000-02-XX", "2000-02-01", "2000-02-29"), ("-202X", "-2029-01-01", "-2020-12-31"),
      ("-000X", "-0009-01-01", "-0001-12-31"), ("0000", "0000-01-01", "0000-12-31"),
      ("2022-33/2022-34", "2022-01-01", "2022-06-30"),
      ("[2022-05,2022-03,2022-04-02]", "2022-03-01", "2022-05-31"),
      ("{2022-01..2022-03,2022-12-24}", "2022-01-01", "2022-12-24"),
      ("2022-03-15/2022-03", "2022-03-15", "2022-03-31"),
      ("~2022-?03-08%", "2022-03-08", "2022-03-08"),
    ])
  func bounds(text: String, earliest: String, latest: String) throws {
    let date = try FuzzyDate(text)
    #expect(date.earliest == (try Day(iso: earliest)))
    #expect(date.latest == (try Day(iso: latest)))
  }

  @Test("A lenient reader reaches a date on its earliest day, a strict one when no doubt is left")
  func reached() throws {
    let march = try FuzzyDate("2022-03")
    let lasting = try FuzzyDate("2022-03/2022-12")
    let ended = try FuzzyDate("../2022-03-08")
    for rules in RuleSet.allCases {
      #expect(DateReach(.lenient, by: rules).day(reaching: march) == (try Day(iso: "2022-03-01")))
      #expect(DateReach(.strict, by: rules).day(reaching: march) == (try Day(iso: "2022-03-31")))
      #expect(DateReach(.lenient, by: rules).day(reaching: lasting) == (try Day(iso: "2022-03-01")))
    }
    let (first, second) = (DateReach(.strict, by: .first), DateReach(.strict, by: .second))
    #expect(first.day(reaching: lasting) == (try Day(iso: "2022-12-31")))
    #expect(second.day(reaching: lasting) == (try Day(iso: "2022-03-31")))
    #expect(first.day(reaching: ended) == (try Day(iso: "2022-03-08")))
    #expect(second.day(reaching: ended) == .distantPast)
  }

  @Test("An unknown end is unbounded like an open one, but flagged as what it is")
  func unknownEnd() throws {
    let unknown = try FuzzyDate("2022-03-08/")
    let open = try FuzzyDate("2022-03-08/..")
    #expect(unknown.latest == .distantFuture && open.latest == .distantFuture)
    #expect(unknown.flags == .unknownEnd)
    #expect(open.flags == .openEnd)
    #expect(unknown != open)
  }

  @Test("Every date that is accepted keeps its text and has its bounds in order")
  func laws() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("0123456789--..//XX?~%[]{},TZ")
    let shapes = [
      "2022-03-08", "2022-03", "2022-3X/2022-05", "[2022-03..2022-05-16]", "202X-12-31",
    ]
    var acceptedCount = 0
    for _ in 0..<30_000 {
      var characters = Array(shapes.randomElement(using: &random) ?? "")
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let index = characters.indices.randomElement(using: &random) ?? 0
        characters[index] = alphabet.randomElement(using: &random) ?? "0"
      }
      let text = String(characters)
      guard let date = try? FuzzyDate(text) else { continue }
      acceptedCount += 1
      #expect(date.text == text, "seed \(seed)")
      #expect(date.earliest <= date.latest, "\(text), seed \(seed)")
    }
    #expect(acceptedCount > 1_000)
  }
}
