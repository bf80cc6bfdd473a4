package import Errors

/// A text that can be read for drafts.
package struct ArticleText: Sendable {
  /// The text.
  package let text: String

  /// Reads the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: the bytes.
  ///   - name: the file's name, for refusals.
  /// - Throws: ``ArticleError`` if they are no text, or not that of an article.
  package init(_ bytes: [UInt8], named name: String) throws(ArticleError) {
    guard bytes.count <= ArticleReader.limit else {
      throw ArticleError(name: name, reason: .tooLong(bytes.count))
    }
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ArticleError(name: name, reason: .notUTF8)
    }
    guard !bytes.contains(0) else { throw ArticleError(name: name, reason: .binary) }
    guard !bytes.allSatisfy({ $0 <= 0x20 }) else { throw ArticleError(name: name, reason: .empty) }
    let start = text.prefix(200).lowercased()
    guard !start.contains("<!doctype html"), !start.contains("<html") else {
      throw ArticleError(name: name, reason: .page)
    }
    self.text = text
  }
}

/// Why a file is not read for drafts.
package struct ArticleError: StanceError, Hashable {
  enum Reason: Hashable {
    case empty, notUTF8, binary, page
    case tooLong(Int)
  }

  let name: String
  let reason: Reason

  package var kind: ErrorKind { .badData }
}

extension ArticleError: CustomStringConvertible {
  package var description: String {
    let name = printable(name)
    return switch reason {
    case .empty: "\(name) is empty; give the text of an article"
    case .notUTF8: "\(name) is not UTF-8; save it as text in UTF-8"
    case .binary: "\(name) is no text, for it has bytes that are 0; save the article as text"
    case .page: "\(name) is a page of HTML; give its text: copy it out of a browser, or use pandoc"
    case .tooLong(let bytes):
      "\(name) has \(bytes) bytes, more than \(ArticleReader.limit); give one article at a time"
    }
  }
}
