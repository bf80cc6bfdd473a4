import Errors
import EventLog
import Files
import Intake
import JSON
import Stances
import TestSupport
import Testing

@testable import Inbox

@Suite("Proposals: proposed by one, recorded by another")
struct ProposalTests {
  private let cut = silentReduction("lenovo", .suspended, on: "2022-03-20", published: "2022-05-06")

  @Test("a proposal changes nothing in the log until it is accepted, and then names both")
  func accepted() throws {
    let desk = try InboxFixture()
    let proposal = try desk.propose([cut])
    #expect(try desk.log.read { try $0.head } == 2)
    #expect(try desk.ids(.waiting) == [proposal.id])
    let (accepted, receipt, _) = try desk.inbox.accept(
      proposal.id.short, by: desk.actor("editor"), desk.append(by: "editor"))
    #expect(receipt.recorded == 1)
    #expect(accepted.decision?.positions == [3])
    let recorded = try #require(try desk.log.read { try $0.event(at: 3) })
    #expect((recorded.recorder, recorded.proposer) == ("editor", "intern"))
    #expect(recorded.event == (try cut.proposed()).event)
    #expect(
      try RecordedEvent.proposedBytes(of: recorded.bytes) == cut.proposed().canonicalBytes)
    // Canonical order puts "published" between the two names that the log adds.
    let document = try JSONDocument(parsing: recorded.bytes)
    #expect(document.root.canonicalBytes() == recorded.bytes)
    #expect(try desk.ids(.waiting).isEmpty && desk.ids(.accepted) == [proposal.id])
  }

  @Test("what the log would not take is not proposed, and neither is what it has")
  func refused() throws {
    let desk = try InboxFixture()
    #expect(throws: IntakeFaultsError.self) { try desk.propose([cut.with("company", "zte")]) }
    try desk.record([cut])
    #expect(throws: InboxError.nothingNew) { try desk.propose([cut]) }
    #expect(try desk.ids(.waiting).isEmpty)
  }

  @Test("an event without an id has one in the proposal, so that it is recorded once")
  func madeID() throws {
    let desk = try InboxFixture()
    let proposal = try desk.propose([cut.without("id")])
    let (accepted, receipt, _) = try desk.inbox.accept(
      proposal.id.text, by: desk.actor("editor"), desk.append(by: "editor"))
    #expect(receipt.entries.map(\.id.text) == ["lenovo-2022-03-20-silent-reduction"])
    #expect(accepted.events.count == 1)
  }

  @Test("cut off between the append and the putting away, the next to accept finds it recorded")
  func killed() throws {
    let desk = try InboxFixture()
    for revised in [nil, cut.with("note", "Read again.").with("id", "second")] {
      let proposal = try desk.propose([revised == nil ? cut : cut.with("id", "second")])
      let append = desk.append(by: "editor")
      #expect(throws: Killed.self) {
        _ = try desk.inbox.accept(
          proposal.id.text, by: desk.actor("editor"),
          revised: revised.map { JSONValue.array([$0.json]).compactBytes() }
        ) { submission, inspect in
          let result = try append(submission, inspect)
          if !submission.isDryRun { throw Killed() }
          return result
        }
      }
      let head = try desk.log.read { try $0.head }
      #expect(try desk.ids(.waiting) == [proposal.id])
      #expect(throws: InboxError.recorded(proposal.id, at: [head])) {
        _ = try desk.inbox.reject(
          proposal.id.text, by: desk.actor("editor"), reason: "No.", desk.append(by: "editor"))
      }
      let (accepted, receipt, _) = try desk.inbox.accept(
        proposal.id.text, by: desk.actor("other"), desk.append(by: "other"))
      #expect((receipt.recorded, receipt.alreadyRecorded) == (0, 1))
      #expect(accepted.decision?.positions == [head])
      #expect(try desk.log.read { try $0.event(at: head)?.recorder } == "editor")
      #expect(try desk.ids(.waiting).isEmpty)
    }
  }

  @Test("cut off before the waiting file is removed, it has been decided on all the same")
  func killedAfterPuttingAway() throws {
    let desk = try InboxFixture()
    let proposal = try desk.propose([cut])
    let path = "\(desk.inbox.folder)/waiting/\(proposal.id).json"
    let waiting = try OpenFile(path, for: .reading).read(upTo: 100_000)
    _ = try desk.inbox.reject(
      proposal.id.text, by: desk.actor("editor"), reason: "No.", desk.append(by: "editor"))
    try OutputFile.write(waiting, to: path)
    #expect(try desk.ids(.waiting).isEmpty)
    #expect(throws: InboxError.self) {
      _ = try desk.inbox.accept(
        proposal.id.text, by: desk.actor("editor"), desk.append(by: "editor"))
    }
    #expect(try desk.log.read { try $0.head } == 2)
  }

  @Test("what a reviewer changed is kept beside what was proposed")
  func revised() throws {
    let desk = try InboxFixture()
    let proposal = try desk.propose([cut])
    let better = cut.with("level", "reducing")
    let (accepted, _, _) = try desk.inbox.accept(
      proposal.id.text, by: desk.actor("editor"),
      revised: JSONValue.array([better.json]).compactBytes(), desk.append(by: "editor"))
    let kept = try desk.inbox.proposal(named: accepted.id.text)
    #expect(kept.revision?.by == "editor")
    #expect(JSONValue.array(kept.events).text.contains("suspended"))
    #expect(JSONValue.array(kept.current).text.contains("reducing"))
    #expect(try desk.log.read { try $0.event(at: 3)?.proposer } == "intern")
  }

  @Test("a change that the log would not take leaves the proposal as it was")
  func badRevision() throws {
    let desk = try InboxFixture()
    let proposal = try desk.propose([cut])
    #expect(throws: IntakeFaultsError.self) {
      _ = try desk.inbox.accept(
        proposal.id.text, by: desk.actor("editor"),
        revised: JSONValue.array([cut.with("level", "gone").json]).compactBytes(),
        desk.append(by: "editor"))
    }
    #expect(try desk.inbox.proposal(named: proposal.id.text).revision == nil)
    #expect(try desk.ids(.waiting) == [proposal.id])
  }

  @Test("the record may move on as long as what would change is what was shown")
  func movedOn() throws {
    let desk = try InboxFixture()
    let proposal = try desk.propose([cut])
    guard
      case .records(_, _, let draft) = try desk.inbox.look(
        at: proposal, today: InboxFixture.today, desk.append(by: "editor"))
    else {
      Issue.record("it would not be recorded")
      return
    }
    let seen = Inbox.Expectation.seen(at: draft.head, preview: draft.preview.fingerprint)
    func accept(if expectation: Inbox.Expectation) throws {
      _ = try desk.inbox.accept(
        proposal.id.text, by: desk.actor("editor"), if: expectation, desk.append(by: "editor"))
    }
    // Another report on the same day changes what this one would.
    try desk.record([silentReduction("lenovo", .reducing, on: "2022-03-19")])
    #expect(throws: InboxError.movedOn(proposal.id, expected: 2, found: 3)) {
      try accept(if: seen)
    }
    let again = try desk.inbox.look(
      at: proposal, today: InboxFixture.today, desk.append(by: "editor"))
    guard case .records(_, _, let draft) = again else { throw Killed() }
    // What is recorded about another company changes nothing here.
    try desk.record([silentReduction("xiaomi", .reducing, on: "2022-03-19")])
    #expect(throws: InboxError.movedOn(proposal.id, expected: 3, found: 4)) {
      try accept(if: .seen(at: draft.head, preview: nil))
    }
    try accept(if: .seen(at: draft.head, preview: draft.preview.fingerprint))
    #expect(try desk.log.read { try $0.head } == 5)
  }

  @Test("no one decides on their own proposal unless they may, and no one withdraws another's")
  func ownProposals() throws {
    let desk = try InboxFixture()
    let proposal = try desk.propose([cut])
    let append = desk.append(by: "intern")
    #expect(throws: InboxError.ownProposal(proposal.id, by: "intern")) {
      _ = try desk.inbox.accept(proposal.id.text, by: desk.actor("intern"), append)
    }
    #expect(throws: InboxError.ownProposal(proposal.id, by: "intern")) {
      _ = try desk.inbox.reject(
        proposal.id.text, by: desk.actor("intern"), reason: "No.", append)
    }
    #expect(throws: InboxError.othersProposal(proposal.id, by: "intern")) {
      _ = try desk.inbox.withdraw(
        proposal.id.text, by: desk.actor("editor"), reason: nil, append)
    }
    let withdrawn = try desk.inbox.withdraw(
      proposal.id.text, by: desk.actor("intern"), reason: "A slip.", append)
    #expect(withdrawn.decision?.outcome == .withdrawn)
    #expect(try desk.ids(.rejected) == [proposal.id])
    #expect(throws: InboxError.self) {
      _ = try desk.inbox.accept(proposal.id.text, by: desk.actor("editor"), append)
    }
    #expect(try desk.log.read { try $0.head } == 2)
  }

  @Test("a proposal answers to its beginning and its end, if they are one proposal's")
  func names() throws {
    let desk = try InboxFixture()
    let first = try desk.propose([cut])
    let second = try desk.propose([cut.with("id", "second").with("level", "reducing")])
    #expect(try desk.inbox.proposal(named: first.id.short.uppercased()).id == first.id)
    #expect(throws: InboxError.self) {
      // Both were proposed at one instant.
      try desk.inbox.proposal(named: String(first.id.text.prefix(8)))
    }
    for name in ["", "x", "ffff-none", "../waiting", second.id.text + "0"] {
      #expect(throws: InboxError.noSuchProposal(name)) {
        try desk.inbox.proposal(named: name)
      }
    }
  }

  @Test("names are UUIDs of version 7, in order of time")
  func identifiers() throws {
    let early = ProposalID(at: Timestamp(milliseconds: 1_652_184_000_000))
    let late = ProposalID(at: Timestamp(milliseconds: 1_652_184_000_001))
    #expect(early < late)
    #expect(early.text.hasPrefix("0180add7-2600-7"))
    #expect(early.text.utf8.count == 36)
    #expect("89ab".contains(Array(early.text)[19]))
    #expect(ProposalID(early.text) == early)
    #expect(ProposalID(early.text.uppercased()) == nil)
  }

  @Test("two who decide at once: one of them does, 200 times")
  func race() async throws {
    let desk = try InboxFixture()
    let path = desk.log.path
    for round in 0..<200 {
      let event = cut.with("id", "round-\(round)").with("note", "Round \(round).")
      let proposal = try desk.propose([event])
      let outcomes = await withTaskGroup(of: Bool.self) { group in
        for (name, accepts) in [("first", true), ("second", round.isMultiple(of: 2))] {
          let append = InboxRace(path: path, desk: desk, name: name)
          group.addTask { append.decides(on: proposal.id, accepts) }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.count(where: \.self) == 1, "round \(round)")
      let recorded = try desk.log.read { try $0.event(EventID(recorded: "round-\(round)")) }
      #expect(try desk.ids(.waiting).isEmpty)
      let kept = try desk.inbox.proposal(named: proposal.id.text)
      #expect((kept.decision?.outcome == .accepted) == (recorded != nil), "round \(round)")
      #expect(recorded == nil || kept.decision?.by == recorded?.recorder)
    }
  }
}

/// One of two who decide at once, with a connection of their own.
private struct InboxRace: @unchecked Sendable {
  let path: String
  let desk: InboxFixture
  let name: String

  /// Whether this one decided.
  func decides(on id: ProposalID, _ accepts: Bool) -> Bool {
    guard let log = try? EventLog.open(at: path, for: .appending) else { return false }
    let append = desk.append(by: name, to: log)
    do {
      if accepts {
        let (_, receipt, _) = try desk.inbox.accept(id.text, by: desk.actor(name), append)
        return receipt.recorded == 1
      }
      _ = try desk.inbox.reject(id.text, by: desk.actor(name), reason: "No.", append)
      return true
    } catch {
      return false
    }
  }
}

extension JSONValue {
  /// The value as compact JSON.
  fileprivate var text: String { String(decoding: compactBytes(), as: UTF8.self) }
}
