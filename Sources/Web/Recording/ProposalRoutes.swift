import Answers
import Custody
import EventLog
import HTTPTypes
import Inbox
import Intake
import JSON
import Reports
import Stances

/// The inbox: proposals are made, looked at and decided on, each by those whose token allows it.
enum ProposalRoutes {
  static let all = [
    Route("/api/proposals", list, propose),
    Route("/api/proposals/{proposal}", show),
    Route("/api/proposals/{proposal}/accept", accept),
    Route("/api/proposals/{proposal}/reject", reject),
    Route("/api/proposals/{proposal}/withdraw", withdraw),
    Route("/inbox.atom", feed),
  ]

  // MARK: Proposing

  private static let propose = Operation(
    method: .post, id: "proposeEvents",
    summary: "Proposes one event or a batch, for someone else to look at before it is recorded.",
    parameters: [.why, .with],
    outcomes: [
      .init(.created, "Proposed; the Location leads to it.", "application/json", schema: "Proposal")
    ]
      + refusals([
        .problem(.conflict, "All of it is recorded already, or an id has different content."),
        .problem(.contentTooLarge, "The body is too long."),
        .problem(.unsupportedMediaType, "Events cannot be read from a body of this media type."),
        .problem(.unprocessableContent, "Events are refused; `faults` has each, with its place."),
      ])
  ) { call in
    let desk = try await ProposalDesk(call)
    let format = try SubmittedFormat.format(of: call.request.fields[.contentType])
    let (content, room) = try await call.body()
    defer { withExtendedLifetime(room) {} }
    let (why, means) = (call.given.text(.why), call.given.text(.with) ?? "the network")
    let (proposal, look) = try await call.site.log.write {
      try desk.propose(content, as: format, with: means, why: why)
    }
    var answer = desk.answer(.created, InboxReport.json(proposal, look, on: desk.now))
    answer.fields[.location] = "/api/proposals/\(proposal.id)"
    return answer
  }

  // MARK: Looking

  private static let list = Operation(
    method: .get, id: "listProposals",
    summary: "Proposals, oldest first; one who may only propose sees their own.",
    parameters: [.state],
    outcomes: [
      .init(.ok, "The proposals.", "application/json", schema: "ProposalList")
    ] + refusals([]), needsToken: true
  ) { call in
    let desk = try await ProposalDesk(call)
    let state = call.given.text(.state).flatMap(Inbox.State.init) ?? .waiting
    let (proposals, damaged) = try await call.site.log.lookUp { try desk.proposals(state) }
    return desk.answer(
      .ok,
      [
        "state": .string(state.rawValue), "by": .string(desk.bearer.name),
        "role": .string(desk.bearer.role.rawValue),
        "head": .integer(try call.site.log.head().position.number),
        "proposals": .array(proposals.map { InboxReport.json($0, nil, on: desk.now) }),
        "damaged": .integer(Int64(damaged)),
      ])
  }

  private static let show = Operation(
    method: .get, id: "showProposal",
    summary: "One proposal, and what accepting it would do now.",
    parameters: [], pathParameters: [.proposal],
    outcomes: [
      .init(.ok, "The proposal.", "application/json", schema: "Proposal")
    ] + refusals([.problem(.notFound, "No such proposal.")]), needsToken: true
  ) { call in
    let desk = try await ProposalDesk(call)
    let name = call.values[0]
    let (proposal, look, preview) = try await call.site.log.write { try desk.look(at: name) }
    return desk.answer(.ok, InboxReport.json(proposal, look, on: desk.now, preview: preview))
  }

  // MARK: Deciding

  private static let accept = Operation(
    method: .post, id: "acceptProposal",
    summary: "Records what a proposal says, or the events given in its place.",
    parameters: [], pathParameters: [.proposal], bodySchema: "Acceptance",
    outcomes: [
      .init(.ok, "Recorded, and safely on disk.", "application/json", schema: "Accepted")
    ]
      + decisions([
        .problem(.contentTooLarge, "The body is too long.")
      ])
  ) { call in
    let desk = try await ProposalDesk(call)
    let (proposal, receipt, remarks) = try await decided(call) {
      try desk.accept($0, $1)
    }
    call.site.live.wake(at: try call.site.log.head().position)
    return desk.answer(
      .ok,
      [
        "proposal": InboxReport.json(proposal, nil, on: desk.now),
        "receipt": receipt.json(isDryRun: false, remarks),
      ])
  }

