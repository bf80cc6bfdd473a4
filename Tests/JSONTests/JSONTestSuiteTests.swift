import JSON
import TestSupport
import Testing

@Suite("JSONTestSuite (github.com/nst/JSONTestSuite)")
struct JSONTestSuiteTests {
  private static let wide = JSONLimits(maximumBytes: 1_000_000, maximumDepth: 500)

  /// Valid by RFC 8259, refused here: a name given twice loses a value in most readers.
  private static let refusedAlthoughValid: Set = [
    "y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json",
  ]

  /// What the suite leaves open and this reader accepts; it refuses all else that is left open.
  ///
  /// Refused are integers beyond ±(2^53 − 1) and numbers that overflow a 64-bit float, because they
  /// would be read as others; lone surrogates, for they have no UTF-8; all that is not UTF-8; and a
  /// byte order mark, for canonical bytes have none.
  private static let acceptedAlthoughOpen: Set = [
    // Too small for a 64-bit float, hence zero: the nearest number, as for any other fraction.
    "i_number_double_huge_neg_exp.json", "i_number_real_underflow.json",
    // Accepted under this test's limits; an event's are narrower, see the next test.
    "i_structure_500_nested_arrays.json",
  ]

  @Test("All that must be accepted is, but for names given twice; all that must be refused is")
  func parsing() throws {
    guard let files = SharedVectors.files(in: "jsontestsuite/test_parsing") else { return }
    #expect(files.count == 318)
    for (name, bytes) in files {
      let isAcceptable =
        switch name.prefix(2) {
        case "y_": !Self.refusedAlthoughValid.contains(name)
        case "i_": Self.acceptedAlthoughOpen.contains(name)
        default: false
        }
      #expect(accepts(bytes, limits: Self.wide) == isAcceptable, "\(name)")
    }
  }

  @Test("Five hundred nested arrays are too deep for an event")
  func depth() throws {
    guard
      let bytes = SharedVectors.bytes(
        "jsontestsuite/test_parsing/i_structure_500_nested_arrays.json")
    else { return }
    let refusal = #expect(throws: JSONError.self) { try JSONDocument(parsing: bytes) }
    #expect(refusal?.reason == .tooDeep(limit: 64))
    #expect(refusal?.position == JSONPosition(line: 1, column: 65))
  }

  @Test("What readers are known to change is kept or refused, never changed")
  func transform() throws {
    guard let files = SharedVectors.files(in: "jsontestsuite/test_transform") else { return }
    #expect(files.count == 22)
    var accepted: [String: String] = [:]
    for (name, bytes) in files {
      guard let document = try? JSONDocument(parsing: bytes) else { continue }
      accepted[name] = String(decoding: document.root.canonicalBytes(), as: UTF8.self)
    }
    let expected = [
      "number_1.0.json": "[1]",
      "number_1.000000000000000005.json": "[1]",
      "number_1000000000000000.json": "[1000000000000000]",
      "number_1e-999.json": "[0]",
      "number_1e6.json": "[1000000]",
      "object_key_nfc_nfd.json": "{\"e\u{301}\":\"NFD\",\"\u{E9}\":\"NFC\"}",
      "object_key_nfd_nfc.json": "{\"e\u{301}\":\"NFD\",\"\u{E9}\":\"NFC\"}",
      "string_with_escaped_NULL.json": #"["A\u0000B"]"#,
    ]
    #expect(accepted.keys.sorted() == expected.keys.sorted())
    for (name, text) in expected {
      #expect(accepted[name].map { Array($0.utf8) } == Array(text.utf8), "\(name)")
    }
  }

  private func accepts(_ bytes: [UInt8], limits: JSONLimits) -> Bool {
    (try? JSONDocument(parsing: bytes, limits: limits)) != nil
  }
}
