import Crypto
import Errors
package import Stances
import Transparency

/// A token as its file knows it: its SHA-256, the last day on which it works, and the name in which
/// its bearer records.
///
/// On a line: `HASH NAME`, or `HASH:DAY NAME` if it expires. A program that knows no days takes such
/// a line for none that holds a token, and refuses its bearer.
package struct TokenEntry: Hashable, Sendable {
  let hash: [UInt8]
  /// The last day, by UTC; nil if it does not expire.
  package let expires: Day?
  /// The name in which events are recorded.
  package let recorder: String

  /// The entry of a new token.
  init(_ token: String, expires: Day?, recorder: String) {
    hash = Self.hash(of: token)
    self.expires = expires
    self.recorder = recorder
  }

  /// Reads a line without its end; nil if it holds no token.
  init?(line: some Sequence<UInt8>) {
    let words = String(decoding: Array(line), as: UTF8.self).split(separator: " ", maxSplits: 1)
    guard words.count == 2, TokenFile.canHold(words[1]) else { return nil }
    let parts = words[0].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let hash = Hexadecimal.decode(parts[0].utf8), hash.count == SHA256.byteCount else {
      return nil
    }
    if parts.count == 2 {
      guard let day = try? Day(iso: String(parts[1])) else { return nil }
      expires = day
    } else {
      expires = nil
    }
    self.hash = hash
    recorder = String(words[1])
  }

  /// The line without its end.
  var line: String {
    "\(Hexadecimal.encode(hash))\(expires.map { ":\($0)" } ?? "") \(recorder)"
  }

  /// Distinguishes it from the others of the file; the token cannot be found from it.
  package var fingerprint: String { Hexadecimal.encode(hash.prefix(6)) }

  /// Whether it works no more.
  package func isExpired(on day: Day) -> Bool { expires.map { $0 < day } ?? false }

  /// Whether this is a token, found out in the same time whatever is wrong with it.
  func isOf(_ other: [UInt8]) -> Bool {
    hash.count == other.count && zip(hash, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  static func hash(of token: String) -> [UInt8] {
    Array(SHA256.hash(data: Array(token.utf8)))
  }
}

/// What a token lets its bearer do.
package enum TokenStanding: Hashable, Sendable {
  /// Record in this name.
  case valid(recorder: String)
  /// Nothing since the end of this day, by UTC.
  case expired(Day)
  /// Nothing: it is not in the file, or was taken out of it.
  case unknown
}

/// A line of the file that holds no token.
package struct IgnoredTokenLine: Hashable, Sendable, CustomStringConvertible {
  let path: String
  let number: Int

  package var description: String {
    "'\(printable(path))', line \(number), is not a hash with a name and is ignored; delete it"
  }
}
