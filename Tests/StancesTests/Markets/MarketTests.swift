import Stances
import Testing

@Suite("Markets")
struct MarketTests {
  @Test("There are the 249 countries of ISO 3166-1 and three more, in the order of their codes")
  func all() {
    let codes = Market.allCases.map(\.code)
    #expect(codes.count == 249 + 3)
    #expect(codes == codes.sorted())
    #expect(Set(codes).count == codes.count)
    #expect(Set(codes).isSuperset(of: ["RU", "UA", "CN", "TW", "EU", "XK", "INT"]))
    #expect(codes.filter { $0.count != 2 } == ["INT"])
  }

  @Test("Every market is found by its code and has a name of its own")
  func lookUp() throws {
    for market in Market.allCases {
      #expect(try Market(code: market.code) == market)
      #expect(market.description == market.code)
    }
    #expect(Set(Market.allCases.map(\.englishName)).count == Market.allCases.count)
    #expect(try Market(code: "RU").englishName == "Russia")
    #expect(try Market(code: "CI").englishName == "Côte d'Ivoire")
    #expect(try Market(code: "INT").englishName == "International")
  }

  @Test(
    "What is not a code is refused with the code that was meant",
    arguments: [
      ("UK", "GB (United Kingdom)"), ("EL", "GR (Greece)"), ("RUS", "RU (Russia)"),
      ("Russia", "RU (Russia)"), ("ru", "RU (Russia)"), ("int", "INT (International)"),
      ("Rusia", "RU (Russia)"), ("Ukrane", "UA (Ukraine)"), ("russian federation", "RU (Russia)"),
      ("Turkey", "TR (Türkiye)"), ("USA", "US (United States)"), ("Kosovo", "XK (Kosovo)"),
      ("Austrla", "AT (Austria) or AU (Australia)"),
    ])
  func suggestions(text: String, meant: String) {
    #expect(sentence(text) == "'\(text)' is not a market code; did you mean \(meant)?")
  }

  @Test(
    "What is like nothing is refused with the form of a code",
    arguments: ["", "ZZ", "-", "R", "RUSSLAND2022", "Р\u{423}", "RU "])
  func refused(text: String) {
    #expect(sentence(text)?.hasSuffix("such as RU, or EU, XK or INT") == true)
  }

  private func sentence(_ text: String) -> String? {
    do throws(MarketError) {
      _ = try Market(code: text)
      return nil
    } catch {
      return error.description
    }
  }
}
