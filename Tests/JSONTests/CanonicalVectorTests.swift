import TestSupport
import Testing

@testable import JSON

@Suite("RFC 8785 vectors (github.com/cyberphone/json-canonicalization)")
struct CanonicalVectorTests {
  @Test("Each input has the published canonical bytes, which are their own canonical bytes")
  func documents() throws {
    guard
      let inputs = SharedVectors.files(in: "jcs/input"),
      let outputs = SharedVectors.files(in: "jcs/output"),
      let hex = SharedVectors.files(in: "jcs/outhex")
    else { return }
    #expect(inputs.count == 6 && outputs.count == 6 && hex.count == 6)
    for ((input, output), hex) in zip(zip(inputs, outputs), hex) {
      let bytes = try JSONDocument(parsing: input.bytes).root.canonicalBytes()
      #expect(bytes == output.bytes, "\(input.name)")
      #expect(bytes == Self.decodeHex(hex.bytes), "\(hex.name)")
      #expect(try JSONDocument(parsing: bytes).root.canonicalBytes() == bytes, "\(input.name)")
    }
  }

  @Test(
    "Numbers are written as ECMAScript writes them",
    arguments: ["jcs/es6-numbers-1000.txt", "jcs/es6-numbers-10000.txt"])
  func numbers(file: String) throws {
    guard let text = SharedVectors.text(file) else { return }
    for line in text.split(separator: "\n") {
      let columns = line.split(separator: ",")
      let bits = try #require(UInt64(columns[0], radix: 16))
      var written: [UInt8] = []
      appendCanonical(Double(bitPattern: bits), to: &written)
      #expect(written == Array(columns[1].utf8), "\(line)")
    }
  }

  @Test("The static numbers of the published list head the file of lines")
  func staticNumbers() throws {
    guard
      let list = SharedVectors.bytes("jcs/es6-numbers.json"),
      let lines = SharedVectors.text("jcs/es6-numbers-1000.txt")
    else { return }
    let listed = try #require(try JSONDocument(parsing: list).root["staticU64Hex"])
    let heads = lines.split(separator: "\n").map { $0.prefix { $0 != "," } }
    #expect(listed.count == 168)
    for (number, head) in zip(listed.elements, heads) {
      let bits = UInt64(try #require(number.string), radix: 16)
      #expect(bits == UInt64(head, radix: 16))
    }
  }

  private static func decodeHex(_ bytes: [UInt8]) -> [UInt8] {
    String(decoding: bytes, as: UTF8.self)
      .split(whereSeparator: \.isWhitespace)
      .compactMap { UInt8($0, radix: 16) }
  }
}
