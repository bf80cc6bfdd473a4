package import Errors
import EventLog
import Intake
import Stances
package import Transparency

/// A change of a log's key, shown without the log: the event that names the new key, in a head that
/// both keys signed.
///
/// The two signatures alone show nothing, for anyone can add a signature of their own to a head.
/// That the old key's holder signed a head with this event in it is what hands the log over.
package struct KeyRotation: Sendable {
  /// The file of the proof.
  fileprivate let path: String
  private let proof: TransparencyProof
  private let event: [UInt8]

  /// Reads the two files of the event's proof; what they say is not verified yet.
  package init(_ bundle: ProofBundle) throws {
    path = bundle.proofPath
    proof = try bundle.proof()
    event = try InputFile.contents(of: bundle.eventPath)
  }

  /// What a rotation that was verified says.
  struct Handover: Hashable {
    let old: VerifierKey
    let new: VerifierKey
    /// The event's position: the smallest size of a head that the new key signs.
    let position: UInt64
  }

  /// Checks everything but whose keys these are.
  func verified() throws(KeyRotationError) -> Handover {
    do {
      let position = proof.inclusion.index + 1
      let recorded = try RecordedEvent(position: Position(treeSize: position), bytes: event)
      guard case .logKey(let event) = recorded.event?.content, event.replaces != nil,
        case let (new, old?) = try event.keys()
      else { throw KeyRotationError.notARotation(path: path) }
      for key in [old, new] {
        _ = try proof.verify(leaf: self.event, policy: CheckpointPolicy(log: key))
      }
      return Handover(old: old, new: new, position: position)
    } catch let refusal as KeyRotationError {
      throw refusal
    } catch {
      throw .doesNotHold(path: path, reason: "\(error)")
    }
  }
}

extension KeyChain {
  /// The keys that some rotations lead through, of which one is the key that is believed.
  ///
  /// The first one counts from the beginning of the log; which event named it is not known here.
  init(_ rotations: [KeyRotation], believing key: VerifierKey) throws(KeyRotationError) {
    self.init()
    var handovers: Set<KeyRotation.Handover> = []
    var files: [VerifierKey: (handover: KeyRotation.Handover, path: String)] = [:]
    for rotation in rotations {
      let handover = try rotation.verified()
      if let other = files[handover.old], other.handover != handover {
        throw .twoChanges(
          of: handover.old.text, in: [other.path, rotation.path].sorted())
      }
      files[handover.old] = (handover, rotation.path)
      handovers.insert(handover)
    }
    do throws(KeyChainError) {
      for handover in handovers.sorted(by: { $0.position < $1.position }) {
        if current == nil { try add(handover.old, replacing: nil, from: 0) }
        try add(handover.new, replacing: handover.old, from: handover.position)
      }
    } catch {
      throw .noChain(error)
    }
    guard handovers.isEmpty || contains(key) else { throw .unrelated(key.text) }
  }

  /// How a key came to sign, if it is not the one that is believed; otherwise nothing.
  func words(on key: VerifierKey, believing believed: VerifierKey) -> String {
    guard key != believed, let index = links.firstIndex(where: { $0.key == key }) else { return "" }
    let start = index > 0 ? " from position \(links[index].firstSize) on" : ""
    let next = links.dropFirst(index + 1).first
    let end = next.map { " before position \($0.firstSize)" } ?? ""
    return "; signed by \(key.text), the log's key\(start)\(end) by the rotations that you gave"
  }
}

/// Why a change of a log's key is not followed.
package enum KeyRotationError: StanceError, Hashable {
  /// The event does not replace a key.
  case notARotation(path: String)
  /// The event is in no head that both keys signed, or what it names is not a key.
  case doesNotHold(path: String, reason: String)
  /// One key signed two changes, each to another key or in another place: its holder made two
  /// histories, or someone else has it too.
  case twoChanges(of: String, in: [String])
  /// One of them does not follow the other.
  case noChain(KeyChainError)
  /// The rotations are those of other keys.
  case unrelated(String)

  package var kind: ErrorKind { .finding }
}

extension KeyRotationError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notARotation(let path):
      "the event of \(path) replaces no key; give the proof of one that does"
    case .doesNotHold(let path, let reason):
      "the change of the log's key in \(path) is not valid: \(reason)"
    case .twoChanges(let key, let paths):
      "\(paths.joined(separator: " and ")) are two signed changes of one key, \(key): it was stolen, "
        + "or its holder signed two histories; keep both with their events, they prove it, and "
        + "believe neither new key until the log's owner says by another channel which is right"
    case .noChain(let refusal):
      "the rotations that were given do not follow each other: \(refusal)"
    case .unrelated(let key):
      "the rotations that were given are of other keys than \(key); give those that begin there"
    }
  }
}
