package import EventLog
package import Files
import Intake
package import Transparency

/// A folder in the C2SP tlog-tiles layout, for any web server to serve; it grows with the log.
package struct TileFolder {
  private let path: String
  private let kept: KeptFiles

  /// The folder at a path, in which none of the files that are kept is replaced.
  package init(path: String, keeping kept: KeptFiles) {
    self.path = path
    self.kept = kept
  }

  /// Writes what the folder lacks up to the last signed head.
  ///
  /// Entries come first, then tiles, each level after the one that it is hashed from, and the
  /// checkpoint last: its readers find everything that it covers. Older partial tiles stay
  /// for readers who are still at an older checkpoint.
  ///
  /// - Parameters:
  ///   - log: the log, whose last checkpoint is written.
  ///   - progress: called with the number of files written so far.
  /// - Returns: the head that the folder now has.
  /// - Throws: ``HistoryError`` if the folder is not an older state of the log; ``EventLogError`` if
  ///   an event or a node that it lacks is not under the signed root.
  package func write(from log: LogReader, progress: (Int) -> Void) throws -> TreeHead {
    guard let last = try log.lastCosignedCheckpoint() else { throw ProvingError.neverSigned }
    let new = last.checkpoint
    let old = try published()
    if let old {
      guard old.origin == new.origin else {
        throw ProvingError.badCheckpoint(path: checkpointPath, reason: "its log is \(old.origin)")
      }
      try log.check(grownFrom: old.head)
    }
    let tree = try log.checkedTree(under: new.head)
    let tiles = TileCoverage(size: new.head.size).paths(since: old?.head.size ?? 0)
    var folders: Set<String> = []
    for (index, tile) in tiles.enumerated() {
      let file = "\(path)/\(tile.text)"
      try makeFolder(directory(of: file))
      try OutputFile.write(tree.tile(tile), to: file, keeping: kept)
      folders.formUnion(
        sequence(first: directory(of: file), next: directory).prefix { $0 != path })
      progress(index + 1)
    }
    // The names in them too, or a power cut could leave a checkpoint without its tiles.
    for folder in folders { try synchronizeFolder(folder) }
    try makeFolder(path)
    try synchronizeFolder(path)
    try OutputFile.write(last.note.bytes, to: checkpointPath, keeping: kept)
    try synchronizeFolder(path)
    return new.head
  }

  private var checkpointPath: String { "\(path)/checkpoint" }

  /// What the folder's checkpoint says, or nil if it has none.
  private func published() throws -> Checkpoint? {
    let bytes: [UInt8]
    do {
      bytes = try InputFile.contents(ofFile: checkpointPath)
    } catch .notFound {
      return nil
    }
    do {
      return try Checkpoint(text: SignedNote(bytes).text)
    } catch {
      throw ProvingError.badCheckpoint(path: checkpointPath, reason: "\(error)")
    }
  }
}
