import Errors
import JSON
import ArgumentParser
import Custody
import EventLog
import Stances
import Transparency

/// `stance verify log`: checks a whole log.
struct VerifyLog: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Check the file, every event, everything derived from them, and the signed heads.",
    discussion: """
      EXAMPLES
        stance verify
        stance verify --since kept.checkpoint --key VKEY
        stance verify --policy witnesses.policy      and that its quorum cosigned
        stance verify --tsa-ca ca.pem                and the time stamps' signers
        stance verify --json --log russia.sqlite

      Ends with status 0 if nothing is wrong, otherwise with 1.
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
    do {
      let verification = try LogVerification(
        of: log.openToVerify(),
        LogVerification.Question(
          trust: proof.choice, kept: since, certificates: authority.certificates,
          now: SystemClock.now()),
        remembered: .configured)
      try output.write(words: verification.words, json: verification.json)
      if verification.isSound { return }
    } catch EventLogError.damaged(_, let reason) {
      // It is so damaged that it cannot be opened, which is a finding as any other.
      let finding = "the file cannot be read as a log: \(reason)"
      try output.write(
        words: "\(printable(finding))\n0 events read; restore a backup",
        json: [
          "sound": false, "events": 0,
          "findings": [["position": .null, "says": .string(finding)]],
        ])
    }
    throw ExitStatus.finding.silently
  }
}
