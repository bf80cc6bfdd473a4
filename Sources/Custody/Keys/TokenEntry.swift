import Crypto
import Errors
package import Stances
import Transparency

/// A token as its file knows it: its SHA-256, the last day on which it works, and who its bearer is.
///
/// On a line: `HASH NAME`, or `HASH:DAY NAME` if it expires; before the name, what the bearer may do,
/// `propose`, `review` or `record`, where it is not the last. A program that knows no days takes such
/// a line for none that holds a token, and refuses its bearer.
package struct TokenEntry: Hashable, Sendable {
  let hash: [UInt8]
  /// The last day, by UTC; nil if it does not expire.
  package let expires: Day?
  /// Who shows it.
  package let bearer: TokenBearer

  /// The entry of a new token.
  init(_ token: String, expires: Day?, bearer: TokenBearer) {
    hash = Self.hash(of: token)
    self.expires = expires
    self.bearer = bearer
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
    bearer = Self.bearer(words[1])
  }

  /// Whom the part of a line behind the hash names.
  private static func bearer(_ text: Substring) -> TokenBearer {
    let words = text.split(separator: " ", maxSplits: 1)
    guard words.count == 2, let role = TokenRole(rawValue: String(words[0])) else {
      return TokenBearer(name: String(text), role: .record)
    }
    return TokenBearer(name: String(words[1].drop { $0 == " " }), role: role)
  }

  /// The line without its end.
  var line: String {
    // Not where it goes without saying, unless the name could be read as beginning with it.
    let isSaid = bearer.role != .record || Self.bearer(Substring(bearer.name)) != bearer
    return "\(Hexadecimal.encode(hash))\(expires.map { ":\($0)" } ?? "") "
      + (isSaid ? "\(bearer.role.rawValue) " : "") + bearer.name
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
  /// What this bearer may do.
  case valid(TokenBearer)
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
