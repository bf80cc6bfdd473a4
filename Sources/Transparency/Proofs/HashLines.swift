package import Errors

/// A proof in the text formats: one hash per line in base 64, ended by an empty line.
enum HashLines {
  /// The most hashes; no proof between trees of fewer than 2^63 leaves needs more.
  static let greatestCount = 63

  /// Reads the hashes and the empty line after them.
  static func read(from scanner: inout LineScanner) throws(HashLinesError) -> [MerkleHash] {
    var hashes: [MerkleHash] = []
    while let line = scanner.next() {
      if line.isEmpty { return hashes }
      guard let hash = MerkleHash(base64: line) else {
        throw .badHash(String(decoding: line, as: UTF8.self))
      }
      hashes.append(hash)
      guard hashes.count <= greatestCount else { throw .tooMany }
    }
    throw .unfinished
  }

  /// The hashes and the empty line after them.
  static func write(_ hashes: [MerkleHash]) -> [UInt8] {
    let newline = [UInt8(ascii: "\n")]
    return hashes.flatMap { $0.base64 + newline } + newline
  }
}

/// Why lines are not those of a proof.
package enum HashLinesError: StanceError, Hashable, Sendable {
  /// A line is not 32 bytes in base 64.
  case badHash(String)
  /// There are more than 63 hashes.
  case tooMany
  /// No empty line ends the proof.
  case unfinished

  package var kind: ErrorKind { .badData }
}

extension HashLinesError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .badHash(let line):
      "'\(line)' is not a hash of 32 bytes in base 64; make the proof again"
    case .tooMany:
      "a proof has at most \(HashLines.greatestCount) hashes; make it again"
    case .unfinished:
      "no empty line ends the proof's hashes; take the whole file"
    }
  }
}
