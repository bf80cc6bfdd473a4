import ArgumentParser
import EventLog
import JSON
import Stances
import Transparency

/// `stance verify log`: checks a whole log.
struct VerifyLog: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Check the file, every event, all that is derived from them, and the signed heads.",
    discussion: """
      EXAMPLES
        stance verify
        stance verify --since kept.checkpoint --key VKEY
        stance verify --policy witnesses.policy      and that its quorum cosigned
        stance verify --tsa-ca ca.pem                with the time stamps' signatures
        stance verify --json --log russia.sqlite

      Ends with status 0 where nothing is wrong, else with 1.
      """)

  @Option(
    help: ArgumentHelp(
      "A checkpoint that you kept; may be repeated.", valueName: "checkpoint"),
    completion: .file())
  var since: [String] = []

  @OptionGroup var proof: ProofOptions
  @OptionGroup var authority: AuthorityOptions
  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let log = try EventLog.open(at: log.path, for: .reading)
    let keys = try log.read { try $0.keys() }
    let policy = try proof.policy(forLogOf: keys.origin)
    let kept = try since.map { path in
      guard let policy else { throw ProvingError.noKey }
      return try CheckpointFile.signed(path, policy: policy.askingNoQuorum, keys: keys)
    }
    let remembered = try policy.flatMap { try rememberedHead(of: log, $0) }
    let (verification, found) = try log.verify(
      against: kept.map(\.checkpoint.head) + [remembered].compactMap { $0 }
    ) { log, verification in
      try LogEvidence(of: log, verification, kept: kept, policy: policy)
    }
    let evidence = found ?? LogEvidence()
    var ladder = try LogLadder(
      verification: verification, last: evidence.lastCheckpoint, kept: kept, policy: policy,
      witnessed: evidence.witnessed, asksQuorum: proof.asksQuorum()
    ).ladder
    ladder.dated = try DatedRung(
      anchors: evidence.anchors, events: verification.events,
      certificates: authority.certificates
    ).answer()
    let clock = SteppedClock(now: SystemClock.now(), last: evidence.lastRecorded)
    try output.write(
      words: [verification.words, clock.map { "\($0)" }, "", ladder.words].compactMap { $0 }
        .joined(separator: "\n"),
      json: verification.json(with: ladder, evidence.witnessed, clock))
    if !verification.isSound || ladder.isRefuted { throw ExitStatus.finding.silently }
  }

  /// The head that this machine remembers to have signed last, which an older copy lacks.
  private func rememberedHead(of log: EventLog, _ policy: CheckpointPolicy) throws -> TreeHead? {
    guard try log.read({ try $0.origin() }) == policy.origin,
      let note = try CheckpointMemory(of: policy.origin).last()
    else { return nil }
    let keys = try log.read { try $0.keys() }
    return try? CheckpointFile.opened(note, policy: policy.ofLogAlone, keys: keys).checkpoint.head
  }
}

extension Verification {
  fileprivate var words: String {
    let counted = "\(events) event\(events == 1 ? "" : "s") read"
    let unread = unknown == 0 ? "" : ", \(unknown) of a type that this program does not know"
    guard !isSound else { return "\(counted)\(unread): nothing is wrong" }
    return (findings.map { printable($0.description) } + ["\(counted)\(unread); restore a backup"])
      .joined(separator: "\n")
  }

  fileprivate func json(
    with ladder: ProofLadder, _ witnessed: WitnessedRung?, _ clock: SteppedClock?
  ) -> JSONValue {
    [
      "sound": .bool(isSound), "events": .integer(events), "unknown": .integer(unknown),
      "root": .string("\(head.root)"),
      "findings": .array(
        findings.map { finding in
          [
            "position": finding.position.map(JSONValue.integer) ?? .null,
            "says": .string(finding.description),
          ]
        }),
      "ladder": ladder.json, "witnessed": witnessed?.json ?? .null,
      "steppedClock": clock?.json ?? .null,
    ]
  }
}