  private static let reject = ending(
    "rejectProposal", "Turns a proposal down, with a reason for its proposer."
  ) { try $0.reject($1, $2) }

  private static let withdraw = ending(
    "withdrawProposal", "Takes back a proposal of one's own."
  ) { try $0.withdraw($1, $2) }

  private static func ending(
    _ id: String, _ summary: String,
    _ end: @escaping @Sendable (ProposalDesk, String, GivenDecision) throws -> Proposal
  ) -> Operation {
    Operation(
      method: .post, id: id, summary: summary, parameters: [], pathParameters: [.proposal],
      bodySchema: "Reason",
      outcomes: [
        .init(.ok, "It waits no longer.", "application/json", schema: "Proposal")
      ] + decisions([])
    ) { call in
      let desk = try await ProposalDesk(call)
      let proposal = try await decided(call) { try end(desk, $0, $1) }
      return desk.answer(.ok, InboxReport.json(proposal, nil, on: desk.now))
    }
  }

  /// What becomes of the proposal that a request names, by what its body says.
  private static func decided<Result: Sendable>(
    _ call: Call, _ decide: @escaping @Sendable (_ name: String, GivenDecision) throws -> Result
  ) async throws -> Result {
    let (content, room) = try await call.body()
    defer { withExtendedLifetime(room) {} }
    let given = try GivenDecision(content)
    let name = call.values[0]
    return try await call.site.log.write { try decide(name, given) }
  }

  private static func decisions(_ others: [Operation.Outcome]) -> [Operation.Outcome] {
    refusals(
      [
        .problem(.notFound, "No such proposal."),
        .problem(.conflict, "It was decided on, or the record has moved on since."),
        .problem(.unprocessableContent, "The body cannot be used, or the events are refused."),
      ] + others)
  }

  private static func refusals(_ others: [Operation.Outcome]) -> [Operation.Outcome] {
    [
      .problem(.badRequest, "A parameter is not valid."),
      .problem(.unauthorized, "No token, or one that is unknown or has expired."),
      .problem(.forbidden, "The token does not allow this, or this server takes no proposals."),
      .problem(.serviceUnavailable, "The inbox or the log cannot be used now."),
    ] + others
  }

  // MARK: Feed

  private static let feed = Operation(
    method: .get, id: "inboxFeed",
    summary: "Proposals that wait, for feed readers; the token may be the password of any user.",
    parameters: [],
    outcomes: [
      .init(.ok, "The feed.", Format.atom.mediaType)
    ] + refusals([]), needsToken: true
  ) { call in
    let desk = try await ProposalDesk(call, takesPassword: true)
    let (proposals, _) = try await call.site.log.lookUp { try desk.proposals(.waiting) }
    let entries = proposals.reversed().map { proposal in
      AtomFeed.Entry(
        name: "proposal:\(proposal.id)",
        title: "\(proposal.by) proposes \(InboxReport.events(of: proposal))",
        updated: proposal.revision?.at ?? proposal.at, kind: "proposal",
        details: "With \(proposal.with)." + (proposal.why.map { " \($0)" } ?? ""),
        address: "/inbox#\(proposal.id)")
    }
    var answer = WebAnswer(
      .ok, Format.atom.mediaType,
      AtomFeed.text(
        of: entries, title: "Inbox", subject: "inbox", subtitle: "Proposals that wait",
        updated: entries.map(\.updated).max() ?? Timestamp(milliseconds: 0), address: call.path
      ).utf8)
    answer.fields[.cacheControl] = "no-store"
    return answer
  }
}

extension Parameter {
  fileprivate static let why = Parameter(
    "why", "Why it should be recorded, for those who look at it.", .text(longest: 2_000))
  fileprivate static let with = Parameter(
    "with", "By what means it was made: a form, an assistant.", .text(longest: 300))
  fileprivate static let state = Parameter(
    "state", "What became of the proposals.", .choice(Inbox.State.allCases.map(\.rawValue)),
    fallback: Inbox.State.waiting.rawValue)
  fileprivate static let proposal = Parameter(
    "proposal", "The proposal's name, or its last digits.", .text(longest: 40))
}
