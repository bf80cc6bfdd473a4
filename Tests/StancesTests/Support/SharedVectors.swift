import Foundation

/// Finds the shared test vectors, which are not part of this repository.
enum SharedVectors {
  /// The text of a vectors file, or nil, with a printed notice, where the vectors are not at hand.
  static func text(_ name: String) -> String? {
    let repository = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../..").standardized
    let shared =
      ProcessInfo.processInfo.environment["STANCE_SHARED"].map { URL(filePath: $0) }
      ?? repository.appending(path: "../shared")
    let file = shared.appending(path: "vectors").appending(path: name)
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      print("NOTICE: \(name) not found; set STANCE_SHARED to run the tests that need it. SKIPPED.")
      return nil
    }
    return text
  }
}
