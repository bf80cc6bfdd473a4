import Crypto
import Errors
package import Files
import Stances
import Transparency

/// The folder beside a log that keeps the files of its captures: `LOG.captures/ab/<64 digits>`.
///
/// A file's name is the SHA-256 of its bytes. A file gets its name when it is on the disk, and before
/// the log has an event about it: what the log names was there.
package struct CaptureStore: Sendable {
  /// The folder's path.
  package let path: String

  /// The folder of a log.
  package init(besideLogAt log: String) {
    path = companionPath(of: log, ".captures")
  }

  /// A folder of its own, laid out in the same way.
  init(at path: String) { self.path = path }

  /// How long a file may be if nobody says otherwise: 64 MiB.
  package static let standardLimit: Int64 = 64 << 20

  /// Whether there is such a folder.
  package var isThere: Bool { (try? FileStatus(of: path))?.kind == .folder }

  /// Where the file with a digest is, if it is there.
  package func place(of sha256: String) -> String { "\(folder(of: sha256))/\(sha256)" }

  private func folder(of sha256: String) -> String { "\(path)/\(sha256.prefix(2))" }

  // MARK: Keeping

  /// Lets no other program add or remove files until what is returned is gone.
  ///
  /// - Throws: ``OutputError``.
  package func lock() throws(OutputError) -> OpenFile {
    try makeFolder(path, isPrivate: true)
    do throws(FileError) {
      let folder = try OpenFile(path, for: .reading)
      try folder.lock()
      return folder
    } catch {
      throw .uncreated(error)
    }
  }

  /// Copies a file into the folder, complete and on the disk, but not yet under its name.
  ///
  /// - Parameters:
  ///   - file: the file, which is read to its end.
  ///   - number: tells it from others that are staged at once.
  ///   - limit: how many bytes it may have.
  /// - Returns: the copy.
  /// - Throws: ``CaptureError``, ``GivenFileError``, ``FileError``, ``OutputError``.
  package func stage(_ file: GivenFile, number: Int = 0, limit: Int64) throws -> StagedCapture {
    guard file.size <= limit else {
      throw CaptureError.tooLong(path: file.path, bytes: file.size, limit: limit)
    }
    try makeFolder(path, isPrivate: true)
    let staged = try StagedFile(in: path, number: number)
    let digest = try Self.digest(of: file) { block throws(OutputError) in try staged.write(block) }
    try staged.finish()
    return StagedCapture(file: staged, sha256: digest, bytes: file.size)
  }

  /// The digest of a file, each block of which is passed on.
  static func digest(
    of file: GivenFile, _ body: (_ block: [UInt8]) throws -> Void = { _ in }
  ) throws -> String {
    var hash = SHA256()
    while case let block = try file.read(upTo: blockSize), !block.isEmpty {
      hash.update(data: block)
      try body(block)
    }
    return Hexadecimal.encode(Array(hash.finalize()))
  }

  private static let blockSize = 1 << 20

  /// Gives a staged file its name; one that is there already stays if it has these bytes, and gives
  /// way if it has others.
  ///
  /// - Returns: false if it was kept already.
  /// - Throws: ``OutputError``.
  package func name(_ staged: StagedCapture) throws(OutputError) -> Bool {
    let name = place(of: staged.sha256)
    try makeFolder(folder(of: staged.sha256), isPrivate: true)
    if try staged.file.name(name, replacing: false) { return true }
    if state(of: staged.sha256) == .same { return false }
    return try staged.file.name(name, replacing: true)
  }

  /// Removes a file, and waits until that is on the disk.
  ///
  /// - Returns: whether it was there.
  /// - Throws: ``OutputError`` if it stays.
  package func remove(_ sha256: String) throws(OutputError) -> Bool {
    let place = place(of: sha256)
    let wasThere = removeFile(place)
    if !wasThere, (try? FileStatus(of: place)) != nil {
      throw .notPermitted(path: place, reason: "it could not be removed")
    }
    if wasThere { try synchronizeFolder(folder(of: sha256)) }
    removeEmptyFolder(folder(of: sha256))
    return wasThere
  }

  // MARK: Checking

  /// What is found where a file should be.
  package enum State: Hashable, Sendable {
    /// The bytes that were recorded.
    case same
    case missing
    /// Other bytes than those whose digest it has for a name.
    case otherBytes
    case unreadable(reason: String)
  }

  /// Looks at a file, byte by byte.
  package func state(of sha256: String) -> State {
    do {
      let file = try GivenFile(place(of: sha256))
      return try Self.digest(of: file) == sha256 ? .same : .otherBytes
    } catch GivenFileError.isEmpty {
      return .otherBytes
    } catch let error as FileError {
      return error.cause == .notFound ? .missing : .unreadable(reason: error.reason)
    } catch {
      return .unreadable(reason: "\(error)")
    }
  }

  /// Whether a file of this length is there; its bytes are not looked at.
  package func seems(toHave sha256: String, ofLength bytes: Int64) -> Bool {
    let status = try? FileStatus(of: place(of: sha256))
    return status?.kind == .file && status?.size == bytes
  }

  /// The bytes of a file of a known length; nil if there are not just those that were recorded.
  package func contents(of sha256: String, count: Int64) -> [UInt8]? {
    guard let file = try? open(sha256), file.size == count else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(clamping: count))
    let digest = try? Self.digest(of: file) { bytes += $0 }
    return digest == sha256 ? bytes : nil
  }

  /// Whether nothing is there.
  func isMissing(_ sha256: String) -> Bool { (try? FileStatus(of: place(of: sha256))) == nil }

  /// A file that is there, open to be read.
  package func open(_ sha256: String) throws -> GivenFile { try GivenFile(place(of: sha256)) }

  /// What is in the folder and has no name that a file of these digests would have, by paths.
  ///
  /// - Throws: ``FileError``.
  package func strays(besides known: Set<String>) throws(FileError) -> [String] {
    var found: [String] = []
    for name in try fileNames(in: path) {
      let inner = "\(path)/\(name)"
      guard name.utf8.count == 2, (try? FileStatus(of: inner))?.kind == .folder else {
        found.append(inner)
        continue
      }
      for file in try fileNames(in: inner)
      where !known.contains(file) || file.prefix(2) != name {
        found.append("\(inner)/\(file)")
      }
    }
    return found
  }
}

/// A file that is complete, on the disk, and about to be kept.
package struct StagedCapture {
  let file: StagedFile
  /// The digest of its bytes.
  package let sha256: String
  /// How many bytes it has.
  package let bytes: Int64
}
