import Testing

@testable import JSON

@Suite("Telling canonical bytes from others")
struct CanonicalCheckTests {
  private static let texts = [
    #"{"":3,"a":2,"aa":[1,[],{},{"b":null}],"é":"\n\"x\" \u001f","😀":[true,false,-7,1.5,1e+30]}"#,
    #"[[],[[]],{},"A/é😀"]"#, "0", "-1", #""""#, "{}",
    #"{"a":{"b":{"c":"\\"}},"b":[{"d":1,"e":"2"}]}"#,
  ]

  @Test("Canonical bytes are canonical", arguments: texts)
  func canonical(text: String) throws {
    #expect(try isCanonical(Array(text.utf8)))
  }

  @Test(
    "Another spelling of the same value is not",
    arguments: [
      " 1", "1 ", "[ ]", "[1, 2]", #"{"a" :1}"#, #"{"a": 1}"#, #"{"b":1,"a":2}"#, #""\u0041""#,
      #""\/""#, #""\u001F""#, #""\u000a""#, "-0", "1.0", "1E3", "0.10", #"{"a":[{"c":1,"b":2}]}"#,
    ])
  func other(text: String) throws {
    #expect(try !isCanonical(Array(text.utf8)))
  }

  @Test("With any byte removed, doubled or changed, the answer is that of writing it again")
  func everyChange() throws {
    for text in Self.texts {
      let bytes = Array(text.utf8)
      for index in bytes.indices {
        for replacement in [[], [bytes[index], bytes[index]], [0x20], [0x30], [0x22], [0x5C]] {
          var changed = bytes
          changed.replaceSubrange(index...index, with: replacement)
          guard let document = try? JSONDocument(parsing: changed) else { continue }
          let isSame = document.root.canonicalBytes() == changed
          #expect(
            document.read(\.isCanonical) == isSame,
            "\(String(decoding: changed, as: UTF8.self))")
        }
      }
    }
  }

  private func isCanonical(_ bytes: [UInt8]) throws -> Bool {
    try JSONDocument(parsing: bytes).read(\.isCanonical)
  }
}
