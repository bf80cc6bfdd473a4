import Errors
import EventLog
import Glibc
import Intake
import Transparency

/// The file that holds the private key for signing checkpoints.
///
/// Only its owner may read it; it is never copied into a log.
struct KeyFile {
  /// Where it lies.
  let path: String

  /// The file that the environment names: STANCE_KEY, else `stance/key` among the user's settings.
  static var configured: KeyFile {
    KeyFile(path: environment("STANCE_KEY") ?? "\(UserFolder.settings)/key")
  }

  /// Where the next key waits while it takes this one's place.
  var successor: KeyFile { KeyFile(path: "\(path).next") }

  /// The key, or nil where there is no such file.
  func keyIfThere() throws -> SigningKey? {
    do {
      return try key()
    } catch KeyFileError.notFound {
      return nil
    }
  }

  /// The key.
  func key() throws -> SigningKey {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw errno == ENOENT || errno == ENOTDIR
        ? KeyFileError.notFound(path: path)
        : .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    guard status.st_mode & 0o077 == 0 else {
      throw KeyFileError.openToOthers(path: path)
    }
    let bytes = try InputFile.contents(of: path, limit: 4096)
    guard bytes.last == UInt8(ascii: "\n"),
      let text = String(validating: bytes.dropLast(), as: UTF8.self)
    else { throw KeyFileError.malformed(path: path, .notAKey) }
    do {
      return try SigningKey(text)
    } catch {
      throw KeyFileError.malformed(path: path, error)
    }
  }

  /// Keeps a new key; a file that is there already is left alone.
  ///
  /// The file appears whole or not at all: half a key would keep the next one from being made.
  func create(_ key: SigningKey) throws {
    try makeFolder(directory(of: path), mode: 0o700)
    let growing = growingPath(for: path)
    let descriptor = open(growing, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw KeyFileError.cannotCreate(path: path, reason: String(cString: strerror(errno)))
    }
    defer {
      close(descriptor)
      unlink(growing)
    }
    try writeAll(Array("\(key.secretText)\n".utf8), to: descriptor, named: path)
    guard fsync(descriptor) == 0 else {
      throw OutputError.writeFailed(path: path, reason: String(cString: strerror(errno)))
    }
    // Unlike a move, this leaves a key that is there already alone.
    guard link(growing, path) == 0 else {
      throw errno == EEXIST
        ? KeyFileError.alreadyThere(path: path)
        : .cannotCreate(path: path, reason: String(cString: strerror(errno)))
    }
    try synchronizeDirectory(of: path)
  }
}

extension KeyFile {
  /// A new key, kept in this file.
  func made(named name: KeyName) throws -> SigningKey {
    let key = try SigningKey(newFor: name)
    try create(key)
    return key
  }

  /// Puts another file's key in the place of this one's, which is gone then.
  func take(_ other: KeyFile) throws {
    guard rename(other.path, path) == 0 else {
      throw KeyFileError.cannotCreate(path: path, reason: String(cString: strerror(errno)))
    }
    try synchronizeDirectory(of: path)
  }
}

/// Why the key file cannot be used.
enum KeyFileError: StanceError, Equatable {
  case notFound(path: String)
  case alreadyThere(path: String)
  case openToOthers(path: String)
  case unreadable(path: String, reason: String)
  case malformed(path: String, KeyError)
  case cannotCreate(path: String, reason: String)

  var kind: ErrorKind {
    switch self {
    case .notFound: .notFound
    case .alreadyThere, .cannotCreate: .cannotCreate
    case .openToOthers: .noPermission
    case .unreadable: .inputOutput
    case .malformed: .badData
    }
  }
}

extension KeyFileError: CustomStringConvertible {
  var description: String {
    switch self {
    case .notFound(let path):
      "there is no key at '\(path)'; make one with 'stance key new NAME'"
    case .alreadyThere(let path):
      "'\(path)' is there already and was left alone; 'stance key show' prints its public half"
    case .openToOthers(let path):
      "others may read the key '\(path)'; take their rights with chmod 600, "
        + "and make a new key if they may have read it"
    case .unreadable(let path, let reason):
      "cannot read the key '\(path)': \(reason)"
    case .malformed(let path, let refusal):
      "'\(path)' is not a private key: \(refusal)"
    case .cannotCreate(let path, let reason):
      "cannot create '\(path)': \(reason); set STANCE_KEY to a file in a folder that you may write"
    }
  }
}
