package import EventLog
import Errors
import Files
package import JSON
import Stances

/// The kept files of a log beside a copy of it.
package struct CaptureBackup {
  private let folder: String
  private let copied: Int
  /// The files that are not as they were recorded, or not there, with what is found.
  private let lacking: [(sha256: String, says: String)]

  /// Copies the files that a log has captures of to a copy of it; nil if it has none.
  ///
  /// - Parameters:
  ///   - log: the log, or its copy.
  ///   - store: where the files are kept.
  ///   - copy: the path of the copy.
  /// - Throws: ``OutputError`` if a copy cannot be written; ``EventLogError``.
  package init?(of log: LogReader, from store: CaptureStore, besideLogAt copy: String) throws {
    let digests = try log.captures().filter { $0.withdrawn == nil }.map(\.capture.sha256)
    guard !digests.isEmpty else { return nil }
    let other = CaptureStore(besideLogAt: copy)
    let lock = try other.lock()
    defer { withExtendedLifetime(lock) {} }
    var lacking: [(sha256: String, says: String)] = []
    var seen: Set<String> = []
    for sha256 in digests where seen.insert(sha256).inserted {
      do {
        let staged = try other.stage(store.open(sha256), limit: .max)
        guard staged.sha256 == sha256 else {
          lacking.append((sha256, "it has other bytes"))
          continue
        }
        _ = try other.name(staged)
      } catch let error as FileError {
        lacking.append((sha256, error.cause == .notFound ? "it is missing" : error.reason))
      } catch let error as GivenFileError {
        lacking.append((sha256, "\(error)"))
      }
    }
    folder = other.path
    copied = seen.count - lacking.count
    self.lacking = lacking
  }

  /// Whether every file is in the copy.
  package var isWhole: Bool { lacking.isEmpty }

  /// What was copied, and what was not, a line each.
  package var words: [String] {
    ["copied \(copied) kept file\(copied == 1 ? "" : "s") to \(printable(folder))"]
      + lacking.map { "not copied: \($0.sha256): \(printable($0.says))" }
  }

  /// The same for programs.
  package var json: JSONValue {
    [
      "folder": .string(folder), "copied": .integer(Int64(copied)),
      "lacking": .array(
        lacking.map { ["sha256": .string($0.sha256), "says": .string($0.says)] }),
    ]
  }
}
