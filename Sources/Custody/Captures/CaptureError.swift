package import Errors
import Stances

/// Why a file is not kept as a capture, or not dropped.
package enum CaptureError: StanceError, Hashable {
  case tooLong(path: String, bytes: Int64, limit: Int64)
  case notThere(path: String)
  case notPermitted(path: String)
  case noAddress(path: String)
  case noTime(path: String)
  /// What is given with a file cannot be recorded; `place` is where it is given, empty for flags.
  case refused(place: String, sentence: String)
  /// What is wrong with several files, none of which is kept.
  case several([String])
  case noColumn(path: String, name: String)
  case unknownColumn(path: String, name: String)
  case otherDigest(path: String, given: String, found: String)
  case notCaptured(String)
  case alreadyDropped(String, reason: String)
  case folderInTheWay(path: String)
  case notComplete(path: String, sha256: String, says: String)

  package var kind: ErrorKind {
    switch self {
    case .noAddress, .noTime: .usage
    case .tooLong, .refused, .several, .noColumn, .unknownColumn, .otherDigest: .badData
    case .notThere, .notCaptured: .notFound
    case .notPermitted: .noPermission
    case .alreadyDropped: .conflict
    case .folderInTheWay: .cannotCreate
    case .notComplete: .finding
    }
  }
}

extension CaptureError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tooLong(let path, let bytes, let limit):
      "\(printable(path)) has \(bytes) bytes, more than \(limit); raise the limit with --limit MIB, "
        + "or capture less"
    case .notThere(let path):
      "there is no file \(printable(path)); give the path of a captured file"
    case .notPermitted(let path):
      "\(printable(path)) may not be read by this user; ask its owner, or check its mode"
    case .noAddress(let path):
      "\(printable(path)) does not say of which address it is a copy; give it with --url"
    case .noTime(let path):
      "\(printable(path)) does not say when it was made; give the instant or the day with "
        + "--captured 2022-05-06T09:00Z"
    case .refused(let place, let sentence):
      place.isEmpty ? printable(sentence) : "\(printable(place)): \(printable(sentence))"
    case .several(let sentences):
      sentences.prefix(20).joined(separator: "\n")
        + (sentences.count > 20 ? "\nand \(sentences.count - 20) more" : "")
        + "\nnothing was kept or recorded"
    case .noColumn(let path, let name):
      "\(printable(path)) has no column '\(name)'; its first row is file,url,captured,with"
    case .unknownColumn(let path, let name):
      "\(printable(path)) has a column '\(printable(name))', which captures do not have; they have "
        + "file, url, captured, with, title, media and note"
    case .otherDigest(let path, let given, let found):
      "\(printable(path)) has the SHA-256 \(found), and \(printable(given)) is given; leave that "
        + "out, or give the right file"
    case .notCaptured(let name):
      "no capture has the SHA-256 or the id '\(printable(name))'; 'stance captures' lists them"
    case .alreadyDropped(let name, let reason):
      "'\(printable(name))' was withdrawn already (\(printable(reason))) and its file is gone; there "
        + "is nothing to drop"
    case .folderInTheWay(let path):
      "\(printable(path)) is there already; name a folder that is not"
    case .notComplete(let path, let sha256, let says):
      "\(printable(path)) was not written: the kept file \(sha256) \(says); 'stance verify' says "
        + "which events rest on it"
    }
  }
}
