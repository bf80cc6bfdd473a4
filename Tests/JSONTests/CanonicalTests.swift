import JSON
import Testing

@Suite("Canonical bytes")
struct CanonicalTests {
  @Test(
    "One value has one spelling",
    arguments: [
      (" { \"b\" : 1 , \"a\" : [ ] } ", #"{"a":[],"b":1}"#),
      (#"{"aa":1,"a":2,"":3}"#, #"{"":3,"a":2,"aa":1}"#),
      (#"{"b":{"d":1,"c":[{"f":1,"e":2}]},"a":{}}"#, #"{"a":{},"b":{"c":[{"e":2,"f":1}],"d":1}}"#),
      (#""\u0041\/\u00e9\ud83d\ude00""#, "\"A/é😀\""),
      (#""\u0000\u0008\u0009\u000a\u000b\u000c\u000d\u001F""#, #""\u0000\b\t\n\u000b\f\r\u001f""#),
      (#""\u0022\u005C\u007f\u2028""#, "\"\\\"\\\\\u{7F}\u{2028}\""),
      (
        "[-0,0,-0.0,1.0,1E30,4.50,2e-3,1e21,1e-7,123456789012]",
        "[0,0,0,1,1e+30,4.5,0.002,1e+21,1e-7,123456789012]"
      ),
      ("[[],[[]],{},[null,true,false]]", "[[],[[]],{},[null,true,false]]"),
    ])
  func spelling(text: String, expected: String) throws {
    #expect(try Array(canonical(text).utf8) == Array(expected.utf8))
  }

  @Test("Names are ordered by UTF-16 code units, not by bytes or as Swift strings")
  func nameOrder() throws {
    let names = ["\u{FB33}", "\u{1F600}", "\u{D7FF}", "\u{E000}", "z", "\u{FFFF}", "\u{10FFFF}"]
    let text = "{" + names.map { "\"\($0)\":0" }.joined(separator: ",") + "}"
    let sorted = names.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
    #expect(sorted != names.sorted())
    let reread = try json(canonical(text)).members.map(\.name)
    #expect(reread.map { Array($0.utf8) } == sorted.map { Array($0.utf8) })
  }

  @Test("The place of a member is after all those that come before it")
  func place() throws {
    func before(_ name: String, in text: String) throws -> String {
      let (bytes, places) = try json(text).canonicalBytes(withPlacesOf: ["b", name])
      #expect(try bytes == json(text).canonicalBytes())
      return String(decoding: bytes[..<places[1]], as: UTF8.self)
    }
    #expect(try before("m", in: #"{"z":[1],"a":{"x":"y"}}"#) == #"{"a":{"x":"y"}"#)
    #expect(try before("a", in: #"{"b":1,"a":2}"#) == "{")
    #expect(try before("z", in: #"{"b":1,"a":2}"#) == #"{"a":2,"b":1"#)
    #expect(try before("a", in: "{}") == "{")
    #expect(try before("a", in: "[1]") == "[1]")
  }

  @Test("Omitted members leave no trace")
  func omitting() throws {
    let root = try json(#"{"v":1,"id":"x","deep":{"id":2}}"#)
    let without = root.canonicalBytes(omitting: ["id", "absent"])
    #expect(String(decoding: without, as: UTF8.self) == #"{"deep":{"id":2},"v":1}"#)
    #expect(root.canonicalBytes(omitting: ["v", "id", "deep"]) == Array("{}".utf8))
    #expect(try json("[1]").canonicalBytes(omitting: ["a"]) == Array("[1]".utf8))
  }

  @Test("A value inside a document has canonical bytes of its own")
  func inner() throws {
    let root = try json(#"{"replacement":{"b":"\n","a":[1, 2]},"reason":"x"}"#)
    var output = Array("=".utf8)
    output += try #require(root["replacement"]).canonicalBytes()
    #expect(output == Array(#"={"a":[1,2],"b":"\n"}"#.utf8))
  }
}
