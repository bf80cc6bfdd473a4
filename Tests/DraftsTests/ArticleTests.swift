import Drafts
import Stances
import TestSupport
import Testing

/// An article on the founding case as papers wrote them in May 2022, in words of our own: what is to
/// be found in it, and how much that is not.
@Suite("A whole article")
struct ArticleTests {
  private static let text = """
    Chinese technology firms quietly retreat from Russia

    Chinese technology companies are quietly pulling back from doing business in Russia, although Beijing \
    has called on companies to resist foreign coercion.

    Several companies are cutting shipments to Russia without announcing it, people familiar with the \
    matter said. Among them are Lenovo and Xiaomi.

    Unlike many Western companies, they have avoided statements on the war. An exception came last month, when \
    DJI said it would suspend business in Russia and Ukraine pending a compliance review.

    Chinese exports of smartphones to Russia fell by 66% in March from February. Exports of laptopsfellby \
    and base stations.

    The retreat comes after the US imposed sanctions and export controls on Russia together with its \
    allies. The US Commerce Department has threatened to punish Chinese companies that break the rules.

    Large chip suppliers press their customers in China to comply with the sanctions.

    In April, China's Commerce Ministry acknowledged that sanctions had disrupted trade with Russia. The \
    ministry told Chinese companies not to yield to outside coercion.

    China has published blocking rules, under which companies can be told to disregard foreign sanctions. It \
    has issued no such order.

    The weather in Shenzhen was mild. A reader asked how long the batteries last.
    """

  @Test("gives the facts, each with its sentence, and few that are none")
  func facts() throws {
    let found = try Desk.read(Self.text, published: "2022-05-06")
    let words = found.drafts.map(\.words)
    func has(_ start: String, _ cue: String = "") -> Bool {
      found.drafts.contains { $0.words.hasPrefix(start) && $0.quote.contains(cue) }
    }
    #expect(has("silent_reduction RU reducing", "Several companies"), "\(words)")
    #expect(has("silent_reduction lenovo RU reducing"), "\(words)")
    #expect(has("silent_reduction xiaomi RU reducing"), "\(words)")
    #expect(has("public_announcement dji RU,UA suspended"), "\(words)")
    #expect(has("compliance_review dji RU,UA opened"), "\(words)")
    #expect(found.drafts.contains { $0["change.percent"] == "-66" && $0["period"] == "2022-03" })
    #expect(has("government_measure", "imposed sanctions"), "\(words)")
    #expect(has("government_statement us-commerce", "threatened"), "\(words)")
    #expect(has("pressure", "chip suppliers"), "\(words)")
    #expect(has("government_statement cn-mofcom", "acknowledged"), "\(words)")
    #expect(has("government_statement", "not to yield"), "\(words)")
    #expect(has("government_measure", "blocking rules"), "\(words)")
    // The figures of the damaged sentence stay empty: none is made up.
    #expect(
      !found.drafts.contains { $0.quote.contains("laptopsfellby") && $0["change.percent"] != nil })
    #expect(
      !found.drafts.contains { $0.quote.contains("batteries") || $0.quote.contains("weather") })
    // "Has been called on to resist" is a statement too; beside it at most three are no facts.
    print(words.joined(separator: "\n"))
    #expect(found.drafts.count <= 18, "\(words)")
  }
}
