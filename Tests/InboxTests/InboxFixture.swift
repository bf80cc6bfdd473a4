import EventLog
import Files
import Intake
import JSON
import Stances
import TestSupport
import Testing

@testable import Inbox

/// A log with Lenovo in it, and its inbox.
struct InboxFixture {
  let directory: TemporaryDirectory
  let log: EventLog
  let inbox: Inbox

  static let today = Timestamp(milliseconds: 1_652_184_000_000).day

  init() throws {
    directory = try TemporaryDirectory()
    log = try EventLog.create(at: directory.file("log.sqlite"))
    inbox = Inbox(besideLogAt: log.path)
    try record([company("lenovo", name: "Lenovo"), company("xiaomi", name: "Xiaomi")])
  }

  func record(_ events: [TestEvent], by recorder: String = "desk") throws {
    try log.append(
      events.proposed(), as: AppendRequest(recorder: recorder, clock: { Self.now }))
  }

  static let now = Timestamp(milliseconds: 1_652_184_000_000)

  /// Someone who may not decide on their own proposals, unless it is said.
  func actor(_ name: String, mayDecideOwn: Bool = false) -> Inbox.Actor {
    Inbox.Actor(
      name, mayDecideOwn: mayDecideOwn, today: Self.today, clock: { Self.now })
  }

  /// Appends as the recorder of a name does.
  func append(
    by recorder: String, to log: EventLog? = nil
  ) -> Inbox.Append {
    let log = log ?? self.log
    return { submission, inspect in
      var remarks = AppendRemarks()
      let receipt = try log.append(
        contentsOf: EventFile(
          InputFile(name: "the proposal", contents: submission.content), format: .json),
        as: AppendRequest(
          recorder: recorder, proposer: submission.proposer, isDryRun: submission.isDryRun,
          clock: { Self.now }), remarks: &remarks, inspecting: inspect)
      return (receipt, remarks)
    }
  }

  /// Proposes events in a name.
  @discardableResult
  func propose(_ events: [TestEvent], by name: String = "intern") throws -> Proposal {
    var draft: Draft?
    var remarks = AppendRemarks()
    _ = try log.append(
      contentsOf: EventFile(
        InputFile(name: "events", contents: JSONValue.array(events.map(\.json)).compactBytes()),
        format: .json),
      as: AppendRequest(recorder: name, isDryRun: true, clock: { Self.now }), remarks: &remarks,
      inspecting: { draft = try Draft(of: $1, in: $0, today: Self.today) })
    return try inbox.propose(
      #require(draft), by: actor(name), with: "a test", why: "It was reported.")
  }

  /// The names of the proposals of a state.
  func ids(_ state: Inbox.State) throws -> [ProposalID] {
    try inbox.entries(state).compactMap {
      if case .proposal(let proposal) = $0 { proposal.id } else { nil }
    }
  }
}

/// The program was killed: nothing after this happens.
struct Killed: Error {}
