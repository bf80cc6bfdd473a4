import Errors
import Stances
import Testing

@Suite("Refused dates")
struct FuzzyDateErrorTests {
  @Test(
    "A frequent mistake is answered with the right way to write it",
    arguments: [
      ("2022-3-8", "2022-03-08"), ("20220308", "2022-03-08"), ("202203", "2022-03"),
      ("06.05.2022", "2022-05-06 or 2022-06-05"), ("6. 5. 2022", "2022-05-06 or 2022-06-05"),
      ("2022/05/06", "2022-05-06"),
      ("03/04/2022", "2022-03-04 or 2022-04-03"), ("13/04/2022", "2022-04-13"),
      ("circa 2022", "2022~"), ("ca. 2022-03", "2022-03~"), ("about 2022", "2022~"),
      ("2022?~", "2022%"), ("2022~?", "2022%"),
      ("unknown/2022", "/2022"), ("2022/open", "2022/.."), ("2022-03-08/present", "2022-03-08/.."),
      ("2022-uu", "2022-XX"), ("202x", "202X"),
      ("2022-03-08Z", "2022-03-08"), ("2022-03-08 10:00", "2022-03-08"),
      ("2022-03-08T10:00:00Z/2022-03-09", "2022-03-08/2022-03-09"),
      ("2022-W10", "2022-03-07/2022-03-13"), ("2022-067", "2022-03-08"),
      ("Q1 2022", "2022-33"), ("2022-Q4", "2022-36"), ("2022H2", "2022-41"),
      ("March 2022", "2022-03"), ("8 Mar 2022", "2022-03-08"), ("March 8, 2022", "2022-03-08"),
      (" 2022-03", "2022-03"),
      ("2022-03/04", "2022-03/2022-04"), ("2022-03-08/12", "2022-03-08/2022-03-12"),
      ("2022-03-08/04-01", "2022-03-08/2022-04-01"), ("2022/23", "2022/2023"),
      ("8 March 2022 to 1 April 2022", "2022-03-08/2022-04-01"),
      ("from 2022-03 to 2022-05", "2022-03/2022-05"), ("March to May 2022", "2022-03/2022-05"),
      ("8\u{2013}10 March 2022", "2022-03-08/2022-03-10"),
      ("8-10 March 2022", "2022-03-08/2022-03-10"),
      ("8 March - 1 April 2022", "2022-03-08/2022-04-01"),
      ("Jun-22", "2022-06"), ("6-Jul-22", "2022-07-06"), ("13.07.20", "2020-07-13"),
      ("8/3/22", "2022-08-03 or 2022-03-08"), ("about March 2022", "2022-03~"),
      ("8th March 2022", "2022-03-08"), ("March 8th, 2022", "2022-03-08"),
      ("about 2022-03-08", "2022-03-08~"), ("7 February 69", "1969-02-07"),
    ])
  func hints(text: String, meant: String) {
    let sentence = refusal(of: text)?.description
    #expect(sentence == "'\(text)' is not a date in EDTF; did you mean \(meant)?")
  }

  @Test(
    "What could mean several things, or nothing, gets no hint but the forms of a date",
    arguments: [
      "3/4/2022 to 3/5/2022", "2022-11/02", "2021-W53", "2022-03.08", "spring 2022", "Jun",
      "between March and April", "31.02.2022", "2022-03-08 to 2022-03-01",
    ])
  func noHint(text: String) {
    let sentence = refusal(of: text)?.description
    #expect(sentence?.contains("did you mean") == false, "\(sentence ?? "accepted")")
  }

  @Test("An impossible day or month is named with what exists")
  func impossible() {
    #expect(
      refusal(of: "2022-02-30")?.description
        == "2022-02-30 does not exist: February 2022 has 28 days")
    #expect(
      refusal(of: "2022-01/2022-13")?.description
        == "2022-13 does not exist: months run from 01 to 12")
  }

  @Test("Each reason of policy is distinguished")
  func policy() {
    #expect(refusal(of: "2022-05/2022-03") == .reversed("2022-05/2022-03"))
    #expect(refusal(of: "[2022-05..2022-03]") == .reversed("[2022-05..2022-03]"))
    #expect(refusal(of: "../..") == .boundless("../.."))
    #expect(refusal(of: "/") == .boundless("/"))
    #expect(refusal(of: "2022-24") == .season)
    #expect(refusal(of: "-Y170002") == .notEDTF("-Y170002"))
    #expect(refusal(of: "") == .notEDTF(""))
    #expect(refusal(of: "")?.description.hasPrefix("the date is empty") == true)
    #expect(refusal(of: "2022-22")?.description.contains("2022-33") == true)
  }

  @Test("What a refusal quotes reaches a terminal on one line, without control characters")
  func quoted() {
    // Refused at the range, before anybody has looked at the rest.
    for rest in ["\u{0}2022}", "\u{1B}[31m", "\n", "\u{202E}"] {
      let text = "{2022-01..2020-01" + rest
      let sentence = refusal(of: text)?.description
      #expect(sentence.map(printable) == sentence, "\(text.debugDescription)")
    }
  }

  @Test(
    "Texts near to EDTF but outside it are refused",
    arguments: [
      "2022-03-08T24:00:00", "2022-03-08T10:60:00Z", "2022-03-08T10:00Z", "2022-03~T10:00:00Z",
      "202X-03", "2022-XX-08", "2022-1X", "XXXX", "[]", "{2022", "[2022,]", "[2022,..2023]",
      "[2022..,2023]", "2022//2023", "2022/2023/2024", "2022-03-08\n", "２０２２", "2022-03-",
      "2022/../2023", "[2022-03/2022-04]", "..", "today",
    ])
  func nearMisses(text: String) {
    #expect(refusal(of: text) == .notEDTF(text))
  }

  @Test("A text too long for a date is refused at once, and is not repeated whole")
  func tooLong() {
    let text = String(repeating: "'", count: 60_000)
    var words = ""
    let time = ContinuousClock().measure { words = refusal(of: text)?.description ?? "" }
    #expect(time < .seconds(2))
    #expect(words.contains("is not a date in EDTF"))
    #expect(words.utf8.count < 500)
  }

  private func refusal(of text: String) -> FuzzyDateError? {
    do throws(FuzzyDateError) {
      _ = try FuzzyDate(text)
      return nil
    } catch {
      return error
    }
  }
}
