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
}
