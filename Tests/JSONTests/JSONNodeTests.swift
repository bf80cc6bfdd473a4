import JSON
import Testing

@Suite("Reading values from a document")
struct JSONNodeTests {
  @Test("Members are visited in source order, with names, values and places")
  func members() throws {
    let root = try json("{\"b\":1,\n \"a\":[true,\"é\",{}],\"\\u0063\":null}")
    #expect(root.members.map(\.name) == ["b", "a", "c"])
    #expect(root.members.map(\.value.kind) == [.number, .array, .null])
    #expect(root.members.map(\.key.position.line) == [1, 2, 2])
    #expect(root.members.map(\.key.position.column) == [2, 2, 20])
    #expect(root.count == 3)
    let elements = try #require(root["a"])
    #expect(elements.elements.map(\.kind) == [.true, .string, .object])
    #expect(elements.elements.map(\.position.column) == [7, 12, 16])
    #expect(elements.count == 3)
  }

  @Test("A member is found by its name's bytes, however the source spells them")
  func lookup() throws {
    let root = try json(#"{"x":{"id":"inner"},"\u0069d":"outer","on":true,"off":false}"#)
    #expect(root["id"]?.string == "outer")
    #expect(root["x"]?["id"]?.string == "inner")
    #expect(root["on"]?.bool == true)
    #expect(root["off"]?.bool == false)
    #expect(root["i"] == nil)
    #expect(root["id"]?["id"] == nil)
    #expect(root.members.contains { $0.key.matches("id") })
  }

  @Test("Names that Swift holds equal stay two names")
  func normalisation() throws {
    let composed: StaticString = "\u{E9}"
    let decomposed: StaticString = "e\u{301}"
    let root = try json("{\"\(decomposed)\":\"two scalars\",\"\(composed)\":\"one\"}")
    #expect(root.count == 2)
    #expect(root[composed]?.string == "one")
    #expect(root[decomposed]?.string == "two scalars")
    #expect(root["e"] == nil)
  }

  @Test("A carriage return and line feed are two scalars, in text and in canonical bytes")
  func carriageReturn() throws {
    let root = try json(#"{"\r\n":"\r\n","\r":1,"\n":2}"#)
    #expect(root.members.map { $0.name.unicodeScalars.count } == [2, 1, 1])
    #expect(root["\r\n"]?.string?.unicodeScalars.map(\.value) == [13, 10])
    #expect(
      String(decoding: root.canonicalBytes(), as: UTF8.self) == #"{"\n":2,"\r":1,"\r\n":"\r\n"}"#)
  }

  @Test(
    "An integer is an integer in any spelling, and nothing else is one",
    arguments: [
      ("0", 0), ("-0", 0), ("17", 17), ("-17", -17), ("1.0", 1), ("12.5e1", 125), ("1e3", 1000),
      ("9007199254740991", 9_007_199_254_740_991), ("-9007199254740991", -9_007_199_254_740_991),
      ("1.5", nil), ("1e21", nil), ("1e300", nil), ("\"1\"", nil), ("true", nil),
    ] as [(String, Int64?)])
  func integers(text: String, value: Int64?) throws {
    #expect(try json(text).integer == value)
  }

  @Test("A value asked for as another kind is nil, or has no children")
  func otherKinds() throws {
    let number = try json("1")
    #expect(number.string == nil && number.bool == nil)
    #expect(number["a"] == nil && number.count == 0)
    #expect(Array(number.members).isEmpty && Array(number.elements).isEmpty)
    #expect(try json("\"a\"").integer == nil)
    #expect(!number.matches("1"))
  }
}
