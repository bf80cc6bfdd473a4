import Drafts
import Stances
import TestSupport
import Testing

@Suite("What a sentence is drafted as")
struct RuleTests {
  @Test(
    "by its words",
    arguments: [
      ("Acme halted shipments to Russia.", "silent_reduction acme RU suspended"),
      (
        "Acme said it had suspended all business in Russia and Ukraine.",
        "public_announcement acme RU,UA suspended"
      ),
      (
        "Acme suspended sales to Russia, people familiar with the matter said.",
        "silent_reduction acme RU suspended"
      ),
      ("Acme quietly cut supplies to its Russian customers.", "silent_reduction acme RU reducing"),
      ("Acme announced that it was leaving Russia.", "public_announcement acme RU exited"),
      (
        "Acme said it was winding down its business in Russia.",
        "public_announcement acme RU exiting"
      ),
      ("Acme sold its Russian business to a local buyer.", "exit acme sold"),
      (
        "Acme said it continues to operate its stores in Russia.",
        "public_announcement acme RU operating"
      ),
      (
        "Acme kept supplying goods to Russia, a newspaper reported.",
        "continued_business acme RU operating"
      ),
      ("Acme resumed deliveries to Russia.", "resumption acme RU"),
      ("Acme declined to comment.", "declined_comment acme"),
      ("Acme did not immediately respond to a request for comment.", "declined_comment acme"),
      ("An Acme spokesman declined to comment.", "declined_comment acme"),
      ("Acme denied the report.", "denial acme"),
      (
        "Acme is reassessing compliance requirements in several markets.",
        "compliance_review acme opened"
      ),
      ("Acme concluded its compliance review.", "compliance_review acme concluded"),
      ("China's foreign ministry warned companies.", "government_statement cn-mfa warn"),
      (
        "The US Commerce Department threatened to punish firms.",
        "government_statement us-commerce threaten"
      ),
      (
        "MOFCOM told companies not to yield to outside coercion.",
        "government_statement cn-mofcom urge"
      ),
      (
        "The US Commerce Department added 37 companies to the Entity List.",
        "government_measure us-commerce in_force"
      ),
      ("Large chip suppliers press their customers to comply.", "pressure"),
    ])
  func rules(text: String, words: String) throws {
    let drafts = try Desk.read(text).drafts
    #expect(drafts.first?.words.hasPrefix(words) == true, "\(drafts.map(\.words))")
  }

  @Test(
    "what is denied, asked for or only possible is no deed, and is said to be passed over",
    arguments: [
      "Acme has not suspended sales in Russia.", "Acme hasn't halted shipments to Russia.",
      "Acme denied that it halted shipments to Russia.", "Acme never stopped deliveries to Russia.",
      "Acme may suspend sales in Russia.", "It is open whether Acme halted shipments to Russia.",
      "Ukraine urged Acme to stop sales in Russia.",
      "Ukraine asked Acme to halt shipments to Russia.",
    ])
  func notSo(text: String) throws {
    let found = try Desk.read(text)
    let deeds: Set<EventType> = [.publicAnnouncement, .silentReduction, .exit]
    #expect(found.drafts.allSatisfy { !deeds.contains($0.type) }, "\(found.drafts.map(\.words))")
    #expect(found.remarks.contains { $0.contains("passed over") }, "\(found.remarks)")
  }

  @Test(
    "words that only look like a cue",
    arguments: [
      "The weather in Acme Valley stopped no one.", "Acme is a maker of drones.",
      "Acme opened its books.", "The shop is next to Acme.",
    ])
  func falseFriends(text: String) throws {
    let drafts = try Desk.read(text).drafts
    #expect(drafts.isEmpty, "\(drafts.map(\.words))")
  }

  @Test("no level without a word for one, no grade ever, and the publisher as given")
  func nothingInvented() throws {
    let spoke = try #require(
      try Desk.read("Acme said that it regrets the war in Ukraine.").drafts.first)
    #expect(spoke.type == .publicAnnouncement)
    #expect(spoke["level"] == nil)
    #expect(spoke["occurred"] == nil)
    #expect(spoke["published"] == nil)
    #expect(spoke["evidence.grade"] == nil)
    #expect(spoke["evidence.publisher"] == "The Paper")
    #expect(spoke["evidence.quote"] == "Acme said that it regrets the war in Ukraine.")
  }

  @Test("a market is where something happens, not whose company or ministry it is")
  func markets() throws {
    func markets(_ text: String, _ market: String? = nil) throws -> String? {
      try Desk.read(text, market: market).drafts.first?["markets"]
    }
    #expect(try markets("Acme halted sales to its Russian customers.") == "RU")
    #expect(try markets("The Chinese maker Acme halted sales.") == nil)
    #expect(try markets("Acme halted sales.", "RU") == "RU")
    #expect(try markets("Acme halted sales in Kazakhstan.", "RU") == "KZ")
    #expect(try markets("Acme halted sales in Russia, Belarus and Ukraine.") == "RU,BY,UA")
  }

  @Test("a company that is only called “it” is left open")
  func pronouns() throws {
    let draft = try #require(try Desk.read("It halted sales in Russia.").drafts.first)
    #expect(draft["company"] == nil)
    #expect(
      draft.alternatives == [
        "the company is only called 'It' here",
        "public_announcement, if the company itself said so",
      ])
  }

  @Test("a sentence that names them goes on with the one before, and is quoted with it")
  func goesOn() throws {
    let drafts = try Desk.read(
      "Several companies quietly cut shipments to Russia. Among them are Lenovo and Xiaomi."
    ).drafts
    #expect(drafts.map { $0["company"] } == [nil, "lenovo", "xiaomi"])
    #expect(drafts.map { $0["level"] } == ["reducing", "reducing", "reducing"])
    #expect(
      drafts.last?.quote
        == "Several companies quietly cut shipments to Russia. Among them are Lenovo and Xiaomi.")
  }

  @Test("figures are those of the sentence, and none where it has two")
  func figures() throws {
    let one = try #require(
      try Desk.read("Chinese exports to Russia fell 16% in March 2024.", published: "2024-04-10")
        .drafts.first)
    #expect(one.type == .tradeStatistic)
    #expect(one["reporter"] == "CN")
    #expect(one["partner"] == "RU")
    #expect(one["period"] == "2024-03")
    #expect(one["change.percent"] == "-16")
    let worth = try #require(
      try Desk.read("Chinese exports to Russia reached US$61.64 billion.").drafts.first)
    #expect(worth["value"] == "61.64")
    #expect(worth["unit"] == "US$ billion")
    let two = try #require(
      try Desk.read("Chinese exports to Russia fell 28% by sea and 19% by rail.").drafts.first)
    #expect(two["change.percent"] == nil)
    #expect(two.alternatives.contains { $0.hasPrefix("the change is one of 28 % or 19 %") })
  }
}
