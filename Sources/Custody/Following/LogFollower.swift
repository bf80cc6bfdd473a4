import Files
import Stances
import Transparency

/// Follows a published log from one head to the next, as monitors of transparency logs do.
///
/// Nothing is believed but the log's key: a head must be signed with it and continue the last one
/// that was seen, every new entry must be under the signed root, and must be an event. Of a log that
/// grew, only what is new is fetched: the bundles since the last head, and the few tiles of hashes
/// that lead from them to the root.
package struct LogFollower {
  private let log: PublishedLog
  private let policy: CheckpointPolicy
  private let keys: KeyChain
  private let memory: CheckpointMemory

  /// Decides which log is followed, by whose key, and where the last head is kept.
  ///
  /// - Parameters:
  ///   - log: where it is published.
  ///   - trust: whose signature is believed.
  ///   - rotations: the proofs by which keys that were replaced are followed.
  ///   - state: the file that keeps the last head; nil for the user's own.
  ///   - files: the user's files.
  /// - Throws: ``ProvingError``, ``KeyRotationError``, ``KeyError``.
  package init(
    _ log: PublishedLog, trust: TrustChoice, rotations: [ProofBundle], state: String?,
    files: UserFiles
  ) throws {
    self.log = log
    guard let believed = try trust.policy(forLogOf: nil) else { throw ProvingError.noKey }
    policy = believed.ofLogAlone
    keys = try KeyChain(rotations.map { try KeyRotation($0) }, believing: policy.log)
    memory = try state.map(CheckpointMemory.init(path:)) ?? files.followed(policy.origin)
  }

  /// Looks at the log once, and keeps its head if nothing is wrong.
  ///
  /// - Parameter progress: called with the number of entries that were checked.
  /// - Returns: what is new.
  /// - Throws: ``FollowError/KeptError`` if something is wrong; then the head that was kept stays.
  ///   ``PublishedLogError`` if the log is not there, or cannot be reached.
  package func look(progress: (Int) -> Void = { _ in }) throws -> FollowReport {
    try memory.exchange { last, replace in
      let note = try log.checkpoint()
      var evidence = Evidence(beside: memory.path, note: note)
      do {
        let seen = try last.map { try CheckpointFile.opened($0, policy: policy, keys: keys) }
        let signed = try opened(note)
        let report = try compare(signed, with: seen?.checkpoint.head, &evidence, progress)
        try replace(signed.note)
        return report
      } catch let finding as FollowError {
        throw FollowError.KeptError(
          finding: finding, place: log.name, evidence: try evidence.keep(finding))
      } catch let refusal as SignedCheckpointError {
        throw ProvingError.badCheckpoint(path: memory.path, reason: "\(refusal)")
      }
    }
  }

  private func opened(_ note: [UInt8]) throws -> SignedCheckpoint {
    do {
      return try CheckpointFile.opened(note, policy: policy, keys: keys)
    } catch {
      let advice = keys.links.isEmpty ? policy.adviceOnOtherKey(of: note) : ""
      throw FollowError.notSigned(reason: "\(error)\(advice)")
    }
  }

  private func compare(
    _ signed: SignedCheckpoint, with old: TreeHead?, _ evidence: inout Evidence,
    _ progress: (Int) -> Void
  ) throws -> FollowReport {
    let new = signed.checkpoint.head
    var report = FollowReport(origin: signed.checkpoint.origin, head: new, since: old?.size)
    if let old {
      guard old.size <= new.size else {
        throw FollowError.shrunken(from: old.size, to: new.size)
      }
      guard old.size < new.size || old == new else {
        throw FollowError.fork(from: old.size, to: new.size)
      }
    }
    guard old != new, new.size > 0 else { return report }
    do {
      let nodes = try CheckedNodes(PublishedNodes(of: log, size: new.size), under: new)
      if let old, try nodes.root(ofSize: old.size) != old.root {
        throw FollowError.fork(from: old.size, to: new.size)
      }
      try checkEntries(after: old?.size ?? 0, nodes, &evidence) { event in
        report.add(event)
      } progress: {
        progress($0)
      }
    } catch is ProofError {
      throw FollowError.otherRoot(size: new.size)
    }
    return report
  }

  /// Checks every entry after a size, one bundle after the other.
  private func checkEntries(
    after old: UInt64, _ nodes: CheckedNodes<PublishedNodes>, _ evidence: inout Evidence,
    _ take: (RecordedEvent) -> Void, progress: (Int) -> Void
  ) throws {
    var next = old
    while let span = TileSpan(holding: next, of: nodes.head.size), let items = span.items {
      let path = TilePath.entries(span)
      guard let bytes = try log.tile(path) else { throw FollowError.missing(path.text) }
      evidence.bundle = (path, bytes)
      let entries: [[UInt8]]
      do {
        entries = try EntryBundle.decode(bytes, span)
      } catch {
        throw FollowError.badTile(path.text, reason: "\(error)")
      }
      try check(entries, of: items, in: path, nodes)
      for index in next..<items.upperBound {
        take(try event(entries[Int(index - items.lowerBound)], at: index + 1))
      }
      next = items.upperBound
      progress(Int(next - old))
    }
  }

  /// Checks the entries of a bundle against the root.
  private func check(
    _ entries: [[UInt8]], of items: Range<UInt64>, in path: TilePath,
    _ nodes: CheckedNodes<PublishedNodes>
  ) throws {
    let leaves = entries.map { MerkleHash.leaf($0) }
    do {
      try nodes.check(leaves, atLevel: 0, from: items.lowerBound)
    } catch is ProofError {
      // Which one it is: each has its own way to the root.
      for (index, leaf) in zip(items, leaves) {
        guard let node = MerkleNode(level: 0, index: index), try nodes.hash(at: node) == leaf else {
          throw FollowError.changedEntry(position: index + 1, bundle: path.text)
        }
      }
      throw FollowError.otherRoot(size: nodes.head.size)
    }
  }

  private func event(_ bytes: [UInt8], at position: UInt64) throws -> RecordedEvent {
    do {
      return try RecordedEvent(position: Position(Int64(clamping: position)), bytes: bytes)
    } catch {
      throw FollowError.unreadable(position: position, reason: "\(error)")
    }
  }
}

/// What proves a finding, kept beside the last head.
private struct Evidence {
  private let state: String
  private let note: [UInt8]
  /// The bundle that was read last.
  var bundle: (path: TilePath, bytes: [UInt8])?

  init(beside state: String, note: [UInt8]) {
    self.state = state
    self.note = note
  }

  /// Writes what proves a finding; answers all files that do.
  func keep(_ finding: FollowError) throws -> [String] {
    let mark = MerkleHash.leaf(note).description.prefix(8)
    var files = [try write(note, to: "\(state).\(mark).checkpoint")]
    switch finding {
    case .shrunken, .fork: files.append(state)
    case .changedEntry, .unreadable:
      if let bundle {
        let name = bundle.path.text.replacing("/", with: "-")
        files.append(try write(bundle.bytes, to: "\(state).\(mark).\(name)"))
      }
    case .notSigned, .missing, .badTile, .otherRoot: break
    }
    return files
  }

  private func write(_ bytes: [UInt8], to path: String) throws -> String {
    try OutputFile.write(bytes, to: path)
    return path
  }
}
