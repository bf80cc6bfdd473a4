import Projections
import Stances
import TestSupport
import Testing

@testable import Reports

/// What holds for every picture: an XML parser reads it, no words overlap or are cut off,
/// and nothing that was recorded breaks out of it.
@Suite("Pictures")
struct PictureLawTests {
  @Test(
    "on the founding corpus every picture is well-formed and can be read",
    arguments: ["2022-02-23", "2022-03-02", "2022-05-06", "2022-12-31", "2025-06-30"])
  func corpus(day: String) throws {
    let corpus = try FoundingCorpus()
    try check(corpus.pictures(to: day, knownBy: nil, of: ["lenovo", "dji", "huawei", "didi"]))
    try check(corpus.pictures(to: day, knownBy: "2022-04-20", of: ["lenovo", "smic"]))
  }

  @Test("pictures of an empty log say that nothing is recorded")
  func empty() throws {
    let pictures = try AnsweringLog().pictures(Clocks(to: Day(ordinal: 19_118), at: 0), of: [])
    try check(pictures)
    for picture in pictures {
      let words = DrawnPicture(picture.file).words.map(\.text)
      #expect(words.contains { $0.hasPrefix("Nothing on record") }, "\(picture.title)")
    }
  }

  @Test("random histories draw well-formed pictures on any clocks", arguments: UInt64(1)...4)
  func random(seed: UInt64) throws {
    let log = try AnsweringLog(RandomHistory(seed: seed).events)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<3 {
      let clocks = Clocks.random(at: try log.head(), using: &generator)
      try check(log.pictures(clocks, of: RandomHistory.companies), "seed \(seed), \(clocks)")
    }
  }

  @Test(
    "companies by the hundred, and events ten years apart, can be read", arguments: [1, 30, 300])
  func many(count: Int) throws {
    var events: [TestEvent] = []
    for number in 0..<count {
      let slug = "company-\(number)"
      let year = 2012 + number % 11
      events.append(company(slug, name: "Company number \(number) of many", id: "reg-\(slug)"))
      events.append(
        silentReduction(
          slug, [Level.reducing, .suspended, .exited][number % 3], on: "\(year)-03-08",
          id: "cut-\(number)"))
      if number.isMultiple(of: 3) {
        events.append(announcement(slug, .suspended, on: "\(year)-04", id: "word-\(number)"))
      }
    }
    let log = try AnsweringLog(events)
    try check(
      log.pictures(Clocks(to: Day(ordinal: 19_500), at: try log.head()), of: ["company-0"]))
  }

  @Test(
    "hostile names stay text, and long ones are cut",
    arguments: [
      "</text></svg><script>alert(1)</script>", "\" onload=\"alert(1)", "]]>&bogus;<!--",
      String(repeating: "W", count: 300), "联想集团有限公司联想集团有限公司联想集团有限公司",
      "شركة الاتصالات والتكنولوجيا المحدودة في روسيا", "\u{202E}drow\u{2066}",
      "\u{1}\u{7F}\u{FFFE}",
      "👩‍👩‍👧‍👦🏳️‍🌈 family", "a\nb\tc",
    ])
  func hostile(name: String) throws {
    let log = try AnsweringLog([
      company("acme", name: name, id: "reg-acme"), body("ministry", id: "reg-ministry"),
      measure("act", by: "ministry", .inForce, on: "2022-02-24", id: "act-1"),
      silentReduction("acme", .suspended, on: "2022-03-08", id: "cut"),
      announcement("acme", .operating, on: "2022-03-20", id: "word"),
    ])
    let clocks = Clocks(to: Day(ordinal: 19_118), at: try log.head())
    let pictures = try log.pictures(clocks, of: ["acme"])
    try check(pictures)
    for picture in pictures {
      let drawn = DrawnPicture(picture.file)
      #expect(drawn.addresses.isEmpty, "\(picture.title.prefix(80))")
      #expect(
        Set(drawn.elements).isSubset(of: [
          "svg", "title", "desc", "style", "rect", "path", "circle", "text", "g",
        ]), "\(drawn.elements)")
    }
  }

  @Test("linked pictures lead to the addresses that the page gives, and files nowhere")
  func links() throws {
    let log = try AnsweringLog([
      company("acme", id: "reg-acme"),
      silentReduction("acme", .suspended, on: "2022-03-08", id: "cut"),
    ])
    let clocks = Clocks(to: Day(ordinal: 19_118), at: try log.head())
    let links = PictureLinks(event: { "#\($0)" }, company: { "/company/\($0)" })
    let linked = try log.pictures(clocks, of: ["acme"], links: links).map(\.file)
      .map(DrawnPicture.init)
    #expect(linked.contains { $0.addresses.contains("#cut") })
    #expect(linked.contains { $0.addresses.contains("/company/acme") })
  }

  private func check(_ pictures: [Picture], _ note: String = "") throws {
    try #require(!pictures.isEmpty)
    for picture in pictures {
      let drawn = DrawnPicture(picture.file)
      let about = "\(picture.title.prefix(80)) \(note)"
      #expect(drawn.refusal == nil, "\(about)")
      #expect(drawn.collisions == [], "\(about)")
      #expect(drawn.outsideOfView == [], "\(about)")
      let inline = DrawnPicture(picture.inline.text)
      #expect(
        inline.outside(width: picture.width, height: picture.height) == [], "\(about)")
      #expect(drawn.elements.contains("title") && drawn.elements.contains("desc"), "\(about)")
    }
  }
}
