import HTTPTypes
import NIOCore
import Stances

/// Names the bytes of an answer, so that a client that has them does not get them again
/// (RFC 9110 §8.8.3).
///
/// An answer depends on the query, the log up to its head, and the program; the tag is strong. The
/// log is in it by the root of its tree: another log that is as long has other tags.
struct EntityTag: Hashable, Sendable {
  let text: String

  /// A tag as written in a header field.
  init(text: String) {
    self.text = text
  }

  /// The tag of a query's answer at a head of the log.
  init(head: Position, root: String, query: String, version: String) {
    text = "\"\(head)-\(root)-\(Self.hash(of: query, version))\""
  }

  /// The tag of what depends on the program alone.
  init(query: String, version: String) {
    text = "\"\(Self.hash(of: query, version))\""
  }

  private static func hash(of query: String, _ version: String) -> String {
    String(fingerprint("\(version) \(query)"), radix: 16)
  }

  /// Whether a client says that it has these bytes (`If-None-Match`).
  func isAmong(_ tags: String) -> Bool {
    tags.split(separator: ",").contains { given in
      let tag = given.trimmingSpaces
      return tag == "*" || tag == text || tag == "W/\(text)"
    }
  }
}

/// What a request makes of the answer to it (RFC 9110 §9.3.2 and §13).
extension WebAnswer {
  /// Whether the client already has these bytes.
  func isUnchanged(for request: WebRequest) -> Bool {
    guard status == .ok, let tag = fields[.eTag], let known = request.fields[.ifNoneMatch] else {
      return false
    }
    return EntityTag(text: tag).isAmong(known)
  }

  /// The same answer for clients that have its content.
  var notModified: WebAnswer {
    var kept = fields
    kept[.contentType] = nil
    return WebAnswer(.notModified, fields: kept)
  }

  /// The answer to HEAD: how long the content is, without it.
  var withoutContent: WebAnswer {
    guard case .whole(let content) = body else { return self.emptied }
    var answer = emptied
    answer.fields[.contentLength] = String(content.readableBytes)
    return answer
  }

  private var emptied: WebAnswer {
    var answer = self
    answer.body = .none
    return answer
  }
}

/// The 64-bit FNV-1a hash of a text: it distinguishes texts and keeps no secret.
func fingerprint(_ text: String) -> UInt64 {
  text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}
