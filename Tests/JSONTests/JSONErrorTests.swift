import Errors
import JSON
import Testing

@Suite("Which JSON is refused, and at which place")
struct JSONErrorTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let line: Int
    let column: Int
    let reason: JSONError.Reason

    init(_ text: String, _ line: Int, _ column: Int, _ reason: JSONError.Reason) {
      self.text = text
      self.line = line
      self.column = column
      self.reason = reason
    }

    var testDescription: String { "\(text.debugDescription): \(reason)" }
  }

  static let cases = [
    Case("", 1, 1, .empty),
    Case(" \r\n\t", 2, 2, .empty),
    Case("{", 1, 2, .unfinished),
    Case(#"{"a""#, 1, 5, .unfinished),
    Case(#"{"a":1,"#, 1, 8, .unfinished),
    Case("\n[1,\n 2", 3, 3, .unfinished),
    Case("tru", 1, 1, .unfinished),
    Case(#""\u12"#, 1, 6, .unfinished),
    Case("1 2", 1, 3, .trailingContent),
    Case("{}\n{}", 2, 1, .trailingContent),
    Case("\u{FEFF}{}", 1, 1, .byteOrderMark),
    Case("nul", 1, 1, .unfinished),
    Case("nule", 1, 1, .expectedValue),
    Case("[NaN]", 1, 2, .expectedValue),
    Case("[+1]", 1, 2, .expectedValue),
    Case("['a']", 1, 2, .expectedValue),
    Case("[\u{0}]", 1, 2, .expectedValue),
    Case("[\u{A0}1]", 1, 2, .expectedValue),
    Case("{a:1}", 1, 2, .expectedName),
    Case("{1:1}", 1, 2, .expectedName),
    Case(#"{"a",1}"#, 1, 5, .expectedColon),
    Case("[1 2]", 1, 4, .expectedCommaOrEnd),
    Case("[1}", 1, 3, .expectedCommaOrEnd),
    Case("[1,]", 1, 3, .trailingComma),
    Case(#"{"a":1 , }"#, 1, 8, .trailingComma),
    Case("[1,,2]", 1, 4, .expectedValue),
    Case(#"{"a":1,"b":2,"a":3}"#, 1, 14, .duplicateName("a")),
    Case(#"{"é":1,"\u00e9":2}"#, 1, 8, .duplicateName("é")),
    Case(#"{"a":{"b":1},"c":[{"b":1,"b":1}]}"#, 1, 26, .duplicateName("b")),
    Case(#"{"b":1,"b":2,"a":1,"a":2}"#, 1, 8, .duplicateName("b")),
    Case("\"a\tb\"", 1, 3, .controlCharacter(9)),
    Case("\"a\\n\nb\"", 1, 5, .controlCharacter(10)),
    Case(#"["\x41"]"#, 1, 3, .badEscape),
    Case(#"["\u00G0"]"#, 1, 3, .badEscape),
    Case(#"["é😀\q"]"#, 1, 5, .badEscape),
    Case(#"["\uD800"]"#, 1, 3, .loneSurrogate),
    Case(#"["\uDC00"]"#, 1, 3, .loneSurrogate),
    Case(#"["\uD800\n"]"#, 1, 3, .loneSurrogate),
    Case(#"["\uD800\uD800"]"#, 1, 3, .loneSurrogate),
    Case("-", 1, 2, .unfinished),
    Case("[-]", 1, 3, .malformedNumber),
    Case("[1.]", 1, 4, .malformedNumber),
    Case("[1e+]", 1, 5, .malformedNumber),
    Case("[012]", 1, 2, .leadingZero),
    Case("[-00]", 1, 2, .leadingZero),
    Case("[9007199254740992]", 1, 2, .integerOutOfRange),
    Case("[-9007199254740992]", 1, 2, .integerOutOfRange),
    Case("[1, 99999999999999999999999999]", 1, 5, .integerOutOfRange),
    Case("[9007199254740992.0]", 1, 2, .integerOutOfRange),
    Case("[-1e20]", 1, 2, .integerOutOfRange),
    Case("[1e400]", 1, 2, .numberOutOfRange),
    Case("[-1e400]", 1, 2, .numberOutOfRange),
  ]

  @Test("A text is refused at its first fault, with the reason", arguments: cases)
  func refusal(of sample: Case) {
    let refusal = #expect(throws: JSONError.self) {
      try JSONDocument(parsing: Array(sample.text.utf8))
    }
    #expect(refusal?.reason == sample.reason)
    #expect(refusal?.position == JSONPosition(line: sample.line, column: sample.column))
  }

  @Test(
    "Bytes that are not UTF-8 are refused at the start of the scalar",
    arguments: [
      [0x80], [0xC0, 0xAF], [0xC3], [0xC3, 0x28], [0xE0, 0x9F, 0x80], [0xE2, 0x82],
      [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5], [0xFF],
      [0xF0, 0x9F, 0x98, 0x28],
    ] as [[UInt8]])
  func invalidUTF8(bytes: [UInt8]) {
    let refusal = #expect(throws: JSONError.self) {
      try JSONDocument(parsing: Array("[\n\"é".utf8) + bytes + Array("\"]".utf8))
    }
    #expect(refusal?.reason == .invalidUTF8)
    #expect(refusal?.position == JSONPosition(line: 2, column: 3))
  }

  @Test(
    "What a terminal obeys in a name is shown escaped",
    arguments: ["\u{202E}rigin", "\u{200F}a", "\u{9B}2J", "\u{1B}[2J", "\u{2028}"])
  func safeName(name: String) throws {
    let spelled = String(decoding: JSONValue.string(name).compactBytes(), as: UTF8.self)
    let refusal = try #require(throws: JSONError.self) { try json("{\(spelled):1,\(spelled):2}") }
    #expect(refusal.reason == .duplicateName(name))
    #expect(refusal.description == printable(refusal.description))
  }

  @Test("An event has 65,535 bytes and 64 levels at most")
  func limits() throws {
    let longest = "\"" + String(repeating: "a", count: 65_533) + "\""
    #expect(try json(longest).string?.utf8.count == 65_533)
    #expect(throws: JSONError.self) { try json(longest + " ") }
    let deepest = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(try canonical(deepest) == deepest)
    let refusal = #expect(throws: JSONError.self) { try json("[\(deepest)]") }
    #expect(refusal?.reason == .tooDeep(limit: 64))
  }

  @Test("Lines are counted from the line that the text starts on, and columns in scalars")
  func description() {
    let refusal = #expect(throws: JSONError.self) {
      try JSONDocument(parsing: Array("{\"e\u{301}\":tru}".utf8), line: 1_207)
    }
    #expect(
      refusal?.description
        == "line 1207, column 7: a value is expected here: an object, array, string, number, "
        + "true, false or null")
  }

  @Test("A document cut short at any byte is refused, and never read past its end")
  func truncation() throws {
    let whole = Array(#"{"é\n":[1,-2.5e3,"a\ud83d\ude00\"z",true,false,null,{"k":"😀"}]}"#.utf8)
    #expect(throws: Never.self) { try JSONDocument(parsing: whole) }
    for length in whole.indices {
      let cut = Array(whole[..<length])
      #expect(throws: JSONError.self, "\(length) bytes") { try JSONDocument(parsing: cut) }
    }
  }
}
