package import Errors

/// The keys of one log in order, each in force from a size of the log until the next takes over.
///
/// A later key is named by an event of the log, and the first head that covers that event is signed
/// by both, the outgoing and the incoming key: so trust in one leads to the next. From there
/// on the earlier key signs nothing that counts.
package struct KeyChain: Hashable, Sendable {
  /// One key with the size from which it signs.
  package struct Link: Hashable, Sendable {
    /// The key.
    package let key: VerifierKey
    /// The smallest head that covers the event that names the key.
    package let firstSize: UInt64
  }

  /// The keys, the first one first.
  package private(set) var links: [Link] = []

  /// A log that names no key.
  package init() {}

  /// The log, under the name that all its keys have.
  package var origin: Origin? { links.first.map { Origin($0.key.name) } }

  /// The key that signs now.
  package var current: VerifierKey? { links.last?.key }

  /// Adds the next key, named by the event that is the last of `size`.
  package mutating func add(
    _ key: VerifierKey, replacing old: VerifierKey?, from size: UInt64
  ) throws(KeyChainError) {
    guard key.type == .ed25519 else { throw .notALogKey(key.name) }
    if let origin, Origin(key.name) != origin {
      throw .otherOrigin(found: Origin(key.name), expected: origin)
    }
    guard old == current else { throw .doesNotReplace(current: current?.text) }
    guard !links.contains(where: { $0.key == key }) else { throw .usedBefore(key.text) }
    links.append(Link(key: key, firstSize: size))
  }

  /// Whether the key is or was the log's.
  package func contains(_ key: VerifierKey) -> Bool { links.contains { $0.key == key } }

  /// Whether a key, under whatever name and of whatever type, is made of a key that is or was the
  /// log's: its holder is the log's own.
  package func contains(publicKeyOf key: VerifierKey) -> Bool {
    links.contains { $0.key.publicKey == key.publicKey }
  }

  /// The key that signs heads of a size; nil for heads before the first key.
  package func key(forSize size: UInt64) -> VerifierKey? {
    links.last { $0.firstSize <= size }?.key
  }

  /// Whose signatures a head must have: the key in force and, if it is the first head since that
  /// key was named, the one that it replaces.
  package func signers(ofSize size: UInt64, previous: UInt64?) -> [VerifierKey] {
    guard let index = links.lastIndex(where: { $0.firstSize <= size }) else { return [] }
    let isFirst = (previous ?? 0) < links[index].firstSize
    return links[(isFirst ? max(0, index - 1) : index)...index].map(\.key)
  }
}

/// Why a key cannot be the next one of a log.
package enum KeyChainError: StanceError, Hashable, Sendable {
  /// A key that makes other signatures than those of logs.
  case notALogKey(KeyName)
  /// A key of another name.
  case otherOrigin(found: Origin, expected: Origin)
  /// It does not say that it replaces the key that is in force.
  case doesNotReplace(current: String?)
  /// The log had it before.
  case usedBefore(String)

  package var kind: ErrorKind { .badData }
}

extension KeyChainError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notALogKey(let name):
      "the key of \(name) is not a log key; name one that signs checkpoints (type 1)"
    case .otherOrigin(let found, let expected):
      "the log is always \(expected), but the key is for \(found); make one of that name"
    case .doesNotReplace(let current?):
      "the log's key is \(current), and only a key that replaces it can come next"
    case .doesNotReplace(nil):
      "the log has no key yet that could be replaced; name the first without 'replaces'"
    case .usedBefore(let key):
      "\(key) was the log's key before; make a new one"
    }
  }
}
