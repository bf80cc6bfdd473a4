package import Errors
import Stances

/// What a reader watches: companies, markets, measures, countries, sectors and bodies.
///
/// Written one a line, `company lenovo`, with remarks after `#`; in an address with colons and
/// commas, `company:lenovo,market:UA`.
package struct WatchList: Hashable, Sendable {
  /// What is watched, in the order given.
  package let entries: [Entry]

  /// What kind of thing is watched.
  package enum Kind: String, Term {
    case company, market, measure, country, sector, body
  }

  /// One thing that is watched.
  package struct Entry: Hashable, Sendable {
    /// What kind of thing it is.
    package let kind: Kind
    /// Its name, as given.
    package let name: String
    /// The line on which it is.
    package let line: Int

    /// The entry in words: `company lenovo`.
    package var words: String { "\(kind.term) \(name)" }
  }

  /// Reads a list.
  ///
  /// - Throws: ``WatchError`` for a line that is not a kind and a name.
  package init(_ text: String) throws(WatchError) {
    var entries: [Entry] = []
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (number, line) in zip(1..., lines) {
      for part in line.prefix(while: { $0 != "#" }).split(separator: ",") {
        let part = Self.trimmed(part)
        if part.isEmpty { continue }
        let end = part.firstIndex { $0 == ":" || $0.isWhitespace } ?? part.endIndex
        let name = Self.trimmed(part[end...].dropFirst())
        guard let kind = Kind(rawValue: String(part[..<end])), !name.isEmpty else {
          throw .notAnEntry(line: number, String(part))
        }
        entries.append(Entry(kind: kind, name: String(name), line: number))
      }
    }
    guard !entries.isEmpty else { throw .empty }
    self.entries = entries
  }

  /// Whether a text is a list as addresses write it, and not the path of a file.
  package static func isInline(_ text: String) -> Bool {
    Kind(rawValue: String(text.prefix { $0 != ":" })) != nil && text.contains(":")
  }

  /// The list on one line, as addresses write it.
  package var text: String {
    entries.map { "\($0.kind.term):\($0.name)" }.joined(separator: ",")
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var rest = text.drop { $0.isWhitespace }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}

/// What is wrong with a watch list.
package enum WatchError: CallerError, Hashable {
  case empty
  case notAnEntry(line: Int, String)
  case unknown(line: Int, String, nearest: [String])
  /// What a reader of names says of one.
  case refused(line: Int, sentence: String)

  package var kind: ErrorKind { .badData }

  /// What programs know it by.
  package var code: String { "bad_watch_list" }

  /// The names that may have been meant.
  package var particulars: [Particular] {
    switch self {
    case .empty: []
    case .notAnEntry(let line, _), .refused(let line, _):
      [Particular("line", .integer(Int64(line)))]
    case .unknown(let line, _, let nearest):
      [Particular("line", .integer(Int64(line)))]
        + (nearest.isEmpty ? [] : [Particular("nearest", .texts(nearest))])
    }
  }
}

extension WatchError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .empty:
      "the watch list names nothing; give one a line, as in 'company lenovo', or omit the list to "
        + "see everything"
    case .notAnEntry(let line, let text):
      "line \(line) of the watch list: '\(printable(text))' is not a kind and a name, as in "
        + "'company lenovo'; kinds are "
        + WatchList.Kind.allCases.map(\.term).joined(separator: ", ")
    case .unknown(let line, let words, let nearest):
      "line \(line) of the watch list: the log has no \(printable(words)); "
        + (didYouMean(nearest) ?? "remove the line, or look the name up with 'stance search'")
    case .refused(let line, let sentence): "line \(line) of the watch list: \(sentence)"
    }
  }
}
