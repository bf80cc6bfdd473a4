import Errors
package import JSON
package import EventLog
package import Stances
import Transparency

/// The verification of a whole log, and what it shows about each claim.
package struct LogVerification {
  /// What the user has to give for the verification.
  package struct Question: Sendable {
    let trust: TrustChoice
    let kept: [String]
    let certificates: String?
    let now: Timestamp

    /// - Parameters:
    ///   - trust: whose signatures are believed.
    ///   - kept: the files of checkpoints that the user kept.
    ///   - certificates: the file under which time stamps must be signed; if nil, that is not
    ///     checked.
    ///   - now: the clock.
    package init(trust: TrustChoice, kept: [String], certificates: String?, now: Timestamp) {
      self.trust = trust
      self.kept = kept
      self.certificates = certificates
      self.now = now
    }
  }

  private let verification: Verification
  private let report: VerificationReport
  private let witnessed: WitnessedClaim?
  private let clock: SteppedClock?
  private let copies: CopyCheck?

  /// Whether nothing is wrong, refuted, or missing although it was asked for.
  ///
  /// An older copy is not: nothing in it is wrong, but a program that is about to record in it must notice.
  package var isSound: Bool { verification.isSound && !report.isRefuted }

  /// Verifies a log.
  ///
  /// - Throws: ``EventLogError``; ``ProvingError``, ``KeyError``, ``PolicyError`` if the
  ///   question cannot be used; ``OpenSSLError``.
  package init(of log: EventLog, _ question: Question, remembered files: UserFiles) throws {
    let keys = try log.read { try $0.keys() }
    let policy = try question.trust.policy(forLogOf: keys.origin)
    let kept = try question.kept.map { path in
      guard let policy else { throw ProvingError.noKey }
      return try CheckpointFile.signed(path, policy: policy.askingNoQuorum, keys: keys)
    }
    let given = zip(kept, question.kept).map { signed, path in
      KeptHead(head: signed.checkpoint.head, path: path, isRemembered: false)
    }
    let remembered = try policy.flatMap { try files.rememberedHead(of: log, $0, keys) }
    let heads = given + [remembered].compactMap(\.self)
    let store = CaptureStore(besideLogAt: log.path)
    let (verification, found) = try log.verify(against: heads.map(\.head)) { log, verification in
      try Evidence(
        of: log, verification, kept: kept, policy: policy, now: question.now, store)
    }
    let evidence = found ?? Evidence()
    var report = try LogClaims(
      verification: verification, last: evidence.lastCheckpoint, kept: heads, policy: policy,
      witnessed: evidence.witnessed, asksQuorum: question.trust.asksQuorum()
    ).report
    report.dated = try DatedClaim(
      anchors: evidence.anchors, recorded: evidence.recorded, events: verification.events,
      certificates: question.certificates
    ).outcome()
    report.copies =
      verification.isSound
      ? evidence.copies?.outcome
      : store.isThere ? .notShown("they are looked at when the log itself is sound") : nil
    copies = evidence.copies
    self.verification = verification
    self.report = report
    witnessed = evidence.witnessed
    clock = SteppedClock(now: question.now, last: evidence.lastRecorded)
  }

  /// What belongs to a log but is not an event, in the state that was verified.
  private struct Evidence {
    /// The log's last checkpoint; nil if none was ever signed.
    private(set) var lastCheckpoint: [UInt8]?
    /// What cosignatures show; nil if the log is not sound, or its key is not known.
    private(set) var witnessed: WitnessedClaim?
    private(set) var anchors: [Anchor] = []
    /// When the last event under each stamped head was recorded, by the head's size.
    private(set) var recorded: [UInt64: Timestamp] = [:]
    private(set) var lastRecorded: Timestamp?
    /// What became of the files beside it; nil if the log is not sound, or has none.
    private(set) var copies: CopyCheck?

    /// What is known about a log of which nothing can be read.
    init() {}

    init(
      of log: LogReader, _ verification: Verification, kept: [SignedCheckpoint],
      policy: CheckpointPolicy?, now: Timestamp, _ store: CaptureStore
    ) throws {
      lastRecorded = try log.lastRecorded
      do {
        lastCheckpoint = try log.lastCheckpoint()?.note.bytes
      } catch EventLogError.damaged {
        // The verification has found it, and continues with everything else.
      }
      anchors = try log.anchors()
      for anchor in anchors {
        recorded[anchor.size] = try log.recorded(at: Position(treeSize: anchor.size))
      }
      guard verification.isSound else { return }
      copies = try CopyCheck(of: log, in: store)
      guard let policy else { return }
      witnessed = try WitnessedClaim(
        of: log, kept: kept, policy: policy, keys: verification.keys,
        events: UInt64(verification.events),
        times: PlausibleTimes(since: log.recorded(at: Position.beforeFirst.next), now: now))
    }
  }

  /// The findings and the claims, for people.
  package var words: String {
    [found, clock.map { "\($0)" }, "", report.words].compactMap { $0 }.joined(separator: "\n")
  }

  private var found: String {
    let (events, unknown) = (verification.events, verification.unknown)
    let counted = "\(events) event\(events == 1 ? "" : "s") read"
    let unread = unknown == 0 ? "" : ", \(unknown) of a type that this program does not know"
    guard !verification.isSound else { return "\(counted)\(unread): nothing is wrong" }
    return
      (verification.findings.map { printable($0.description) }
      + ["\(counted)\(unread); restore a backup"]).joined(separator: "\n")
  }

  /// The same for programs.
  package var json: JSONValue {
    [
      "sound": .bool(verification.isSound), "events": .integer(verification.events),
      "unknown": .integer(verification.unknown), "root": .string("\(verification.head.root)"),
      "findings": .array(
        verification.findings.map { finding in
          [
            "position": finding.position.map { .integer($0.number) } ?? .null,
            "says": .string(finding.description),
          ]
        }),
      "olderThan": verification.later.last.map { .integer(Int64($0.size)) } ?? .null,
      "otherHistory": verification.otherHistory.first.map { .integer(Int64($0.size)) } ?? .null,
      "ladder": report.json, "witnessed": witnessed?.json ?? .null,
      "steppedClock": clock?.json ?? .null, "copies": copies?.json ?? .null,
    ]
  }
}

extension UserFiles {
  /// The head that this machine remembers to have signed last, which an older copy lacks.
  fileprivate func rememberedHead(
    of log: EventLog, _ policy: CheckpointPolicy, _ keys: KeyChain
  ) throws -> KeptHead? {
    // Without a place for it, nothing was remembered.
    guard try log.read({ try $0.origin() }) == policy.origin,
      let memory = try? memory(of: policy.origin), let note = try memory.last()
    else { return nil }
    let signed = try? CheckpointFile.opened(note, policy: policy.ofLogAlone, keys: keys)
    return signed.map {
      KeptHead(head: $0.checkpoint.head, path: memory.path, isRemembered: true)
    }
  }
}
