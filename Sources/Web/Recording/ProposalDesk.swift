import Custody
import Errors
import EventLog
import Files
import HTTPTypes
import Inbox
import Intake
import JSON
import Projections
import Stances

/// What the bearer of a token does with the inbox, as far as the token allows it.
struct ProposalDesk: Sendable {
  let now: Timestamp
  private let recorder: NetworkRecorder
  let bearer: TokenBearer
  private let inbox: Inbox
  private let file: FileIdentity
  private let actor: Inbox.Actor
  private let today: Day
  private let clock: SiteClock
  private let accessLog: AccessLog

  /// What the token of a request lets its bearer do.
  ///
  /// - Throws: ``RequestError`` without a token that is valid here.
  init(_ call: Call, takesPassword: Bool = false) async throws {
    (recorder, bearer) = try await call.bearer(takesPassword: takesPassword)
    inbox = Inbox(besideLogAt: call.site.log.path)
    file = call.site.log.identity
    now = call.site.clock.now()
    today = call.site.clock.today()
    accessLog = call.site.accessLog
    clock = call.site.clock
    // Where two people are asked for, no one is both of them.
    actor = Inbox.Actor(
      bearer.name, mayDecideOwn: bearer.role == .record && !call.site.needsTwoPeople,
      today: today, clock: call.site.clock.now)
  }

  /// What is sent of the inbox is never kept on the way.
  func answer(_ status: HTTPResponse.Status, _ json: JSONValue) -> WebAnswer {
    var answer = WebAnswer(
      status, "application/json", json.prettyBytes() + [UInt8(ascii: "\n")])
    answer.fields[.cacheControl] = "no-store"
    return answer
  }

  /// Keeps events as a proposal, once they were tried.
  func propose(
    _ content: [UInt8], as format: InputFormat, with means: String, why: String?
  ) throws -> (Proposal, Inbox.Look) {
    let trial = NetworkRecorder.Submission(
      content: content, format: format, recorder: bearer.name, condition: .any, isDryRun: true,
      isStrict: false)
    let (draft, (receipt, remarks)) = try Draft.trying(on: today) {
      try recorder.record(trial, in: file, inspecting: $0, warn: accessLog.write)
    }
    let proposal = try inbox.propose(draft, by: actor, with: means, why: why)
    return (proposal, .records(receipt, remarks, draft))
  }

  /// The proposals of a state that the bearer may see, and how many files cannot be read.
  func proposals(_ state: Inbox.State) throws -> ([Proposal], damaged: Int) {
    let (proposals, damaged) = try inbox.proposals(state)
    for error in damaged {
      accessLog.write(.warning, "proposal_file", [("says", .string("\(error)"))])
    }
    return (proposals.filter(maySee), damaged.count)
  }

  /// A proposal, and what accepting it would do now, if it waits.
  func look(at name: String) throws -> (Proposal, Inbox.Look?, preview: JSONValue?) {
    let proposal = try seen(name)
    guard proposal.decision == nil else { return (proposal, nil, nil) }
    var preview: JSONValue?
    let look = try inbox.look(
      at: proposal, today: today,
      showing: { preview = try PreviewPictures.json($0.preview, in: $1, clock) }, append)
    return (proposal, look, preview)
  }

  /// Records a proposal.
  func accept(
    _ name: String, _ given: GivenDecision
  ) throws -> (proposal: Proposal, receipt: AppendReceipt, remarks: AppendRemarks) {
    try checkReviewer()
    guard let expectation = given.expectation else {
      throw DecisionError(
        "'expectHead' is missing; look at the proposal first, whose 'now' has it")
    }
    return try inbox.accept(
      name, by: actor, if: expectation, revised: given.events, append)
  }

  /// Turns a proposal down.
  func reject(_ name: String, _ given: GivenDecision) throws -> Proposal {
    try checkReviewer()
    return try inbox.reject(name, by: actor, reason: given.reason ?? "", append)
  }

  /// Takes back a proposal of the bearer's own.
  func withdraw(_ name: String, _ given: GivenDecision) throws -> Proposal {
    _ = try seen(name)
    return try inbox.withdraw(name, by: actor, reason: given.reason, append)
  }

  private func maySee(_ proposal: Proposal) -> Bool {
    bearer.role != .propose || proposal.by == bearer.name
  }

  /// A proposal that the bearer may see: of others' not even the name is confirmed.
  private func seen(_ name: String) throws -> Proposal {
    let proposal = try inbox.proposal(named: name)
    guard maySee(proposal) else { throw InboxError.noSuchProposal(name) }
    return proposal
  }

  private func checkReviewer() throws(RequestError) {
    guard bearer.role != .propose else {
      throw .notPermitted(
        sentence: "this token lets you propose, not decide; ask someone whose token has the role "
          + "'review' or 'record'")
    }
  }

  private func append(
    _ submission: Inbox.Submission, _ inspect: @escaping EventLog.Inspection
  ) throws -> (receipt: AppendReceipt, remarks: AppendRemarks) {
    try recorder.record(
      NetworkRecorder.Submission(
        content: submission.content, format: .json, recorder: bearer.name,
        proposer: submission.proposer, condition: .any, isDryRun: submission.isDryRun,
        isStrict: false), in: file, inspecting: inspect, warn: accessLog.write)
  }
}

/// What the body of a decision says: an object, or nothing.
struct GivenDecision: Sendable {
  /// At which head the proposal was looked at; nil if it does not say.
  let expectation: Inbox.Expectation?
  let reason: String?
  /// The events to record in place of the proposed ones, as JSON.
  let events: [UInt8]?

  /// Reads a body.
  ///
  /// - Throws: ``DecisionError`` if it has another shape.
  init(_ body: [UInt8]) throws(DecisionError) {
    guard !body.isEmpty else {
      (expectation, reason, events) = (nil, nil, nil)
      return
    }
    let root: JSONNode
    do {
      root = try JSONDocument(parsing: body, limits: Proposal.fileLimits).root
    } catch {
      throw DecisionError("it is not JSON: \(error)")
    }
    guard root.kind == .object else { throw DecisionError("it is not an object") }
    let known: Set = ["expectHead", "expectPreview", "reason", "events"]
    for member in root.members where !known.contains(member.name) {
      throw DecisionError(
        "it has '\(printable(member.name))'; it takes \(enumerated(known.sorted(), conjunction: "and"))"
      )
    }
    func text(_ name: StaticString) throws(DecisionError) -> String? {
      guard let value = root[name], value.kind != .null else { return nil }
      guard let text = value.string else { throw DecisionError("'\(name)' is not a text") }
      return text
    }
    reason = try text("reason")
    let preview = try text("expectPreview")
    if let head = root["expectHead"], head.kind != .null {
      guard let number = head.integer, number >= 0 else {
        throw DecisionError("'expectHead' is not a position")
      }
      expectation = .seen(at: Position(number), preview: preview)
    } else {
      expectation = nil
    }
    if let events = root["events"], events.kind != .null {
      guard events.kind == .array else { throw DecisionError("'events' is not an array") }
      self.events = events.canonicalBytes()
    } else {
      events = nil
    }
  }
}

/// The body of a decision that cannot be used.
struct DecisionError: CallerError, Hashable, CustomStringConvertible {
  private let says: String

  init(_ says: String) { self.says = says }

  var kind: ErrorKind { .badData }
  var code: String { "bad_decision" }
  var description: String { "the body cannot be used: \(says)" }
}
