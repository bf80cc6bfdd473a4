import JSON
import EventLog
import Stances
import Transparency

/// What cosignatures show about a log, under the witnesses that a user named.
///
/// Witnesses that only the evidence itself names count for nothing.
struct WitnessedClaim {
  /// Whom to believe, and which of them are enough.
  private let policy: CheckpointPolicy
  /// The log's keys, as its events name them; none if only a checkpoint is at hand.
  private let keys: KeyChain
  /// How many events there are.
  private let events: UInt64
  /// When a witness can have cosigned.
  private let times: PlausibleTimes
  /// The largest checkpoint that enough of the witnesses cosigned; if none is, the largest that
  /// one of them did.
  private var best: SignedCheckpoint?
  /// An invalid cosignature in the name of a known witness.
  private var wrong: String?
  /// Whether there are cosignatures that no one asked to have checked.
  private var hasOthers = false

  /// Looks at one checkpoint.
  init(of note: [UInt8], policy: CheckpointPolicy, events: UInt64, times: PlausibleTimes) {
    self.init(policy: policy, keys: KeyChain(), events: events, times: times)
    _ = take(note)
  }

  /// Looks at the checkpoints of a log, and at those that were kept elsewhere.
  init(
    of log: LogReader, kept: [SignedCheckpoint], policy: CheckpointPolicy, keys: KeyChain,
    events: UInt64, times: PlausibleTimes
  ) throws {
    self.init(policy: policy, keys: keys, events: events, times: times)
    if let own = policy.witnesses.first(where: keys.contains(publicKeyOf:)) {
      wrong = "\(PolicyError.ownKeyAsWitness(own.name))"
    }
    for signed in kept { _ = take(signed.note.bytes) }
    try log.forEachCosignedCheckpoint { !take($0.note.bytes) }
  }

  private init(
    policy: CheckpointPolicy, keys: KeyChain, events: UInt64, times: PlausibleTimes
  ) {
    self.policy = policy
    self.keys = keys
    self.events = events
    self.times = times
  }

  /// Takes in a checkpoint; answers whether enough is known.
  private mutating func take(_ note: [UInt8]) -> Bool {
    do {
      let signed = try CheckpointFile.opened(note, policy: policy.askingNoQuorum, keys: keys)
      let count = signed.note.signatures.count { Cosignature($0.bytes) != nil }
      hasOthers = hasOthers || count > signed.witnessed.count
      // A head of no events is every log's: that someone saw it shows nothing.
      guard !signed.witnessed.isEmpty, signed.checkpoint.head.size > 0 else { return false }
      for seen in signed.witnessed {
        guard let objection = times.objection(to: seen, ofSize: signed.checkpoint.head.size) else {
          continue
        }
        wrong = wrong ?? objection
        return true
      }
      if isBetter(signed) { best = signed }
      return isEnough(signed)
    } catch {
      wrong = wrong ?? "\(error)"
      return true
    }
  }

  private func isBetter(_ signed: SignedCheckpoint) -> Bool {
    guard let best else { return true }
    guard isEnough(signed) == isEnough(best) else { return isEnough(signed) }
    return signed.checkpoint.head.size > best.checkpoint.head.size
  }

  private func isEnough(_ signed: SignedCheckpoint) -> Bool {
    policy.quorum.isMet(by: Set(signed.witnessed.map(\.witness)))
  }

  /// How many events are not covered by a cosignature that counts.
  private var unwitnessed: UInt64 {
    best.flatMap { isEnough($0) ? events - min(events, $0.checkpoint.head.size) : nil } ?? events
  }

  /// The claim for people.
  var outcome: VerificationReport.Outcome {
    if let wrong { return .refuted(wrong) }
    let tail =
      "unwitnessed: " + (unwitnessed == events ? "all \(events)" : "the last \(unwitnessed)")
    let quorum = policy.quorum == .none ? "" : ", a quorum under the policy"
    guard let best else {
      return policy.quorum == .none
        ? .notShown("\(noWitness); \(tail)")
        : .missed("\(noWitness), but the policy requires a quorum; \(tail)")
    }
    let names = best.witnessed.map { "\($0.witness.name) (\($0.time))" }.joined(separator: ", ")
    let seen = "cosigned at \(best.checkpoint.head.size) by \(names)"
    return isEnough(best)
      ? .shown("\(seen)\(quorum); \(tail)")
      : .missed("\(seen), which is not a quorum under the policy; \(tail)")
  }

  private var noWitness: String {
    guard policy.witnesses.isEmpty else { return "none of the given witnesses cosigned" }
    return hasOthers
      ? "there are cosignatures, but no witness's key was given; give them with --witness or --policy"
      : "no cosignature by a given witness"
  }

  /// The claim for programs.
  var json: JSONValue {
    [
      "size": best.map { .integer(Int64($0.checkpoint.head.size)) } ?? .null,
      "by": .array(
        (best?.witnessed ?? []).map { seen in
          ["witness": .string("\(seen.witness.name)"), "time": .string(seen.time)]
        }),
      "quorum": .string(
        policy.quorum == .none ? "none asked" : best.map(isEnough) == true ? "met" : "not met"),
      "unwitnessed": .integer(Int64(unwitnessed)),
    ]
  }
}

extension WitnessedTime {
  /// The time as a witness signs it, to the second.
  var time: String { witnessTime(timestamp) }
}

/// A witness's time, to the second, as signed.
func witnessTime(_ seconds: UInt64) -> String {
  let (milliseconds, overflow) = seconds.multipliedReportingOverflow(by: 1_000)
  let instant = Timestamp(milliseconds: Int64(clamping: milliseconds))
  guard !overflow, UInt64(exactly: instant.milliseconds) == milliseconds else {
    return "\(seconds) seconds after 1970-01-01T00:00:00Z"
  }
  return instant.description.replacing(".000Z", with: "Z")
}
