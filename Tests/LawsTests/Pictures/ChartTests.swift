import Projections
import Stances
import TestSupport
import Testing

@testable import Reports

/// Pictures for articles: whatever is chosen, no word is cut off and none covers another.
@Suite("Pictures as files of their own")
struct ChartTests {
  private static let long = String(repeating: "Long and longer, ", count: 14) + "Ж联W"

  private func log(naming name: String = long) throws -> AnsweringLog {
    let markets = ["RU", "BY", "UA", "KZ"]
    return try AnsweringLog(
      [body("ministry", id: "reg-ministry")]
        + (0..<12).flatMap { number -> [TestEvent] in
          let slug = "company-\(number)"
          return [
            company(slug, name: "\(number) \(name)", id: "reg-\(number)"),
            silentReduction(
              slug, [Level.reducing, .suspended, .exited][number % 3],
              on: "2022-0\(number % 5 + 1)-08",
              in: [markets[number % 4]], id: "cut-\(number)"),
            announcement(slug, .operating, on: "2022-05-2\(number % 8)", id: "word-\(number)"),
            measure(
              "act-\(number)", by: "ministry", .inForce, on: "2022-0\(number % 6 + 1)-24",
              id: "act-\(number)"),
          ]
        })
  }

  @Test("every word is inside, and none covers another", arguments: [640.0, 960, 2_400])
  func words(width: Double) throws {
    let log = try log()
    var clocks = Clocks(to: try Day(iso: "2022-06-06"), at: try log.head())
    clocks.knownBy = try Day(iso: "2022-06-01")
    let charts = [
      Chart(), Chart(title: Self.long, subtitle: Self.long, source: Self.long, theme: .dark),
      Chart(title: "", subtitle: "", source: ""), Chart(title: "One", theme: .light, scale: 2),
    ]
    for picture in try log.pictures(clocks, of: ["company-0", "company-5"], width: width) {
      #expect(picture.width == width)
      for chart in charts {
        let drawn = DrawnPicture(picture.file(chart))
        #expect(drawn.refusal == nil)
        #expect(drawn.outsideOfView == [], "\(picture.title.prefix(40))")
        #expect(drawn.collisions == [], "\(picture.title.prefix(40))")
      }
    }
  }

  @Test("what was chosen is said, and else the query and what it rests on")
  func choice() throws {
    let log = try log()
    let clocks = Clocks(to: try Day(iso: "2022-06-06"), at: try log.head())
    let picture = try #require(log.pictures(clocks, of: []).first)
    let plain = DrawnPicture(picture.file).words.map(\.text)
    #expect(plain.contains("Where companies stand"))
    #expect(plain.contains { $0.hasPrefix("As of 2022-06-06") })
    #expect(plain.contains { $0.hasPrefix("Source: Unnamed log · root ") })
    let chart = Chart(title: "Who stayed", subtitle: "By June 2022", source: "Own work")
    let chosen = DrawnPicture(picture.file(chart)).words.map(\.text)
    #expect(Set(["Who stayed", "By June 2022", "Own work"]).isSubset(of: chosen))
    #expect(!chosen.contains { $0.hasPrefix("As of") || $0.hasPrefix("Source") })
    let empty = DrawnPicture(picture.file(Chart(source: ""))).words.map(\.text)
    #expect(!empty.contains { $0.hasPrefix("Source") })
  }

  @Test("a ground that was chosen is the only one, and no font is named")
  func grounds() throws {
    let picture = try #require(
      AnsweringLog().pictures(Clocks(to: Day(ordinal: 0), at: 0), of: []).first)
    #expect(picture.file.contains("prefers-color-scheme: dark"))
    for theme in Chart.Theme.allCases {
      let file = picture.file(Chart(theme: theme))
      #expect(!file.contains("@media"))
      #expect(file.contains("fill: #14171a") == (theme == .dark))
    }
    #expect(picture.file.contains("font-family: sans-serif;") && !picture.file.contains("Noto"))
  }

  @Test("a finer picture has more points and the same drawing")
  func scale() throws {
    let picture = try #require(
      AnsweringLog().pictures(Clocks(to: Day(ordinal: 0), at: 0), of: []).first)
    let (one, two) = (picture.file(Chart()), picture.file(Chart(scale: 2)))
    #expect(one.contains("width=\"992\"") && two.contains("width=\"1984\""))
    let view = /viewBox="[^"]*"/
    #expect(one.firstMatch(of: view)?.output == two.firstMatch(of: view)?.output)
  }

  @Test("an aspect is that of the file, whatever is drawn", arguments: Chart.Aspect.allCases)
  func aspect(aspect: Chart.Aspect) throws {
    let log = try log()
    let clocks = Clocks(to: try Day(iso: "2022-06-06"), at: try log.head())
    let sides = aspect.rawValue.split(separator: ":").compactMap { Double($0) }
    for (chart, least) in [
      (Chart(aspect: aspect), 640.0), (Chart(width: 900, aspect: aspect), 900),
    ] {
      let file = try log.read {
        let view = LogView(of: $0, on: clocks)
        let postures = try view.answer(view.postures())
        return chart.file(of: { BoardPicture.picture(postures, width: $0) })
      }
      let view = try #require(file.firstMatch(of: /viewBox="\S+ \S+ (\S+) (\S+)"/)?.output)
      let (width, height) = (try #require(Double(view.1)), try #require(Double(view.2)))
      #expect(abs(width * sides[1] - height * sides[0]) < 1 && width >= least, "\(view)")
      let drawn = DrawnPicture(file)
      #expect(drawn.refusal == nil && drawn.outsideOfView == [] && drawn.collisions == [])
    }
  }

  @Test("no name of a usual length is cut", arguments: [640.0, 960, 2_400])
  func wholeNames(width: Double) throws {
    let log = try log(naming: "Semiconductor Manufacturing International Corporation")
    let clocks = Clocks(to: try Day(iso: "2022-06-06"), at: try log.head())
    for picture in try log.pictures(clocks, of: ["company-0"], width: width) {
      let drawn = DrawnPicture(picture.file)
      #expect(drawn.collisions == [] && drawn.outsideOfView == [])
      #expect(drawn.words.map(\.text).filter { $0.contains("…") } == [], "\(picture.title)")
    }
  }

  @Test("lines are as long as they may be, and every letter is on one")
  func lines() {
    for text in ["a b c", Self.long, String(repeating: "W", count: 90), "", "  a  b "] {
      let lines = Lettering.lines(of: text, into: 120, size: 12)
      #expect(lines.allSatisfy { Lettering.width(of: $0, size: 12) <= 120.001 })
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }
}
