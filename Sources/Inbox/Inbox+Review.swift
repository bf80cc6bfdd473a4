package import Errors
package import EventLog
package import Intake
import JSON
import Projections
package import Stances

extension Inbox {
  /// Who does something with a proposal, and when.
  package struct Actor: Sendable {
    /// The name.
    package let name: String
    /// Whether they may decide on what they proposed themselves.
    package let mayDecideOwn: Bool
    let clock: @Sendable () -> Timestamp
    let today: Day

    /// Someone with a name and a clock.
    package init(
      _ name: String, mayDecideOwn: Bool, today: Day, clock: @escaping @Sendable () -> Timestamp
    ) {
      (self.name, self.mayDecideOwn, self.today, self.clock) = (name, mayDecideOwn, today, clock)
    }
  }

  /// An append of a proposal's events.
  package struct Submission: Sendable {
    /// The events, as a JSON array.
    package let content: [UInt8]
    /// Who proposed them.
    package let proposer: String
    /// Whether to check everything and record nothing.
    package let isDryRun: Bool

    init(_ content: [UInt8], of proposal: Proposal, isDryRun: Bool) {
      (self.content, proposer, self.isDryRun) = (content, proposal.by, isDryRun)
    }
  }

  /// Appends a submission, shows the log with it to an inspection before it is recorded, and says
  /// what was recorded and what is said of it.
  package typealias Append = (Submission, @escaping EventLog.Inspection) throws -> (
    receipt: AppendReceipt, remarks: AppendRemarks
  )

  /// What accepting a proposal would do now.
  package enum Look: Sendable {
    /// It would record this.
    case records(AppendReceipt, AppendRemarks, Draft)
    /// All of it is recorded already, here.
    case isRecorded([Position])
    /// The log would not take it any more, and why.
    case refused(any CallerError)
  }

  /// What must hold for a proposal to be accepted.
  package enum Expectation: Sendable {
    /// Nothing.
    case any
    /// The head is still this one; or what would change is still what this preview's fingerprint is
    /// of.
    case seen(at: Position, preview: String?)
  }

  // MARK: Proposing

  /// Keeps a draft as a proposal.
  ///
  /// - Parameters:
  ///   - draft: what the log would take.
  ///   - actor: who proposes it.
  ///   - means: by what means it was made.
  ///   - why: why it should be recorded.
  /// - Returns: the proposal, which is on the disk.
  /// - Throws: ``InboxError``, ``OutputError``.
  package func propose(
    _ draft: Draft, by actor: Actor, with means: String, why: String?
  ) throws -> Proposal {
    guard !draft.events.isEmpty else { throw InboxError.nothingNew }
    for (field, text) in [("proposer", actor.name), ("with", means)] {
      try Self.check(text, field, atMost: EventLog.recorderLimit)
    }
    if let why { try Self.check(why, "why", atMost: Self.longestReason) }
    let now = actor.clock()
    let proposal = Proposal(
      id: ProposalID(at: now), by: actor.name, at: now, with: means, why: why, head: draft.head,
      events: draft.events, revision: nil, decision: nil)
    try add(proposal)
    return proposal
  }

  // MARK: Looking

  /// What accepting a proposal would do now.
  ///
  /// - Parameters:
  ///   - proposal: the proposal.
  ///   - today: the current day.
  ///   - show: is shown its draft, and the log as it would be.
  ///   - append: how events are recorded.
  /// - Returns: what it would do.
  /// - Throws: what `append` throws beside what is wrong with the events, and what `show` throws.
  package func look(
    at proposal: Proposal, today: Day,
    showing show: @escaping (Draft, LogReader) throws -> Void = { _, _ in }, _ append: Append
  ) throws -> Look {
    let trial = Submission(Self.bytes(proposal.current), of: proposal, isDryRun: true)
    do {
      let (draft, (receipt, remarks)) = try Draft.trying(on: today, showing: show) {
        try append(trial, $0)
      }
      return receipt.recorded > 0
        ? .records(receipt, remarks, draft) : .isRecorded(receipt.entries.map(\.position))
    } catch let error as any CallerError {
      return .refused(error)
    }
  }

  // MARK: Deciding

