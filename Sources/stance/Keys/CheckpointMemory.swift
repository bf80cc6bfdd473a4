import EventLog
import Glibc
import Intake
import Transparency

/// The checkpoint that was signed last for an origin, kept on this machine outside every log.
///
/// A restored backup and a second copy of a log do not know what was signed after them; this does,
/// and so neither can be signed unseen.
struct CheckpointMemory {
  private let path: String

  /// The memory for the log of this origin.
  init(of origin: Origin) {
    path = "\(UserFolder.state)/\(AddCheckpointRequest.latestCheckpointPath(for: origin))"
  }

  /// The checkpoint as it was written, or nil where none is remembered.
  func last() throws -> [UInt8]? {
    do {
      return try InputFile.contents(of: path)
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
    try makeFolder(directory(of: path), mode: 0o700)
    let lock = open("\(path).lock", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    // Closing it gives the lock back.
    defer { if lock >= 0 { close(lock) } }
    guard lock >= 0, flock(lock, LOCK_EX) == 0 else {
      throw OutputError.cannotCreate(
        path: "\(path).lock", reason: String(cString: strerror(errno)))
    }
    let last = try last()
    return try body(last) { note in
      guard note.bytes != last else { return }
      try OutputFile.write(note.bytes, to: path)
      try synchronizeDirectory(of: path)
    }
  }
}
