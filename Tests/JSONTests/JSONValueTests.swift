import JSON
import TestSupport
import Testing

@Suite("Values to be written")
struct JSONValueTests {
  private static let answer = JSONValue.object([
    (name: "size", value: .integer(-3)),
    (name: "empty", value: .object([])),
    (name: "data", value: .array([.string("a\"\n"), .null, .array([]), .bool(true)])),
  ])

  @Test("For people, members keep their order and lines are indented")
  func pretty() {
    let expected = #"""
      {
        "size": -3,
        "empty": {},
        "data": [
          "a\"\n",
          null,
          [],
          true
        ]
      }
      """#
    #expect(String(decoding: Self.answer.prettyBytes(), as: UTF8.self) == expected)
  }

  @Test("For machines, members are sorted and nothing is indented")
  func compact() {
    #expect(
      String(decoding: Self.answer.compactBytes(), as: UTF8.self)
        == #"{"data":["a\"\n",null,[],true],"empty":{},"size":-3}"#)
  }

  @Test(
    "What is written reads back as the same value, in either form",
    arguments: 0..<200 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let value = Self.random(depth: 5, using: &generator)
    let compact = value.compactBytes()
    let limits = JSONLimits(maximumBytes: 10_000_000, maximumDepth: 64)
    let reread = try JSONDocument(parsing: compact, limits: limits).root
    #expect(JSONValue(reread).compactBytes() == compact, "seed \(seed)")
    #expect(reread.canonicalBytes() == compact, "seed \(seed)")
    let pretty = try JSONDocument(parsing: value.prettyBytes(), limits: limits).root
    #expect(pretty.canonicalBytes() == compact, "seed \(seed)")
  }

  private static func random(depth: Int, using generator: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: depth > 0 ? 0..<7 : 2..<7, using: &generator) {
    case 0:
      let count = Int.random(in: 0..<6, using: &generator)
      // A last digit of its own keeps each name its object's only one.
      return .object(
        (0..<count).map { index in
          (
            name: randomText(using: &generator) + "\(index)",
            value: random(depth: depth - 1, using: &generator)
          )
        })
    case 1:
      let count = Int.random(in: 0..<6, using: &generator)
      return .array((0..<count).map { _ in random(depth: depth - 1, using: &generator) })
    case 2: return .null
    case 3: return .bool(Bool.random(using: &generator))
    case 4: return .integer(Int64.random(in: -(1 << 53) + 1..<1 << 53, using: &generator))
    default: return .string(randomText(using: &generator))
    }
  }

  private static func randomText(using generator: inout SeededGenerator) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x1F, 0x20...0x7F, 0x80...0x7FF, 0x800...0xD7FF, 0xE000...0xFFFF, 0x10000...0x10FFFF,
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0..<20, using: &generator) {
      let range = ranges[Int.random(in: ranges.indices, using: &generator)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
