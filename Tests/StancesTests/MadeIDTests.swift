import Stances
import TestSupport
import Testing

@Suite("Ids made from what events say")
struct MadeIDTests {
  @Test(
    "the date is as exact as it is known",
    arguments: [
      ("2022-03-08", "2022-03-08-"), ("2022-03", "2022-03-"), ("2022-03~", "2022-03-"),
      ("2022-03-XX", "2022-03-"), ("2022", "2022-"), ("2022-33", "2022-"), ("202X", "2020-"),
      ("2022-03-08/2022-03-20", "2022-03-"), ("2022-03/2023-01", "2022-"),
      ("2022-03-08/..", "2022-"), ("../2022-03-08", "2022-"),
    ])
  func dates(text: String, begin: String) throws {
    let event = try silentReduction(
      "lenovo", .suspended, on: text, published: "2023-05-06"
    ).proposed().event
    #expect(event.madeID.text == "lenovo-\(begin)silent-reduction")
  }

  @Test("each type says who and what")
  func types() throws {
    let events: [(TestEvent, String)] = [
      (company("dji"), "company-dji"),
      (body("us-commerce"), "body-us-commerce"),
      (
        statement(by: "cn-mofcom", on: "2022-05-09"),
        "cn-mofcom-2022-05-09-government-statement"
      ),
      (capture(of: "https://example.org/a"), "capture-00000000000000aa"),
      (retraction(of: "a-word", published: "2022-05-09"), "a-word-retraction"),
    ]
    for (event, id) in events { #expect(try event.proposed().event.madeID.text == id) }
  }

  @Test("a long name leaves room for a number, and no hyphen at the end")
  func long() throws {
    let long = String(repeating: "abcdefghi-", count: 12) + "abcdefgh"
    let id = try company(long, id: "short").proposed().event.madeID.text
    #expect(id.utf8.count <= 118 && !id.hasSuffix("-") && EventID(id + "-1000000") != nil)
    let ofLong = retraction(of: long, published: "2022-05-09", id: "short")
    #expect(try ofLong.proposed().event.madeID.text.hasSuffix("-retraction"))
  }
}
