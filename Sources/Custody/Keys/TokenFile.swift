package import Errors
import Files
import Intake
package import Stances
import Transparency

/// The file that knows who may propose and record over the network: a line for each token, with its hash.
///
/// Only its owner may read it, and a token cannot be read out of it. Lines that begin with `#` are
/// comments.
package struct TokenFile: Sendable {
  /// Its path.
  package let path: String

  /// The file at a path.
  package init(path: String) {
    self.path = path
  }

  /// Whether a name can follow a hash on a line: one line, without leading or trailing blanks.
  package static func canHold(_ name: some StringProtocol) -> Bool {
    guard let first = name.first, let last = name.last else { return false }
    return !first.isWhitespace && !last.isWhitespace && !name.contains(where: \.isNewline)
  }

  /// Makes a token for someone and keeps its hash; the token itself is nowhere else.
  ///
  /// - Parameters:
  ///   - bearer: who shows it, under a name that a line can hold.
  ///   - expires: the last day on which it works, by UTC; nil if it does not expire.
  ///   - ignored: called with each line that holds no token.
  /// - Returns: the token.
  /// - Throws: ``TokenError``, ``InputError``, ``OutputError``.
  package func create(
    for bearer: TokenBearer, expires: Day? = nil, ignoring ignored: (IgnoredTokenLine) -> Void
  ) throws -> String {
    var generator = SystemRandomNumberGenerator()
    let secret = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let token = "stance-" + Hexadecimal.encode(secret)
    // A pipe is refused before it is opened to be written.
    _ = try contents()
    try makeFolder(directory(of: path), isPrivate: true)
    let file = try locked()
    let bytes = try contents()
    _ = entries(in: bytes, ignoring: ignored)
    // Editors may omit the last line feed.
    let start = bytes.last.map { $0 == UInt8(ascii: "\n") } ?? true ? "" : "\n"
    let line = TokenEntry(token, expires: expires, bearer: bearer).line
    do {
      try file.write(Array("\(start)\(line)\n".utf8))
      try file.synchronize()
    } catch {
      throw OutputError.unwritten(error)
    }
    return token
  }

  /// The tokens that the file knows.
  ///
  /// - Parameter ignored: called with each line that holds no token.
  /// - Returns: its entries, in their order.
  /// - Throws: ``TokenError``, ``InputError``.
  package func entries(ignoring ignored: (IgnoredTokenLine) -> Void) throws -> [TokenEntry] {
    entries(in: try contents(), ignoring: ignored)
  }

  /// Takes tokens out of the file, atomically; all other lines stay as they are.
  ///
  /// - Parameter which: the name of their bearer, or else the fingerprint of one.
  /// - Returns: the entries that were taken out.
  /// - Throws: ``TokenError``, also if there is none; ``InputError``, ``OutputError``.
  package func revoke(_ which: String) throws -> [TokenEntry] {
    guard try !contents().isEmpty else { throw TokenError.noSuchToken(which, path: path) }
    let lock = try locked()
    defer { withExtendedLifetime(lock) {} }
    let bytes = try contents()
    let entries = entries(in: bytes) { _ in }
    let named = entries.filter { $0.bearer.name == which }
    let revoked = Set(named.isEmpty ? entries.filter { $0.fingerprint == which } : named)
    guard !revoked.isEmpty else { throw TokenError.noSuchToken(which, path: path) }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let kept = lines.filter { line in TokenEntry(line: line).map { !revoked.contains($0) } ?? true }
    try replace(with: Array(kept.joined(separator: [UInt8(ascii: "\n")])))
    return entries.filter(revoked.contains)
  }

  /// What a token lets its bearer do on a day.
  ///
  /// - Parameters:
  ///   - token: the token.
  ///   - day: the current day, by UTC.
  ///   - ignored: called with each line that holds no token.
  /// - Returns: whether it works, and who shows it.
  /// - Throws: ``TokenError``, ``InputError``.
  package func standing(
    of token: String, on day: Day, ignoring ignored: (IgnoredTokenLine) -> Void
  ) throws -> TokenStanding {
    let hash = TokenEntry.hash(of: token)
    // Every line is compared, and each to its end: the time taken reveals nothing about any token.
    let found = try entries(ignoring: ignored).reduce(nil as TokenEntry?) { found, entry in
      entry.isOf(hash) ? entry : found
    }
    guard let found else { return .unknown }
    if let last = found.expires, found.isExpired(on: day) { return .expired(last) }
    return .valid(found.bearer)
  }

  private func contents() throws -> [UInt8] {
    guard let status = try? FileStatus(of: path) else { return [] }
    guard status.kind == .file else { throw TokenError.notAFile(path: path) }
    guard status.isPrivate else { throw TokenError.openToOthers(path: path) }
    return try InputFile.contents(ofFile: path)
  }

  /// The tokens that the lines hold.
  ///
  /// A line without a token must not shut out the bearers of others.
  private func entries(
    in bytes: [UInt8], ignoring ignored: (IgnoredTokenLine) -> Void
  ) -> [TokenEntry] {
    var entries: [TokenEntry] = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty && line.first != UInt8(ascii: "#") {
      if let entry = TokenEntry(line: line) {
        entries.append(entry)
      } else {
        ignored(IgnoredTokenLine(path: path, number: index + 1))
      }
    }
    return entries
  }

  /// The file, made if it does not exist, which no other process changes until it is closed.
  private func locked() throws(TokenError) -> OpenFile {
    do {
      while true {
        let file = try OpenFile(path, for: .appending(.ownersOnly))
        try file.lock()
        // Another process may have replaced the file while this one waited for the lock of the old.
        if try FileStatus.ifThere(path)?.identity == file.status().identity { return file }
      }
    } catch {
      throw error.kind == .noPermission
        ? .notPermitted(path: path, reason: error.reason)
        : .cannotCreate(path: path, reason: error.reason)
    }
  }

  private func replace(with bytes: [UInt8]) throws {
    let growing = growingPath(for: path)
    do {
      let file = try OpenFile(growing, for: .creating(.ownersOnly))
      defer { removeFile(growing) }
      try file.write(bytes)
      try file.synchronize()
      try move(growing, to: path)
    } catch {
      throw OutputError.unwritten(error, at: path)
    }
    try synchronizeFolder(directory(of: path))
  }
}

/// Why the tokens cannot be used.
package enum TokenError: StanceError, Equatable {
  case notAFile(path: String)
  case openToOthers(path: String)
  case notPermitted(path: String, reason: String)
  case cannotCreate(path: String, reason: String)
  case noSuchToken(String, path: String)

  package var kind: ErrorKind {
    switch self {
    case .notAFile, .noSuchToken: .notFound
    case .openToOthers, .notPermitted: .noPermission
    case .cannotCreate: .cannotCreate
    }
  }
}

extension TokenError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notAFile(let path):
      "the tokens '\(printable(path))' are a folder, a pipe or a device, not a file; set "
        + "STANCE_TOKENS to a file"
    case .openToOthers(let path):
      "others may read the tokens '\(printable(path))'; take their rights with chmod 600"
    case .cannotCreate(let path, let reason), .notPermitted(let path, let reason):
      "cannot create '\(printable(path))': \(reason); set STANCE_TOKENS to a file in a folder that "
        + "you may write"
    case .noSuchToken(let which, let path):
      "'\(printable(path))' has no token with the name or fingerprint '\(printable(which))'; "
        + "'stance token list' shows them"
    }
  }
}
