import Foundation

/// A file beside a test that holds what an output is expected to be, to the byte.
package struct Golden {
  package let name: String
  private let location: URL

  /// The file `name` in the folder `Goldens` beside the test that asks.
  package init(name: String, beside test: String = #filePath) {
    self.name = name
    location = URL(filePath: test).deletingLastPathComponent()
      .appending(path: "Goldens").appending(path: name)
  }

  /// What is expected; nil if the file was never recorded.
  package var content: String? {
    (try? Data(contentsOf: location)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether this run records goldens, which fails it: a run that records has tested nothing.
  package static var isRecording: Bool {
    ProcessInfo.processInfo.environment["STANCE_RECORD_GOLDENS"] == "1"
  }

  /// Makes the file hold `content`.
  package func record(_ content: String) throws {
    try Data(content.utf8).write(to: location)
  }
}
