import JSON
import Testing

@testable import Projections
@testable import Reports
@testable import Stances

@Suite("Answers as charts for Vega-Lite")
struct VegaLiteTests {
  private let lenovo = Samples.plain.postures[0]

  private var histories: [PostureHistory] {
    [
      PostureHistory(
        company: lenovo.company, name: lenovo.name, market: lenovo.market,
        span: DayRange(earliest: .distantPast, latest: .on("2022-05-06")),
        periods: [
          .init(from: .on("2022-03-01"), posture: Samples.plain.postures[1]),
          .init(from: .on("2022-04-01"), posture: lenovo),
        ])
    ]
  }

  private func text(_ json: JSONValue) -> String {
    String(decoding: json.compactBytes(), as: UTF8.self)
  }

  @Test("a bar ends at the start of the next, the last one with the day of the query")
  func bars() {
    let chart = text(VegaLite.postures(Samples.plain.answer(histories)))
    #expect(chart.contains(#""from":"2022-03-01","#))
    #expect(chart.contains(#""to":"2022-04-01"}"#))
    #expect(chart.contains(#""to":"2022-05-07"}"#))
  }

  @Test("no control character reaches what is drawn", arguments: HostileText.all)
  func hostileText(text: String) {
    let history = PostureHistory(
      company: lenovo.company, name: text, market: lenovo.market,
      span: DayRange(earliest: .distantPast, latest: .on("2022-05-06")),
      periods: [.init(from: .on("2022-03-01"), posture: lenovo)])
    let chart = self.text(VegaLite.postures(Samples.plain.answer([history])))
    #expect(!chart.contains(#"\u00"#))
    #expect(!chart.unicodeScalars.contains("\u{202E}"))
  }

  @Test("levels keep their order on the scale")
  func order() {
    let chart = text(VegaLite.postures(Samples.plain.answer(histories)))
    #expect(
      chart.contains(
        #"["expanding","operating","holding","reducing","suspended","exiting","exited","unknown"]"#)
    )
  }

  @Test("a company's chart has a word and a deed at both ends of every period")
  func lanes() {
    let chart = text(VegaLite.company(Samples.plain.answer(histories), name: "Lenovo"))
    #expect(chart.matches(of: #/"lane":"says"/#).count == 4)
    #expect(chart.matches(of: #/"lane":"does"/#).count == 4)
  }

  @Test("a measure's bars carry its status in order of its life")
  func measures() throws {
    let measure = Samples.plain.measures[0]
    let history = MeasureHistory(
      measure: measure.measure,
      span: DayRange(earliest: .distantPast, latest: .on("2022-05-06")),
      periods: [.init(from: .on("2021-01-09"), measure: measure)])
    let chart = text(VegaLite.measures(Samples.plain.answer([history])))
    #expect(chart.contains(#""status":"in force""#))
    #expect(chart.contains(#""domain":["threatened","proposed","adopted","in force""#))
  }
}
