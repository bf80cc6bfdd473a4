import Answers
import HTTPTypes
import Stances
import TestSupport
import Testing
@testable import Web

// The story's four events were recorded at 12:00, 12:01, 12:02 and 12:03 on 10 May 2022; today is
// 1 June 2022, a Wednesday.
@Suite("Days in addresses")
struct DayPhraseAnswerTests {
  @Test("every question that takes a day takes every word of one")
  func everywhere() async throws {
    let fixture = try SiteFixture()
    for question in Questions.all {
      let path = question.template.replacing("{company}", with: "lenovo")
        .replacing("{market}", with: "RU").replacing("{id}", with: "1")
        .replacing("{event}", with: "1")
      for parameter in question.parameters where parameter.shape.isPointInTime {
        for word in DayPhrase.words + ["-7d", "2022-05-20", "2022-05"] {
          let page = await fixture.get(
            "\(path).json?\(needed(by: question))\(parameter.name)=\(word)")
          let status = page.status.code
          // The log may not know the company yet, or not have that day yet.
          let isNotYet = status == 404 || page.text.contains("still to come")
          #expect(status < 400 || isNotYet, "\(path) \(parameter.name)=\(word): \(status)")
        }
      }
    }
  }

  /// What a question is not answered without.
  private func needed(by question: any Question.Type) -> String {
    switch question.id {
    case SearchQuestion.id: "q=lenovo&"
    case CompareQuestion.id: "company=lenovo&company=dji&"
    case LeadQuestion.id: "measure=ban&"
    default: ""
    }
  }

  @Test(
    "a word, a month or a day's end is the same as what it means",
    arguments: [
      ("to=yesterday", "to=2022-05-31"), ("to=2022-05", "to=2022-05-31"),
      ("knownBy=monday", "knownBy=2022-05-30"), ("to=last-week", "to=2022-05-29"),
      ("at=2022-05-10", "at=4"), ("at=yesterday", "at=4"), ("at=2022-05-09", "at=0"),
      ("at=last-month", "at=4"), ("at=today", "at=4"),
    ])
  func sameAnswer(words: String, meant: String) async throws {
    let fixture = try SiteFixture()
    let said = await fixture.get("/board.txt?\(words)").text
    let same = await fixture.get("/board.txt?\(meant)").text
    #expect(said == same)
  }

  @Test("lists begin on the first day of a period")
  func from() async throws {
    let fixture = try SiteFixture()
    let may = await fixture.get("/timeline.json?from=2022-05")
    #expect(may.text == (await fixture.get("/timeline.json?from=2022-05-01")).text)
  }

  @Test("a day of the log that is still to come is refused")
  func stillToCome() async throws {
    let answer = try await SiteFixture().get("/board.json?at=2022-06")
    #expect(answer.status == .badRequest || answer.status == .notFound)
    #expect(answer.text.contains("still to come"))
  }

  @Test("an answer by a word that moves is not one that stays")
  func notLasting() async throws {
    let fixture = try SiteFixture()
    for moving in ["at=yesterday&to=2022-05-31", "at=3&to=last-month", "at=3&to=-7d"] {
      let answer = await fixture.get("/board.json?\(moving)")
      #expect(answer.fields[.mementoDatetime] == nil, "\(moving)")
    }
    let news = await fixture.get("/news.json?since=monday&at=4&to=2022-05-31")
    #expect(news.fields[.mementoDatetime] == nil)
    let lasting = await fixture.get("/board.json?at=2022-05-09&to=2022-05")
    #expect(lasting.status == .ok)
  }
}
