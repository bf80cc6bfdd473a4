import Stances
import Testing

@Suite("Markets")
struct MarketTests {
  @Test(
    "There are the 249 countries of ISO 3166-1, five regions and three more, in the order of codes")
  func all() {
    let codes = Market.allCases.map(\.code)
    #expect(codes.count == 249 + 5 + 3)
    #expect(codes == codes.sorted())
    #expect(Set(codes).count == codes.count)
    #expect(Set(codes).isSuperset(of: ["RU", "UA", "CN", "TW", "EU", "XK", "INT"]))
    #expect(
      codes.filter { $0.count != 2 } == [
        "INT", "UA-09", "UA-14", "UA-23", "UA-43", "UA-65",
      ])
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
      ("Republic of Türkiye", "TR (Türkiye)"), ("Iran (Islamic Republic of)", "IR (Iran)"),
      ("Venezuela (Bolivarian Republic of)", "VE (Venezuela)"),
      ("Korea, Republic of", "KR (South Korea)"), ("Republic of Turkye", "TR (Türkiye)"),
      ("Democratic People's Republic of Korea", "KP (North Korea)"),
      ("Côte d’Ivoire", "CI (Côte d'Ivoire)"), ("Cote d'Ivoire", "CI (Côte d'Ivoire)"),
      ("Kingdom of Denmark", "DK (Denmark)"), ("Republic of Serbia", "RS (Serbia)"),
      ("Untied States", "US (United States)"), ("Dominican Republc", "DO (Dominican Republic)"),
      ("United Kingdom of Great Britain and Northern Ireland", "GB (United Kingdom)"),
      ("Crimea", "UA-43 (Crimea)"), ("ua-43", "UA-43 (Crimea)"),
      ("Zaporizhzhia oblast", "UA-23 (Zaporizhzhia)"),
    ])
  func suggestions(text: String, meant: String) {
    #expect(sentence(text) == "'\(text)' is not a market code; did you mean \(meant)?")
  }

  @Test(
    "What is like nothing is refused with the form of a code",
    arguments: [
      "", "ZZ", "-", "R", "RUSSLAND2022", "Р\u{423}", "UA-", "UA-99", "Republic of", "UA-43X9",
      "Republic of Nowhereland", "Federal Republic",
    ])
  func refused(text: String) {
    #expect(sentence(text)?.hasSuffix("such as RU, or EU, XK or INT") == true)
  }

  @Test("Regions order after their country, and every code is packed and told back")
  func regions() throws {
    let region = try Market(code: "UA-43")
    #expect(region.englishName == "Crimea")
    #expect(try Market(code: "UA") < region)
    #expect(try region < Market(code: "UG"))
    #expect(Market(packing: "UA-4377") == nil)
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
