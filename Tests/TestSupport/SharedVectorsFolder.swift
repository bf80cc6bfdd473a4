package import Foundation

/// Where the shared test vectors lie: beside the checkout, or where `STANCE_SHARED` says.
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
