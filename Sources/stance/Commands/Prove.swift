import ArgumentParser
import Custody
import Errors
import EventLog
import Projections
import Stances
import Transparency

/// `stance prove`: writes what others need to check the log without having it.
struct Prove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove",
    abstract: "Prove that an event is in the signed log, or that the log has only grown.",
    discussion: """
      EXAMPLES
        stance prove lenovo-2022-03-halts-shipments -o halt.tlog-proof
                                                     and halt.event.json beside it
        stance prove 42 -o 42.tlog-proof             by position
        stance prove 42 -o 42.tlog-proof --policy witnesses.policy
                                                     in a head that has its quorum
        stance prove log-key-c9e43667 -o rotation.tlog-proof
                                                     that a key replaced another
        stance prove --since kept.checkpoint -o grown.proof
                                                     that the last signed head
                                                     continues this one
        stance prove 42 -o 42.tlog-proof --with-captures
                                                     and 42.captures/, the kept
                                                     files of its sources

      An event's proof is a C2SP .tlog-proof. A proof of growth is what a C2SP
      witness is sent: the old size, the hashes, the new checkpoint.
      """)

  @Argument(help: ArgumentHelp("The event's id or position.", valueName: "event"))
  var event: String?

  @Option(
    help: ArgumentHelp("A checkpoint that someone kept.", valueName: "checkpoint"),
    completion: .file())
  var since: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("The proof's file.", valueName: "file"))
  var output: String

  @Flag(
    help: "Write the kept files that the event rests on, too, with the proofs of their captures.")
  var withCaptures = false

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    switch (event, since) {
    case (let event?, nil):
      let trust = try policy.file?.read()
      let found = try log.read { reader in
        let event = try reader.requiredEvent(event)
        let proof = try EventProof(of: event, in: reader, policy: trust)
        if withCaptures { try writeCaptures(of: event, in: reader, trust) }
        return proof
      }
      try ProofBundle(proofPath: output).write(
        found.proof, of: found.leaf, keeping: log.kept)
    case (nil, let since?):
      try log.read { try GrowthProof(from: since, in: $0) }.write(
        to: output, keeping: log.kept)
    default: throw ProvingError.nothingAsked
    }
  }

  private func writeCaptures(
    of event: RecordedEvent, in reader: LogReader, _ trust: TrustPolicy?
  ) throws {
    let bundle = CaptureBundle(besideProof: output)
    let count = try bundle.write(
      for: event, in: reader, from: log.captures, policy: trust, keeping: log.kept)
    StandardStreams.say(
      count == 0
        ? "stance: no file is kept of the event's sources"
        : "stance: \(count) kept \(count == 1 ? "file" : "files") in \(printable(bundle.path))")
  }
}
