package import Errors
import Files
import Intake
import Stances
import Transparency

/// A log as its owner publishes it: a folder of tiles (C2SP tlog-tiles), here or on a web server.
package struct PublishedLog: Sendable {
  private enum Place {
    case folder
    case site(Curl)
  }

  /// The folder, or the address of it, without a slash at its end.
  let name: String
  private let place: Place

  /// The log at a URL or in a folder.
  ///
  /// - Parameters:
  ///   - text: what a user wrote.
  ///   - patience: how long a web server has for each answer.
  ///   - authorities: the file with the certificates that are believed over TLS; if nil, those of
  ///     the system are.
  /// - Throws: ``PublishedLogError``.
  package init(at text: String, patience: Duration, authorities: String?) throws(PublishedLogError)
  {
    let isSite = ["http://", "https://"].contains { text.lowercased().hasPrefix($0) }
    guard !isSite || text.utf8.allSatisfy({ 0x21...0x7E ~= $0 && $0 != 0x23 && $0 != 0x3F }) else {
      throw .notAnAddress(text)
    }
    name = text.hasSuffix("/") && text.count > 1 ? String(text.dropLast()) : text
    place = isSite ? .site(Curl(patience: patience, authorities: authorities)) : .folder
  }

  /// The checkpoint, as it is now.
  func checkpoint() throws -> [UInt8] {
    guard let bytes = try file("checkpoint", limit: 1 << 16) else {
      throw PublishedLogError.notThere(name)
    }
    return bytes
  }

  /// A tile or bundle; nil if it is missing.
  func tile(_ path: TilePath) throws -> [UInt8]? { try file(path.text, limit: Self.greatestBundle) }

  private func file(_ path: String, limit: Int) throws -> [UInt8]? {
    let whole = "\(name)/\(path)"
    switch place {
    case .folder:
      do {
        return try InputFile.contents(ofFile: whole, limit: limit)
      } catch .notFound {
        return nil
      }
    case .site(let curl):
      do {
        let answer = try curl.ask(whole, limit: limit)
        switch answer.status {
        case 200: return answer.body
        case 404, 410: return nil
        case let status: throw UnreachedError.failed("it answers with status \(status)")
        }
      } catch let cause as UnreachedError {
        throw PublishedLogError.unreached(whole, cause)
      }
    }
  }

  /// A bundle of 256 entries of the greatest length.
  private static let greatestBundle =
    TileSpan.fullWidth * (EntryBundle.greatestEntryLength + 2)
}

/// Why a published log cannot be read.
package enum PublishedLogError: StanceError, Hashable {
  case notAnAddress(String)
  case notThere(String)
  case unreached(String, UnreachedError)

  package var kind: ErrorKind {
    switch self {
    case .notAnAddress: .usage
    case .notThere: .notFound
    case .unreached(_, let cause): cause.kind
    }
  }
}

extension PublishedLogError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notAnAddress(let text):
      "'\(printable(text))' is not the address of a log; write it without blanks, ? and #, as in "
        + "https://stance.example.org/log"
    case .notThere(let name):
      "there is no log at '\(printable(name))': it has no file 'checkpoint'; give the folder or the "
        + "address into which 'stance export --tiles' was published"
    case .unreached(let url, let cause): cause.words(at: url, ofA: "log")
    }
  }
}
