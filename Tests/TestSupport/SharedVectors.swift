package import Foundation

/// The folder of the shared test vectors: beside the checkout, or as `STANCE_SHARED` names it.
///
/// They are not part of this repository, so that nothing may be there.
package let sharedVectorsFolder: URL = {
  let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardized
  let shared =
    ProcessInfo.processInfo.environment["STANCE_SHARED"].map { URL(filePath: $0) }
    ?? repository.appending(path: "../shared")
  return shared.appending(path: "vectors").standardized
}()

/// Finds the shared test vectors, which are not part of this repository.
package enum SharedVectors {
  /// The text of a vectors file, or nil, with a printed notice, if the vectors are not at hand.
  package static func text(_ name: String) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of a vectors file, or nil, with a printed notice, if they are not at hand.
  package static func bytes(_ name: String) -> [UInt8]? {
    guard let data = try? Data(contentsOf: location(name)) else { return skipped(name) }
    return Array(data)
  }

  /// The files of a vectors folder by name, or nil, with a printed notice, if it is not at hand.
  package static func files(in folder: String) -> [(name: String, bytes: [UInt8])]? {
    let path = location(folder).path(percentEncoded: false)
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      return skipped(folder)
    }
    return names.sorted().compactMap { name in
      bytes("\(folder)/\(name)").map { (name: name, bytes: $0) }
    }
  }

  private static func location(_ name: String) -> URL {
    sharedVectorsFolder.appending(path: name)
  }

  private static func skipped<Content>(_ name: String) -> Content? {
    print("NOTICE: \(name) not found; set STANCE_SHARED to run the tests that need it. SKIPPED.")
    return nil
  }
}
