package import EventLog
package import Files
package import Intake
package import Stances

/// A kept file that is to go: its captures are withdrawn, then it is removed.
package struct CaptureDrop {
  /// The digest of the file.
  package let sha256: String
  /// The captures of it that still stand.
  let standing: [RecordedCapture]
  private let store: CaptureStore
  private let lock: OpenFile?

  /// Finds the file by its digest, or by the id of a capture of it.
  ///
  /// A file that an interrupted drop left is dropped again.
  ///
  /// - Throws: ``CaptureError``; ``EventLogError``, ``OutputError``.
  package init(of name: String, in log: EventLog, _ store: CaptureStore) throws {
    // Nobody keeps the same file meanwhile.
    let folder = try store.isThere ? store.lock() : nil
    let recorded = try log.read { try $0.captures() }
    guard
      let found = recorded.first(where: { $0.capture.sha256 == name || $0.id.text == name })
    else { throw CaptureError.notCaptured(name) }
    lock = folder
    self.store = store
    sha256 = found.capture.sha256
    standing = recorded.filter { [sha256 = found.capture.sha256] in
      $0.capture.sha256 == sha256 && $0.withdrawn == nil
    }
    guard standing.isEmpty, case .missing = store.state(of: sha256) else { return }
    throw CaptureError.alreadyDropped(name, reason: found.withdrawn ?? "")
  }

  /// Whether captures are to be withdrawn before the file is removed.
  package var withdraws: Bool { !standing.isEmpty }

  /// The retractions as flags.
  ///
  /// - Parameters:
  ///   - reason: why the file goes.
  ///   - today: the day from which anyone could know.
  /// - Returns: the flags of one retraction for each capture that stands.
  /// - Throws: ``FlagError``.
  package func flags(reason: String, today: Day) throws(FlagError) -> [FlagFields] {
    var flags: [FlagFields] = []
    for capture in standing {
      flags.append(
        try FlagFields(
          ["--retracts=\(capture.id)", "--reason=\(reason)", "--published=\(today)"],
          type: .retraction))
    }
    return flags
  }

  /// Removes the file, after the retractions are recorded.
  ///
  /// - Returns: whether it was there.
  /// - Throws: ``OutputError``.
  package func finish() throws(OutputError) -> Bool { try store.remove(sha256) }
}