  /// Records a proposal's events, and puts it away as accepted.
  ///
  /// All is checked again under the log's lock. If the program is killed between the two, the next
  /// one to accept finds the events recorded, and puts it away.
  ///
  /// - Parameters:
  ///   - name: its name, or the beginning or end of it.
  ///   - actor: who accepts it.
  ///   - expectation: what must hold.
  ///   - revised: the events in place of those proposed, as JSON; nil to record what was proposed.
  ///   - append: how events are recorded.
  /// - Returns: the proposal as it is put away, what was recorded, and what is said of it.
  /// - Throws: ``InboxError``, or what `append` throws; then nothing is recorded, and it still waits.
  package func accept(
    _ name: String, by actor: Actor, if expectation: Expectation = .any,
    revised: [UInt8]? = nil, _ append: Append
  ) throws -> (proposal: Proposal, receipt: AppendReceipt, remarks: AppendRemarks) {
    try decide(on: name) { waiting in
      try Self.check(actor, mayDecideOn: waiting)
      let proposal = try revised.map { try revise(waiting, to: $0, by: actor, append) } ?? waiting
      let (receipt, remarks) = try append(
        Submission(Self.bytes(proposal.current), of: proposal, isDryRun: false)
      ) { log, receipt in
        try Self.check(expectation, of: proposal, receipt, in: log, today: actor.today)
      }
      let decided = proposal.decided(
        Proposal.Decision(
          outcome: .accepted, by: actor.name, at: actor.clock(), reason: nil,
          positions: receipt.entries.map(\.position)))
      try putAway(decided)
      return (decided, receipt, remarks)
    }
  }

  /// Turns a proposal down.
  ///
  /// - Throws: ``InboxError``, also if its events are recorded by now; what `append` throws.
  package func reject(
    _ name: String, by actor: Actor, reason: String, _ append: Append
  ) throws -> Proposal {
    try end(name, .rejected, by: actor, reason: reason, append) { proposal in
      try Self.check(actor, mayDecideOn: proposal)
    }
  }

  /// Takes back what the actor proposed.
  ///
  /// - Throws: ``InboxError``, also if its events are recorded by now; what `append` throws.
  package func withdraw(
    _ name: String, by actor: Actor, reason: String?, _ append: Append
  ) throws -> Proposal {
    try end(name, .withdrawn, by: actor, reason: reason, append) { proposal in
      guard proposal.by == actor.name else {
        throw InboxError.othersProposal(proposal.id, by: proposal.by)
      }
    }
  }

  private func end(
    _ name: String, _ outcome: Proposal.Outcome, by actor: Actor, reason: String?,
    _ append: Append, if check: (Proposal) throws -> Void
  ) throws -> Proposal {
    if let reason { try Self.check(reason, "reason", atMost: Self.longestReason) }
    return try decide(on: name) { proposal in
      try check(proposal)
      // The program may have been killed after it was recorded, before it was put away.
      if case .isRecorded(let positions) = try look(at: proposal, today: actor.today, append) {
        throw InboxError.recorded(proposal.id, at: positions)
      }
      let decided = proposal.decided(
        Proposal.Decision(
          outcome: outcome, by: actor.name, at: actor.clock(), reason: reason, positions: []))
      try putAway(decided)
      return decided
    }
  }

  /// Keeps what a reviewer made of a proposal, if the log would take it: before anything is recorded,
  /// so that a program that is killed after that finds the same events recorded.
  private func revise(
    _ proposal: Proposal, to content: [UInt8], by actor: Actor, _ append: Append
  ) throws -> Proposal {
    let trial = Submission(content, of: proposal, isDryRun: true)
    let (draft, _) = try Draft.trying(on: actor.today) { try append(trial, $0) }
    guard !draft.given.isEmpty else { throw InboxError.noEvents }
    // As in the same call before, if the program was killed after that.
    guard Self.bytes(draft.given) != Self.bytes(proposal.current) else { return proposal }
    let revised = proposal.revised(
      Proposal.Revision(by: actor.name, at: actor.clock(), events: draft.given))
    try replace(revised)
    return revised
  }

  private static func check(_ actor: Actor, mayDecideOn proposal: Proposal) throws(InboxError) {
    guard actor.mayDecideOwn || proposal.by != actor.name else {
      throw .ownProposal(proposal.id, by: proposal.by)
    }
  }

  private static func check(
    _ expectation: Expectation, of proposal: Proposal, _ receipt: AppendReceipt,
    in log: LogReader, today: Day
  ) throws {
    guard case .seen(let head, let fingerprint) = expectation, receipt.recorded > 0,
      receipt.previousHead != head
    else { return }
    if let fingerprint,
      try AppendPreview(of: receipt, in: log, today: today).fingerprint == fingerprint
    {
      return
    }
    throw InboxError.movedOn(proposal.id, expected: head, found: receipt.previousHead)
  }

  private static func check(
    _ text: String, _ field: String, atMost limit: Int
  ) throws(InboxError) {
    guard (1...limit).contains(text.utf8.count) else {
      throw .badText(field: field, limit: limit)
    }
  }

  private static func bytes(_ events: [JSONValue]) -> [UInt8] {
    JSONValue.array(events).compactBytes()
  }

  /// The longest reason, in bytes.
  package static let longestReason = 2_000
}
