package import EventLog
package import Files
package import Stances
package import Transparency

/// The kept files that an event rests on, in a folder of their own with a list that `sha256sum -c`
/// checks, and the proof of each capture.
package struct CaptureBundle {
  /// The folder.
  package let path: String

  /// The folder beside a proof: `halt.captures` beside `halt.tlog-proof`.
  package init(besideProof proof: String) {
    path = siblingPath(of: proof, ending: ".tlog-proof", as: ".captures")
  }

  /// Writes the files of an event's sources, or of a capture itself.
  ///
  /// - Parameters:
  ///   - event: the event.
  ///   - log: the log, of which a signed head covers the captures.
  ///   - store: where the files are kept.
  ///   - policy: the witnesses that must have cosigned; nil for any head.
  ///   - kept: what is not written over.
  /// - Returns: how many files there are.
  /// - Throws: ``CaptureError`` if a file is not as it was recorded, or the folder is there;
  ///   ``ProvingError``, ``OutputError``.
  package func write(
    for event: RecordedEvent, in log: LogReader, from store: CaptureStore, policy: TrustPolicy?,
    keeping kept: KeptFiles
  ) throws -> Int {
    let captures = try log.captures(behind: event)
    guard !captures.isEmpty else { return 0 }
    try NewFolder.write(path) { folder in
      var files: Set<String> = []
      for capture in captures {
        let sha256 = capture.capture.sha256
        if files.insert(sha256).inserted {
          _ = try store.copy(sha256, to: "\(folder)/\(sha256)", of: path)
        }
        guard let recorded = try log.event(at: capture.position) else { continue }
        let found = try EventProof(of: recorded, in: log, policy: policy)
        try ProofBundle(proofPath: "\(folder)/\(capture.id).tlog-proof").write(
          found.proof, of: found.leaf, keeping: kept)
      }
      let list = files.sorted().map { "\($0)  \($0)\n" }.joined()
      try OutputFile.write(Array(list.utf8), to: "\(folder)/SHA256SUMS", keeping: kept)
    }
    return Set(captures.map(\.capture.sha256)).count
  }
}

extension LogReader {
  /// The captures that stand of an event's sources, as corrected; of a capture, itself.
  func captures(behind event: RecordedEvent) throws -> [RecordedCapture] {
    if case .capture = event.event?.content {
      return try captures().filter { $0.id == event.id && $0.withdrawn == nil }
    }
    return try captures(of: namedSources().filter { $0.event == event.id }.pages)
  }
}

/// A folder that is written whole: it grows under another name, and is there only when all that is in
/// it is on the disk.
enum NewFolder {
  /// Writes a folder that is not there yet.
  ///
  /// - Throws: ``CaptureError`` if it is; ``OutputError``; what `body` throws.
  static func write(_ path: String, _ body: (_ folder: String) throws -> Void) throws {
    guard try FileStatus.ifThere(path) == nil else { throw CaptureError.folderInTheWay(path: path) }
    let growing = growingPath(for: path)
    removeFolder(growing)
    try makeFolder(growing)
    do {
      try body(growing)
      try synchronizeFolder(growing)
      do throws(FileError) {
        try moveExclusively(growing, to: path)
      } catch {
        throw error.cause == .alreadyThere
          ? CaptureError.folderInTheWay(path: path) : OutputError.uncreated(error)
      }
      try synchronizeFolder(directory(of: path))
    } catch {
      removeFolder(growing)
      throw error
    }
  }
}

extension CaptureStore {
  /// Copies a kept file, which has to be as it was recorded.
  ///
  /// - Parameters:
  ///   - sha256: the file's digest.
  ///   - path: the path of the copy.
  ///   - whole: what the copy is a part of, for the error.
  /// - Returns: how many bytes it has.
  /// - Throws: ``CaptureError``, ``OutputError``.
  func copy(_ sha256: String, to path: String, of whole: String) throws -> Int64 {
    let file = try given(sha256, for: whole)
    let copy = try OutputFile(path: path)
    let digest = try Self.digest(of: file) { block in try copy.write(block) }
    guard digest == sha256 else {
      throw CaptureError.notComplete(path: whole, sha256: sha256, says: "has other bytes")
    }
    try copy.finish()
    return file.size
  }

  private func given(_ sha256: String, for whole: String) throws -> GivenFile {
    do {
      return try open(sha256)
    } catch GivenFileError.isEmpty {
      throw CaptureError.notComplete(path: whole, sha256: sha256, says: "has other bytes")
    } catch let error as FileError {
      throw CaptureError.notComplete(
        path: whole, sha256: sha256,
        says: error.cause == .notFound ? "is missing" : "cannot be read: \(error.reason)")
    }
  }
}
