package import Errors
import Files
import Intake
package import Transparency

/// The file that holds the private key for signing checkpoints.
///
/// Only its owner may read it; it is never copied into a log.
package struct KeyFile: Sendable {
  /// Its path.
  package let path: String

  /// The file at a path.
  package init(path: String) {
    self.path = path
  }

  /// The file of the next key until it replaces this one.
  var successor: KeyFile { KeyFile(path: "\(path).next") }

  /// The key, or nil if there is no such file.
  package func keyIfThere() throws -> SigningKey? {
    do {
      return try key()
    } catch KeyFileError.notFound {
      return nil
    }
  }

  /// The key.
  package func key() throws -> SigningKey {
    do {
      guard let status = try FileStatus.ifThere(path) else {
        throw KeyFileError.notFound(path: path)
      }
      guard status.kind == .file else { throw KeyFileError.notAFile(path: path) }
      guard status.isPrivate else { throw KeyFileError.openToOthers(path: path) }
    } catch let error as FileError {
      throw error.cause == .noPermission
        ? KeyFileError.notPermitted(path: path, reason: error.reason)
        : .unreadable(path: path, reason: error.reason)
    }
    let bytes = try InputFile.contents(ofFile: path, limit: 4096)
    guard bytes.last == UInt8(ascii: "\n"),
      let text = String(validating: bytes.dropLast(), as: UTF8.self)
    else { throw KeyFileError.malformed(path: path, .notAKey) }
    do {
      return try SigningKey(text)
    } catch {
      throw KeyFileError.malformed(path: path, error)
    }
  }

  /// A new key, kept in this file; an existing file is left unchanged.
  package func made(named name: KeyName) throws -> SigningKey {
    let key = try SigningKey(newFor: name)
    try create(key)
    return key
  }

  /// Keeps a new key, atomically: half a key would keep the next one from being made.
  private func create(_ key: SigningKey) throws {
    try makeFolder(directory(of: path), isPrivate: true)
    let growing = growingPath(for: path)
    let file = try refusing { () throws(FileError) in
      try OpenFile(growing, for: .creating(.ownersOnly))
    }
    defer { removeFile(growing) }
    do {
      try file.write(Array("\(key.secretText)\n".utf8))
      try file.synchronize()
    } catch {
      throw OutputError.unwritten(error, at: path)
    }
    try refusing { () throws(FileError) in try moveExclusively(growing, to: path) }
    try synchronizeFolder(directory(of: path))
  }

  /// Replaces this file's key with another file's, which is then gone.
  func take(_ other: KeyFile) throws {
    try refusing { () throws(FileError) in try move(other.path, to: path) }
    try synchronizeFolder(directory(of: path))
  }

  private func refusing<Result>(
    _ body: () throws(FileError) -> Result
  ) throws(KeyFileError) -> Result {
    do {
      return try body()
    } catch {
      throw error.cause == .alreadyThere && error.path == path
        ? .alreadyThere(path: path)
        : [.noPermission, .readOnly].contains(error.cause)
          ? .notPermitted(path: path, reason: error.reason)
          : .cannotCreate(path: path, reason: error.reason)
    }
  }
}

/// Why the key file cannot be used.
package enum KeyFileError: StanceError, Equatable {
  case notFound(path: String)
  case alreadyThere(path: String)
  case notAFile(path: String)
  case openToOthers(path: String)
  case notPermitted(path: String, reason: String)
  case unreadable(path: String, reason: String)
  case malformed(path: String, KeyError)
  case cannotCreate(path: String, reason: String)

  package var kind: ErrorKind {
    switch self {
    case .notFound, .notAFile: .notFound
    case .alreadyThere, .cannotCreate: .cannotCreate
    case .openToOthers, .notPermitted: .noPermission
    case .unreadable: .inputOutput
    case .malformed: .badData
    }
  }
}

extension KeyFileError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notFound(let path):
      "there is no key at '\(path)'; make one with 'stance key new NAME'"
    case .alreadyThere(let path):
      "'\(path)' already exists and was not changed; 'stance key show' prints its public half"
    case .notAFile(let path):
      "the key '\(path)' is a folder, a pipe or a device, not a file; set STANCE_KEY to a file"
    case .openToOthers(let path):
      "others may read the key '\(path)'; take their rights with chmod 600, "
        + "and make a new key if they may have read it"
    case .notPermitted(let path, let reason):
      "'\(path)' may not be read or made by this user: \(reason); set STANCE_KEY to a key of your own"
    case .unreadable(let path, let reason):
      "cannot read the key '\(path)': \(reason)"
    case .malformed(let path, let refusal):
      "'\(path)' is not a private key: \(refusal)"
    case .cannotCreate(let path, let reason):
      "cannot create '\(path)': \(reason); set STANCE_KEY to a file in a folder that you can write to"
    }
  }
}
