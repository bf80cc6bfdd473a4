package import Errors

/// A log's claim about its whole content, to be signed (c2sp.org/tlog-checkpoint v1.0.0).
///
/// It holds no time: times belong to cosignatures and anchors, which others vouch for.
package struct Checkpoint: Hashable, Sendable {
  /// The log.
  package let origin: Origin

  /// Its size and root.
  package let head: TreeHead

  /// Lines of other logs after the three; ours have none.
  package let extensions: [[UInt8]]

  /// The checkpoint of a log in a state.
  package init(origin: Origin, head: TreeHead) {
    self.origin = origin
    self.head = head
    extensions = []
  }

  /// Reads a note's text, which should have been verified first.
  package init(text: some Collection<UInt8>) throws(CheckpointError) {
    var scanner = LineScanner(text)
    guard let originLine = scanner.next(), let sizeLine = scanner.next(),
      let rootLine = scanner.next()
    else { throw .tooFewLines }
    guard let origin = Origin(line: originLine) else { throw .badOrigin }
    guard let size = DecimalNumber.decode(sizeLine) else {
      throw .badSize(String(decoding: sizeLine, as: UTF8.self))
    }
    guard let root = MerkleHash(base64: rootLine) else {
      throw .badRoot(String(decoding: rootLine, as: UTF8.self))
    }
    do throws(TreeError) {
      head = try TreeHead(size: size, root: root)
    } catch {
      throw .badHead(error)
    }
    self.origin = origin
    var extensions: [[UInt8]] = []
    while let line = scanner.next() {
      guard !line.isEmpty, PlainText.isAllowed(line) else { throw .badExtension }
      extensions.append(Array(line))
    }
    guard scanner.rest.isEmpty else { throw .badExtension }
    self.extensions = extensions
  }

  /// The text to sign.
  package var text: [UInt8] {
    let lines = [origin.utf8, Array("\(head.size)".utf8), head.root.base64] + extensions
    return lines.flatMap { $0 + [UInt8(ascii: "\n")] }
  }
}

extension SigningKey {
  /// Signs a checkpoint of this key's log.
  ///
  /// The caller must have made sure that the checkpoint is consistent with every one signed
  /// before, and that all it covers is on disk.
  package func sign(_ checkpoint: Checkpoint) throws -> SignedNote {
    guard checkpoint.origin.utf8 == verifier.name.utf8 else {
      throw KeyError.foreignOrigin(checkpoint.origin, verifier.name)
    }
    let text = checkpoint.text
    return try SignedNote(text: text, signatures: [signature(over: text)])
  }
}

/// Why a text is not a checkpoint.
package enum CheckpointError: StanceError, Hashable, Sendable {
  /// Fewer than the three lines of origin, size and root.
  case tooFewLines
  /// The first line is empty or not plain text.
  case badOrigin
  /// The second line is not a decimal number, or is above 2^63 − 1.
  case badSize(String)
  /// The third line is not 32 bytes in base 64.
  case badRoot(String)
  /// No tree has this size and root.
  case badHead(TreeError)
  /// A line after the root is empty, unfinished or not plain text.
  case badExtension

  package var kind: ErrorKind { .badData }
}

extension CheckpointError: CustomStringConvertible {
  package var description: String {
    let advice = "use the checkpoint exactly as its log wrote it"
    return switch self {
    case .tooFewLines: "a checkpoint has three lines, origin, size and root; \(advice)"
    case .badOrigin: "the checkpoint's first line must name its log; \(advice)"
    case .badSize(let text): "'\(text)' is not a size in decimal digits; \(advice)"
    case .badRoot(let text): "'\(text)' is not a root hash in base 64; \(advice)"
    case .badHead(let refusal): "\(refusal)"
    case .badExtension: "a line after the checkpoint's root is empty or cut off; \(advice)"
    }
  }
}
