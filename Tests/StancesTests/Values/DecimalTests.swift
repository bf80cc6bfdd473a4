import Stances
import Testing

@Suite("Events: decimal numbers as their source gave them")
struct DecimalTests {
  @Test(
    "A decimal number keeps its digits",
    arguments: ["0", "-0", "7", "-7.7", "29.55", "190.270", "0.001", "100000000000000000000000"])
  func accepted(text: String) {
    #expect(Decimal(text)?.text == text)
  }

  @Test(
    "Other spellings are refused",
    arguments: [
      "", "-", "+7", "07", "-07", ".5", "5.", "1,5", "1e3", "1.2.3", " 7", "7 ", "−7", "٣", "0x7",
      "NaN", "7%", "--7",
    ])
  func refused(text: String) {
    #expect(Decimal(text) == nil)
  }

  @Test("It has 40 characters at most")
  func length() {
    #expect(Decimal(String(repeating: "7", count: 40)) != nil)
    #expect(Decimal(String(repeating: "7", count: 41)) == nil)
  }

  @Test("It knows its sign and its digits without it")
  func sign() throws {
    let fall = try #require(Decimal("-7.70"))
    #expect((fall.isNegative, fall.magnitude) == (true, "7.70"))
    let rise = try #require(Decimal("2.1"))
    #expect((rise.isNegative, rise.magnitude) == (false, "2.1"))
  }

  @Test(
    "What is no decimal number gets the spelling that it may mean",
    arguments: [
      ("\u{2212}7.7", "'-7.7'"), ("12,5", "'12.5'"), ("1,000", "'1000' or '1.000'"),
      ("1,234,567", "'1234567'"), ("1.234,5", "'1234.5'"), ("1 000", "'1000'"), ("+5", "'5'"),
      (".5", "'0.5'"), ("007", "'7'"), ("0,125", "'0.125'"), ("1,234.5", "'1234.5'"),
    ])
  func hints(text: String, meant: String) {
    let words = EventError.Reason.notADecimal(text).description
    #expect(words == "'\(text)' is not a decimal number; did you mean \(meant)?")
  }

  @Test(
    "What could be anything gets the form of a decimal", arguments: ["many", "5%", "1e3", "1,2,x"])
  func noHint(text: String) {
    let words = EventError.Reason.notADecimal(text).description
    #expect(words.hasSuffix("write digits and a point, such as \"-7.7\""))
  }
}
