import HTTPTypes
import NIOCore

/// What becomes of an answer by the request that it is for (RFC 9110 §9.3.2 and §13).
extension WebAnswer {
  /// Whether whoever asks has these very bytes.
  func isUnchanged(for request: WebRequest) -> Bool {
    guard status == .ok, let tag = fields[.eTag], let known = request.fields[.ifNoneMatch] else {
      return false
    }
    return EntityTag(text: tag).isAmong(known)
  }

  /// The same answer for those who have its content.
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
