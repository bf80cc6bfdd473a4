import Projections
import Stances
import Testing

/// What the founding corpus must answer, query by query.
@Suite("Answers of the founding corpus")
struct FoundingCorpusTests {
  private let corpus: FoundingCorpus

  init() throws {
    corpus = try FoundingCorpus()
  }

  // MARK: 6 May 2022

  @Test("Lenovo, 6 May 2022: it carried on by its word, and had stopped by others' report")
  func lenovo() throws {
    let lenovo = try corpus.posture("lenovo", "RU", to: "2022-05-06")
    #expect(lenovo.conduct?.level == .suspended)
    #expect(lenovo.conduct?.basis == .reported)
    #expect(lenovo.conduct?.since.text == "2022-03~")
    #expect(lenovo.voice.kind == .defended)
    #expect(lenovo.voice.since?.text == "2022-03-11")
    #expect(lenovo.gap == -3)
    #expect(lenovo.reading == .quietRetreat)
    #expect(lenovo.contested.map(\.event) == lenovo.voice.events)
  }

  @Test("Xiaomi, 6 May 2022: it did less without a word")
  func xiaomi() throws {
    let xiaomi = try corpus.posture("xiaomi", "RU", to: "2022-05-06")
    #expect(xiaomi.conduct?.level == .reducing)
    #expect(xiaomi.conduct?.basis == .reported)
    #expect(xiaomi.voice.kind == .silent)
    #expect(xiaomi.gap == -2)
    #expect(xiaomi.reading == .quietRetreat)
  }

  @Test("DJI, 6 May 2022: it stopped as it said it would", arguments: ["RU", "UA"])
  func dji(market: String) throws {
    let dji = try corpus.posture("dji", market, to: "2022-05-06")
    #expect(dji.conduct?.level == .suspended)
    #expect(dji.conduct?.basis == .declared)
    #expect(dji.conduct?.since.text == "2022-04-26")
    #expect(dji.gap == 0)
    #expect(dji.reading == .inLine)
    #expect(dji.review.state == .open)
  }

  @Test("Nokia, 6 May 2022: on the way out that it announced")
  func nokia() throws {
    let nokia = try corpus.posture("nokia", "RU", to: "2022-05-06")
    #expect(nokia.conduct?.level == .exiting)
    #expect(nokia.conduct?.basis == .declared)
    #expect(nokia.conduct?.since.text == "2022-04-12")
    #expect(nokia.voice.kind == .announced)
    #expect(nokia.voice.level == .exited)
    #expect(nokia.gap == 1)
    #expect(nokia.reading == .underWay)
  }

  @Test("Huawei, 6 May 2022: it did less without a word, and reviewed")
  func huawei() throws {
    let huawei = try corpus.posture("huawei", "RU", to: "2022-05-06")
    #expect(huawei.conduct?.level == .reducing)
    #expect(huawei.conduct?.basis == .reported)
    #expect(huawei.voice.kind == .declined)
    #expect(huawei.review.state == .open)
  }

  @Test("SMIC, 6 May 2022: asked, it gave no answer, and nothing is known")
  func smic() throws {
    let smic = try corpus.posture("smic", "RU", to: "2022-05-06")
    #expect(smic.conduct == nil)
    #expect(smic.voice.kind == .declined)
    #expect(smic.gap == nil)
    #expect(smic.reading == .unknown)
  }

  // MARK: What was known before

  @Test("Lenovo, as known on 5 May 2022: the report of 6 May was not out")
  func lenovoTheDayBefore() throws {
    let lenovo = try corpus.posture("lenovo", "RU", to: "2022-05-05", knownBy: "2022-05-05")
    #expect(lenovo.conduct?.level == .operating)
    #expect(lenovo.conduct?.basis == .declared)
    #expect(lenovo.voice.kind == .defended)
    #expect(lenovo.gap == 0)
    let contest = try #require(lenovo.contested.first)
    #expect(lenovo.contested.count == 1)
    #expect(contest.event.text.contains("2022-02-25"))
    #expect(contest.rule == .beforeDefence)
  }

  // MARK: A word taken back

  @Test("DiDi, 24 February 2022: a pledge to be gone by 4 March, and no conduct yet")
  func didiPledges() throws {
    let didi = try corpus.posture("didi", "RU", to: "2022-02-24")
    #expect(didi.voice.kind == .announced)
    #expect(didi.voice.level == .exited)
    #expect(didi.voice.since?.text == "2022-02-21")
    #expect(didi.due?.text == "2022-03-04")
    #expect(didi.conduct == nil)
    #expect(didi.gap == nil)
  }

  @Test("DiDi, after it took its word back", arguments: ["2022-02-27", "2022-03-10"])
  func didiStays(day: String) throws {
    let didi = try corpus.posture("didi", "RU", to: day)
    #expect(didi.voice.kind == .reversed)
    #expect(didi.conduct?.level == .operating)
    #expect(didi.conduct?.basis == .declared)
    #expect(didi.gap == 0)
    #expect(didi.pledges == [])
  }

  // MARK: The timeline

  @Test("the timeline on 6 May 2022: a power never used, and export controls in force")
  func measures() throws {
    let timeline = try corpus.timeline(to: "2022-05-06")
    func measure(_ key: String) throws -> Measure {
      try #require(timeline.measures.first { $0.measure.text == key }, "\(key)")
    }
    let blocking = try measure("cn-blocking-rules")
    #expect(blocking.status == .inForce)
    #expect(blocking.since?.text == "2021-01-09")
    #expect(blocking.uses == 0)
    #expect(blocking.dormant)
    let controls = try measure("us-russia-export-controls")
    #expect(controls.status == .inForce)
    #expect(controls.since?.text == "2022-02-24")
    let statement = try #require(
      timeline.entries.first {
        $0.body?.text == "cn-mofcom" && $0.occurred.text == "2022-04-14"
      })
    #expect(statement.type == .governmentStatement)
    #expect(statement.push == .stay)
  }

  @Test(
    "the timeline on 6 May 2022: what the customs figures of March say",
    arguments: [
      ("laptops", "-40", "more than"), ("smartphones", "-66", "nearly two thirds"),
      ("base stations", "-98", nil as String?),
    ])
  func figures(product: String, percent: String, qualifier: String?) throws {
    let figure = try #require(
      corpus.timeline(to: "2022-05-06").trade.first {
        $0.product.name == product && $0.period.text == "2022-03"
      })
    #expect(figure.change?.percent.text == percent)
    #expect(figure.change?.qualifier == qualifier)
    #expect(figure.change?.against?.text == "2022-02")
  }
}
