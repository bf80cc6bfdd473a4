import ArgumentParser
import Custody
import EventLog
import Inbox
import Intake
import Stances

/// Whose inbox is worked on, and in whose name.
struct InboxOptions: ParsableArguments {
  @OptionGroup var recorder: RecorderOptions
  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  /// The inbox beside the log.
  var inbox: Inbox { Inbox(besideLogAt: log.path) }

  /// Who does it.
  ///
  /// Anyone who may write the file can record, and so decide on their own proposals.
  var actor: Inbox.Actor {
    Inbox.Actor(
      recorder.name, mayDecideOwn: true, today: SystemClock.today(), clock: SystemClock.now)
  }

  /// Appends the events of a proposal as those of a file.
  func append(
    _ submission: Inbox.Submission, _ inspect: @escaping EventLog.Inspection
  ) throws -> (receipt: AppendReceipt, remarks: AppendRemarks) {
    let file = EventFile(
      InputFile(name: "the proposal", contents: submission.content), format: .json)
    let request = AppendRequest(
      recorder: recorder.name, proposer: submission.proposer, isDryRun: submission.isDryRun,
      clock: SystemClock.now)
    var remarks = AppendRemarks()
    var receipt: AppendReceipt?
    let unsigned = try SignedAppend(to: log.openToAppend(), .configured).run(
      isDryRun: submission.isDryRun
    ) { log in
      try log.append(contentsOf: file, as: request, remarks: &remarks, inspecting: inspect)
    } announce: {
      receipt = $0
    }
    if let unsigned { StandardStreams.say("stance: \(unsigned)") }
    guard let receipt else { throw EventLogError.busy(path: log.path) }
    return (receipt, remarks)
  }

  /// What accepting a proposal would do now; nil if it does not wait any more.
  func look(at proposal: Proposal) throws -> Inbox.Look? {
    guard proposal.decision == nil else { return nil }
    return try inbox.look(at: proposal, today: SystemClock.today(), append)
  }
}
