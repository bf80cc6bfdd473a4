import Foundation
import TestSupport

/// The shared test vectors, which are not part of this repository.
///
/// Suites that need them are enabled by `areAtHand`, and skipped with a printed notice otherwise.
enum Vectors {
  static let areAtHand: Bool = {
    if FileManager.default.fileExists(atPath: sharedVectorsFolder.path(percentEncoded: false)) {
      return true
    }
    print("NOTICE: shared/vectors not found; set STANCE_SHARED to run the tests that need it.")
    return false
  }()

  /// A JSON file of the vectors.
  static func json<Content: Decodable>(
    _ name: String, as type: Content.Type = Content.self
  ) throws -> Content {
    try JSONDecoder().decode(type, from: Data(bytes(name)))
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: sharedVectorsFolder.appending(path: name)))
  }

  /// The paths of all JSON files under a folder of the vectors.
  static func jsonFiles(under name: String) throws -> [String] {
    let start = sharedVectorsFolder.appending(path: name).path(percentEncoded: false)
    return try FileManager.default.subpathsOfDirectory(atPath: start)
      .filter { $0.hasSuffix(".json") }.sorted().map { "\(name)/\($0)" }
  }
}

/// Some bytes that a vectors file spells in base 64, by Foundation's decoder rather than ours.
struct Base64Bytes: Decodable {
  let bytes: [UInt8]

  init(from decoder: any Decoder) throws {
    bytes = Array(try decoder.singleValueContainer().decode(Data.self))
  }
}

/// The bytes of hexadecimal text.
func hex(_ text: String) throws -> [UInt8] {
  let digits = Array(text)
  return try stride(from: 0, to: digits.count, by: 2).map { start in
    guard let byte = UInt8(String(digits[start..<start + 2]), radix: 16) else {
      throw CocoaError(.formatting)
    }
    return byte
  }
}
