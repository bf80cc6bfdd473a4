import EventLog
import Files
import Intake
package import Transparency

/// The checkpoint that was signed last for an origin, kept on this machine outside every log.
///
/// A restored backup and a second copy of a log do not know what was signed later; this does,
/// so neither can be signed unnoticed.
package struct CheckpointMemory {
  /// The file that keeps it.
  let path: String

  /// The memory for the log of an origin, in a folder.
  package init(of origin: Origin, in folder: String) {
    path = "\(folder)/\(AddCheckpointRequest.latestCheckpointPath(for: origin))"
  }

  /// The memory in a file that a user names.
  init(path: String) {
    self.path = path
  }

  /// The checkpoint, byte for byte, or nil if none is remembered.
  package func last() throws -> [UInt8]? {
    do {
      return try InputFile.contents(ofFile: path)
    } catch InputError.notFound {
      return nil
    }
  }

  /// Refuses a log that did not grow out of the last checkpoint, signed by one of its keys or by
  /// another.
  func check(_ log: EventLog, orSignedBy key: VerifierKey? = nil) throws {
    guard let last = try last() else { return }
    try log.read { try $0.check(grownFrom: last, orSignedBy: key) }
  }

  /// Lets `body` see the last checkpoint and replace it, while no other process can.
  func exchange<Result>(
    _ body: (_ last: [UInt8]?, _ replace: (SignedNote) throws -> Void) throws -> Result
  ) throws -> Result {
    try makeFolder(directory(of: path), isPrivate: true)
    let lock = try OpenFile(locking: "\(path).lock")
    defer { withExtendedLifetime(lock) {} }
    let last = try last()
    return try body(last) { note in
      guard note.bytes != last else { return }
      try OutputFile.write(note.bytes, to: path)
      try synchronizeFolder(directory(of: path))
    }
  }
}
