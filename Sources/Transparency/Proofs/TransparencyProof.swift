package import Errors

/// A proof that a leaf is in a log, which verifies offline: a `.tlog-proof` file.
///
/// Source: c2sp.org/tlog-proof. Together with the leaf's bytes and a policy it is everything that a
/// verifier needs.
package struct TransparencyProof: Hashable, Sendable {
  /// Bytes for the application's use, which nothing vouches for.
  package let extra: [UInt8]?

  /// The leaf's index and its way to the root.
  package let inclusion: InclusionProof

  /// The signed checkpoint, verbatim.
  package let checkpoint: [UInt8]

  /// A proof to write.
  package init(inclusion: InclusionProof, checkpoint: SignedNote) {
    extra = nil
    self.inclusion = inclusion
    self.checkpoint = checkpoint.bytes
  }

  /// Reads a file; what it says is not verified yet.
  package init(_ bytes: some Collection<UInt8>) throws(TransparencyProofError) {
    var scanner = LineScanner(bytes)
    guard scanner.next().map({ $0.elementsEqual(Self.heading) }) ?? false else {
      throw .notAProof
    }
    var line = scanner.next()
    var extra: [UInt8]?
    if let text = line, text.starts(with: Self.extraLabel) {
      // Without extra data there must be no line, so an empty one is malformed too.
      guard let data = Base64.decode(text.dropFirst(Self.extraLabel.count)), !data.isEmpty else {
        throw .badExtra
      }
      extra = data
      line = scanner.next()
    }
    guard let text = line, text.starts(with: Self.indexLabel),
      let index = DecimalNumber.decode(text.dropFirst(Self.indexLabel.count))
    else { throw .badIndex }
    do throws(HashLinesError) {
      inclusion = InclusionProof(index: index, hashes: try HashLines.read(from: &scanner))
    } catch {
      throw .badHashes(error)
    }
    guard !scanner.rest.isEmpty else { throw .missingCheckpoint }
    self.extra = extra
    checkpoint = Array(scanner.rest)
  }

  /// The file's content.
  package var bytes: [UInt8] {
    let newline = [UInt8(ascii: "\n")]
    let extraLine = extra.map { Self.extraLabel + Base64.encode($0) + newline } ?? []
    return Self.heading + newline + extraLine
      + Self.indexLabel + Array("\(inclusion.index)".utf8) + newline
      + HashLines.write(inclusion.hashes) + checkpoint
  }

  /// Checks that the policy's log holds a leaf of these bytes, and throws if not.
  ///
  /// Returns the checkpoint that says so, with the witnesses that saw it.
  package func verify(
    leaf: some Collection<UInt8>, policy: CheckpointPolicy
  ) throws(TransparencyProofError) -> SignedCheckpoint {
    let signed: SignedCheckpoint
    do throws(SignedCheckpointError) {
      signed = try SignedCheckpoint(checkpoint, policy: policy)
    } catch {
      throw .checkpoint(error)
    }
    do throws(ProofError) {
      try inclusion.verify(.leaf(leaf), in: signed.checkpoint.head)
    } catch {
      throw .inclusion(error)
    }
    return signed
  }

  private static let heading = Array("c2sp.org/tlog-proof@v1".utf8)
  private static let extraLabel = Array("extra ".utf8)
  private static let indexLabel = Array("index ".utf8)
}

/// Why a `.tlog-proof` file is malformed, or proves nothing.
package enum TransparencyProofError: StanceError, Hashable, Sendable {
  /// The first line is not the format's.
  case notAProof
  /// The extra data is empty or not in base 64.
  case badExtra
  /// The line with the leaf's index is missing or malformed.
  case badIndex
  /// The lines with the proof's hashes are malformed.
  case badHashes(HashLinesError)
  /// Nothing follows the proof's hashes.
  case missingCheckpoint
  /// The checkpoint is not believed.
  case checkpoint(SignedCheckpointError)
  /// The leaf is not in the checkpoint's tree.
  case inclusion(ProofError)

  package var kind: ErrorKind {
    switch self {
    case .notAProof, .badExtra, .badIndex, .badHashes, .missingCheckpoint: .badData
    case .checkpoint(let refusal): refusal.kind
    case .inclusion(let refusal): refusal.kind
    }
  }
}

extension TransparencyProofError: CustomStringConvertible {
  package var description: String {
    let advice = "use the file exactly as written"
    return switch self {
    case .notAProof: "the file does not start with 'c2sp.org/tlog-proof@v1'; \(advice)"
    case .badExtra: "the line 'extra' is not base 64; \(advice)"
    case .badIndex: "the line 'index' with the leaf's position is missing or malformed; \(advice)"
    case .badHashes(let refusal): "\(refusal)"
    case .missingCheckpoint: "no checkpoint follows the proof; \(advice)"
    case .checkpoint(let refusal): "\(refusal)"
    case .inclusion(let refusal): "\(refusal)"
    }
  }
}
