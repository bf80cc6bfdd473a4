package import Errors
import Crypto
import Files
import Intake
import Stances
import Transparency

/// The file that knows who may record over the network: for each token its SHA-256 and the name in
/// which events are recorded.
///
/// Only its owner may read it. A token cannot be read out of it; to stop someone from recording,
/// delete their line.
package struct TokenFile: Sendable {
  /// Its path.
  package let path: String

  /// The file at a path.
  package init(path: String) {
    self.path = path
  }

  /// Whether a name can follow a hash on a line: one line, without leading or trailing blanks.
  package static func canHold(_ recorder: some StringProtocol) -> Bool {
    guard let first = recorder.first, let last = recorder.last else { return false }
    return !first.isWhitespace && !last.isWhitespace && !recorder.contains(where: \.isNewline)
  }

  /// Makes a token for a recorder and keeps its hash; the token itself is nowhere else.
  ///
  /// - Parameters:
  ///   - recorder: a name that a line can hold.
  ///   - ignored: called with each line that holds no token.
  /// - Returns: the token.
  /// - Throws: ``TokenError``, ``InputError``, ``OutputError``.
  package func create(
    for recorder: String, ignoring ignored: (IgnoredTokenLine) -> Void
  ) throws -> String {
    let bytes = try contents()
    _ = entries(in: bytes, ignoring: ignored)
    var generator = SystemRandomNumberGenerator()
    let secret = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let token = "stance-" + Hexadecimal.encode(secret)
    try makeFolder(directory(of: path), isPrivate: true)
    let file: OpenFile
    do {
      file = try OpenFile(path, for: .appending(.ownersOnly))
    } catch {
      throw error.kind == .noPermission
        ? TokenError.notPermitted(path: path, reason: error.reason)
        : .cannotCreate(path: path, reason: error.reason)
    }
    // One write, so that two programs do not mix their lines. Editors may omit the last line feed.
    let start = bytes.last.map { $0 == UInt8(ascii: "\n") } ?? true ? "" : "\n"
    let line = "\(start)\(Hexadecimal.encode(Self.hash(of: token))) \(recorder)\n"
    do {
      try file.write(Array(line.utf8))
      try file.synchronize()
    } catch {
      throw OutputError.unwritten(error)
    }
    return token
  }

  /// The name in which the bearer of a token records.
  ///
  /// - Parameters:
  ///   - token: the token.
  ///   - ignored: called with each line that holds no token.
  /// - Returns: the name; nil if the token is unknown.
  /// - Throws: ``TokenError``, ``InputError``.
  package func recorder(
    of token: String, ignoring ignored: (IgnoredTokenLine) -> Void
  ) throws -> String? {
    let hash = Self.hash(of: token)
    // Every line is compared, and each to its end: the time taken reveals nothing about any token.
    return entries(in: try contents(), ignoring: ignored).reduce(nil) { found, entry in
      isSame(entry.hash, hash) ? entry.recorder : found
    }
  }

  private func contents() throws -> [UInt8] {
    guard let status = try? FileStatus(of: path) else { return [] }
    guard status.isPrivate else { throw TokenError.openToOthers(path: path) }
    return try InputFile.contents(ofFile: path)
  }

  /// The tokens that the lines hold.
  ///
  /// A line without a token must not shut out the bearers of others.
  private func entries(
    in bytes: [UInt8], ignoring ignored: (IgnoredTokenLine) -> Void
  ) -> [(hash: [UInt8], recorder: String)] {
    var entries: [(hash: [UInt8], recorder: String)] = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let words = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 1)
      if words.count == 2, let hash = Hexadecimal.decode(words[0].utf8),
        hash.count == SHA256.byteCount, Self.canHold(words[1])
      {
        entries.append((hash, String(words[1])))
      } else {
        ignored(IgnoredTokenLine(path: path, number: index + 1))
      }
    }
    return entries
  }

  private static func hash(of token: String) -> [UInt8] {
    Array(SHA256.hash(data: Array(token.utf8)))
  }

  private func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

/// A line of the file that holds no token.
package struct IgnoredTokenLine: Hashable, Sendable, CustomStringConvertible {
  let path: String
  let number: Int

  package var description: String {
    "'\(printable(path))', line \(number), is not a hash with a name and is ignored; delete it"
  }
}

/// Why the tokens cannot be used.
package enum TokenError: StanceError, Equatable {
  case openToOthers(path: String)
  case notPermitted(path: String, reason: String)
  case cannotCreate(path: String, reason: String)

  package var kind: ErrorKind {
    switch self {
    case .openToOthers, .notPermitted: .noPermission
    case .cannotCreate: .cannotCreate
    }
  }
}

extension TokenError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .openToOthers(let path):
      "others may read the tokens '\(printable(path))'; take their rights with chmod 600"
    case .cannotCreate(let path, let reason), .notPermitted(let path, let reason):
      "cannot create '\(printable(path))': \(reason); set STANCE_TOKENS to a file in a folder that "
        + "you may write"
    }
  }
}
