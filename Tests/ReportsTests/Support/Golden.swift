import Foundation

/// A file beside the tests that holds what a report is expected to be, to the byte.
struct Golden {
  let name: String

  /// What is expected; nil where the file was never recorded.
  var content: String? {
    (try? Data(contentsOf: location)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether this run records goldens, which fails it: a run that records has tested nothing.
  static var isRecording: Bool {
    ProcessInfo.processInfo.environment["STANCE_RECORD_GOLDENS"] == "1"
  }

  /// Makes the file hold `content`.
  func record(_ content: String) throws {
    try Data(content.utf8).write(to: location)
  }

  private var location: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Goldens").appending(path: name)
  }
}
