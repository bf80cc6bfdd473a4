import Projections
import Stances
import TestSupport
import Testing

@testable import Drafts

@Suite("Names that a text has")
struct NameTests {
  private func companies(_ text: String) throws -> [String?] {
    try Desk.read(text).drafts.map { $0["company"] }
  }

  @Test("are found in any case of accents and width, with a possessive, as whole words")
  func spellings() throws {
    #expect(try companies("Ｌｅｎｏｖｏ halted sales in Russia.") == ["lenovo"])
    #expect(try companies("L'Oreal halted sales in Russia.") == ["loreal"])
    #expect(try companies("Lenovo’s Russian unit halted sales.") == ["lenovo"])
    #expect(try companies("McDonald's suspended sales in Russia.") == ["mcdonalds"])
    #expect(try !companies("Acmeville halted sales in Russia.").contains("acme"))
  }

  @Test("the longest counts: Bank of China is not China")
  func longest() throws {
    let draft = try #require(
      try Desk.read("Bank of China halted payments from Russia.").drafts.first)
    #expect(draft["company"] == "bank-of-china")
    #expect(draft["markets"] == "RU")
  }

  @Test("a common word is a name only with the capitals of the register")
  func commonWords() throws {
    #expect(try !companies("In honor of the day it halted sales in Russia.").contains("honor"))
    #expect(try !companies("Then it halted sales in Russia.").contains("it-services"))
    #expect(try companies("The maker Honor halted sales in Russia.") == ["honor"])
  }

  @Test("legal forms and what is in brackets may be left out")
  func shortForms() throws {
    #expect(try companies("Siemens halted sales in Russia.") == ["siemens"])
    #expect(try companies("CNPC halted work in Russia.") == ["cnpc"])
    #expect(
      try companies("China National Petroleum Corporation halted work in Russia.") == ["cnpc"])
  }

  @Test("several in a list have a draft each; one behind the cue has none")
  func lists() throws {
    #expect(
      try companies("Xiaomi, Lenovo and Huawei halted shipments to Russia.")
        == ["xiaomi", "lenovo", "huawei"])
    #expect(
      try companies("Shipments to Russia by Xiaomi and Huawei fell by half.") == [
        "xiaomi", "huawei",
      ])
    #expect(try companies("Acme suspended sales in Russia to Borealis.") == ["acme"])
  }

  @Test("two companies of one name leave it open which of them is meant")
  func ambiguous() throws {
    let register = ["one", "two"].map {
      RegisteredIdentity(.company(CompanyID(recorded: $0)), names: ["Acme"])
    }
    let draft = try #require(
      try Desk.read("Acme halted sales in Russia.", register: register).drafts.first)
    #expect(draft["company"] == nil)
    #expect(draft.alternatives.contains("the company is one or two"))
  }

  @Test("an office is found by its country: the foreign ministry of one is not that of another")
  func offices() throws {
    for text in [
      "China's foreign ministry", "The Chinese foreign ministry",
      "The Ministry of Foreign Affairs of China",
    ] {
      #expect(
        try Desk.read("\(text) warned companies.").drafts.first?["body"] == "cn-mfa", "\(text)")
    }
    let other = try #require(
      try Desk.read("The Ukrainian foreign ministry warned companies.").drafts.first)
    #expect(other["body"] == nil)
    #expect(
      try Desk.read("The US Commerce Department warned companies.").drafts.first?["body"]
        == "us-commerce")
  }

  @Test("a name that no one registered is listed, and no company is made of it")
  func unregistered() throws {
    let found = try Desk.read(
      "Zenith Drones halted sales in Russia.\n\nThe Zenith Drones unit halted sales.")
    #expect(found.unknownNames.first?.name == "Zenith Drones")
    #expect(found.unknownNames.count == 1)
    #expect(found.drafts.first?["company"] == nil)
    #expect(found.drafts.first?.type == .silentReduction)
  }

  @Test("one index serves any number of names")
  func many() throws {
    let register = (0..<5_000).map {
      RegisteredIdentity(.company(CompanyID(recorded: "c\($0)")), names: ["Bank of Place\($0)"])
    }
    #expect(
      try Desk.read("Bank of Place4999 halted payments from Russia.", register: register)
        .drafts.map { $0["company"] } == ["c4999"])
  }
}
