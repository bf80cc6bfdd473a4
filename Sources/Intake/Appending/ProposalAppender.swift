import Errors
import EventLog
import JSON
import Stances

/// What is said of an append that was made: how it was read, what is unlikely in it, and what of it
/// does not count.
package struct AppendRemarks: Sendable {
  /// How values were read that were spelled in another way, such as names as slugs, and what counts
  /// as a word only, or is set aside by what the event itself says.
  package fileprivate(set) var notes = FindingList()
  /// What an event may say and seldom does, and events that count for nothing.
  package fileprivate(set) var warnings = FindingList()

  /// Nothing said so far.
  package init() {}

  /// One line each, for people.
  package var lines: [String] {
    notes.lines.map { "note: \($0)" } + warnings.lines.map { "warning: \($0)" }
  }
}

/// Appends proposals one after another: names are looked up, what is unlikely is said, and all that
/// is refused is gathered.
struct ProposalAppender {
  private(set) var faults = FindingList()
  private(set) var remarks = AppendRemarks()
  /// How many events are refused.
  private(set) var refused = 0

  private let session: AppendSession
  private let isStrict: Bool
  private let plausibility: Plausibility
  private var claims = ClaimCheck()
  private var names: RegisteredNames
  private var madeIDs: MadeIDs
  /// What refused events would have brought into the log, so that others do not fail for it.
  private var missing: Set<String> = []
  /// Events that are refused, with values that would do: at the end, the log is asked for the rest.
  private var patched: [(event: Event, place: IntakeError.Place)] = []
  /// The log is not asked about more refused events.
  private static let patchedLimit = 10_000
  /// The events that were taken in and are refused all the same, because the append is strict.
  private var doubted: Set<Position> = []
  /// The places of the events that wait for others further down.
  private var waiting: [Position: IntakeError.Place] = [:]

  init(to session: AppendSession, isStrict: Bool, now: Timestamp) {
    (self.session, self.isStrict) = (session, isStrict)
    names = RegisteredNames(in: session)
    madeIDs = MadeIDs(in: session)
    // Somewhere it is fourteen hours later than in UTC.
    plausibility = Plausibility(
      today: Timestamp(milliseconds: now.milliseconds + 14 * 3_600_000).day)
  }

  /// The log with the events taken in so far.
  var log: LogReader { session.log }

  /// Takes in one proposal, accepted or refused.
  mutating func append(_ proposal: Proposal) throws {
    for note in proposal.notes { remarks.notes.add(note) }
    switch proposal.content {
    case .event(let event, let written): try append(event, written)
    case .named(let written, let value, let given): try append(value, naming: given, written)
    case .refused(let refusal): try refuse(refusal)
    }
  }

  /// Takes in what keeps the file from being read on.
  mutating func add(_ fault: IntakeError) { faults.add(fault) }

  /// Resolves what waits for events further down, after the last of them.
  mutating func finish() throws {
    try session.finish { event, position, refusals in
      guard let place = waiting[position] else { return }
      let unknown = refusals.filter { !missing.contains($0.reason.mention?.slug ?? "") }
      for refusal in unknown { faults.add(Self.fault(refusal, place)) }
      if !unknown.isEmpty { refused += 1 }
      guard refusals.isEmpty else { return }
      let warnings = try plausibility.twin(of: event, at: position, in: session)
      add(warnings.map { IntakeError(place: place, sentence: $0.sentence) }, at: position)
    }
    if isStrict || faults.isEmpty { try checkClaims() }
    for (event, place) in patched {
      let names = try session.unknownNames(in: event, suggesting: false)
      guard names.contains(where: isFault) else { continue }
      for reason in try session.unknownNames(in: event) where isFault(reason) {
        faults.add(
          IntakeError(place: place, sentence: "\(reason)", unknownName: reason.unknownName))
      }
    }
  }

  /// Whether a name is missing that no refused event would have brought, and no sample is.
  private func isFault(_ reason: AppendError.Reason) -> Bool {
    reason.mention.map { $0.slug != FaultFinder.placeholder && !missing.contains($0.slug) } ?? false
  }

  private mutating func append(_ event: ProposedEvent, _ written: WrittenEvent) throws {
    let unknown = try session.unknownNames(in: event.event, suggesting: false)
    if let (value, given) = try spelledBySlug(event, unknown) {
      return try append(value, naming: given, written)
    }
    let event = written.isUnnamed ? try madeIDs.named(event) : event
    do {
      let entry = try session.append(
        event, hasNames: unknown.isEmpty, hasMadeID: written.isUnnamed)
      guard !entry.wasThere else { return }
      let place = written.place(of: "").whole
      if session.isWaiting(entry.position) {
        waiting[entry.position] = place
        names.add(waiting: event.event)
      }
      claims.follow(event.event, at: entry.position, from: place)
      try judge(event.event, at: entry.position, written)
      if written.isUnnamed { try noteSibling(of: event.event, at: place) }
    } catch let refusal as AppendError {
      refused += 1
      remember(event.event)
      faults.add(Self.fault(refusal, written.place(of: "").whole))
    }
  }

  /// The names in an event that look like slugs and are none, if all of them are registered names,
  /// with the event as JSON; `unknown` are those that the log does not have.
  private mutating func spelledBySlug(
    _ event: ProposedEvent, _ unknown: [AppendError.Reason]
  ) throws -> (JSONValue, [GivenName])? {
    let mentions = unknown.compactMap(\.mention)
    guard !mentions.isEmpty else { return nil }
    var given: [GivenName] = []
    for mention in mentions {
      guard let kind = mention.kind else { return nil }
      let name = GivenName(kind: kind, text: mention.slug, path: mention.field)
      guard case .one = try names.meaning(of: name) else { return nil }
      given.append(name)
    }
    return (JSONValue(try JSONDocument(parsing: event.canonicalBytes).root), given)
  }

  /// Says that another event of the same who, when and what is recorded: who puts a slip right may
  /// not know how.
  private mutating func noteSibling(of event: Event, at place: IntakeError.Place) throws {
    let other = event.madeID
    let type = event.content.type
    // Of one file there is a capture for each of its addresses.
    guard event.id != other, !type.isRegistration, !type.isAmendment, !type.isOfLog,
      try session.occupant(of: other)?.isWithdrawn == false
    else { return }
    remarks.notes.add(
      IntakeError(
        place: place,
        sentence: "another event is of the same who, when and what; to put that one right, "
          + "withdraw this one and use 'stance correct'",
        against: other))
  }

  /// Says what is unlikely in an event that was taken in.
  private mutating func judge(
    _ event: Event, at position: Position, _ written: WrittenEvent
  ) throws {
    var warnings = try plausibility.warnings(of: event, at: position, in: session).map { warning in
      IntakeError(
        place: written.place(of: warning.path), path: warning.path, sentence: warning.sentence)
    }
    if event.content.type.isRegistration {
      for (name, others) in try names.collisions(of: event) {
        let slugs = enumerated(others.map { "'\($0)'" }, conjunction: "and")
        warnings.append(
          IntakeError(
            place: written.place(of: "").whole,
            sentence: "the name '\(printable(name))' is also that of \(slugs); if both are one, "
              + "record under one slug"))
      }
    }
    add(warnings, at: position)
  }

  /// Says what of the events taken in does not count.
  private mutating func checkClaims() throws {
    let found = try claims.remarks(in: session.log)
    let standing = try session.log.eventNames(at: found.compactMap(\.against))
    for remark in found {
      let error = IntakeError(
        place: remark.place, sentence: remark.sentence,
        against: remark.against.flatMap { standing[$0]?.id })
      if remark.isWarning { add([error], at: remark.position) } else { remarks.notes.add(error) }
    }
  }

  /// Adds warnings about one event, which refuse it if the append is strict.
  private mutating func add(_ warnings: [IntakeError], at position: Position) {
    guard isStrict, !warnings.isEmpty else {
      for warning in warnings { remarks.warnings.add(warning) }
      return
    }
    if doubted.insert(position).inserted { refused += 1 }
    for warning in warnings { faults.add(warning) }
  }

  /// Looks up the names given for slugs, and takes the event in with their slugs.
  private mutating func append(
    _ value: JSONValue, naming given: [GivenName], _ written: WrittenEvent
  ) throws {
    var value = value
    var unknown: [IntakeError] = []
    for name in given {
      switch try names.meaning(of: name) {
      case .one(let slug, let title):
        value = value.replacing(at: name.path, with: .string(slug))
        remarks.notes.add(
          IntakeError(
            place: written.place(of: name.path), path: name.path,
            sentence: "'\(printable(name.text))' is read as '\(slug)' (\(printable(title)))"))
      case .several(let slugs): unknown.append(Self.ambiguous(name, slugs, written))
      case .none(let nearest): unknown.append(Self.unknown(name, nearest, written))
      }
    }
    guard unknown.isEmpty else {
      refused += 1
      for fault in unknown { faults.add(fault) }
      return
    }
    do {
      try append(
        ProposedEvent(checked: JSONDocument(parsing: value.compactBytes())), written)
    } catch let error as EventError {
      refused += 1
      faults.add(written.refusal(error))
    }
  }

  /// Gathers what is wrong with an event that its reader refused, and what the log says to the rest.
  private mutating func refuse(_ refusal: Proposal.Refusal) throws {
    refused += 1
    for fault in refusal.faults { faults.add(fault) }
    guard let written = refusal.written else { return }
    for name in refusal.names {
      switch try names.meaning(of: name) {
      case .one: break
      case .several(let slugs): faults.add(Self.ambiguous(name, slugs, written))
      case .none(let nearest): faults.add(Self.unknown(name, nearest, written))
      }
    }
    guard let event = refusal.patched else { return }
    remember(event.event)
    if patched.count < Self.patchedLimit {
      patched.append((event.event, written.place(of: "").whole))
    }
  }

  /// Remembers what an event would have brought into the log.
  private mutating func remember(_ event: Event) {
    switch event.content {
    case .companyRegistered(let company): missing.insert(company.company.text)
    case .bodyRegistered(let body): missing.insert(body.body.text)
    case .governmentMeasure(let measure): missing.insert(measure.measure.text)
    default: break
    }
    missing.insert(event.id.text)
  }

  private static func fault(_ refusal: AppendError, _ place: IntakeError.Place) -> IntakeError {
    IntakeError(
      place: place, sentence: place.isOfFlags ? "\(refusal.reason)" : "\(refusal)",
      refusal: refusal, unknownName: refusal.reason.unknownName)
  }

  private static func unknown(
    _ name: GivenName, _ nearest: [String], _ written: WrittenEvent
  ) -> IntakeError {
    IntakeError(
      place: written.place(of: name.path), path: name.path,
      sentence: "'\(printable(name.text))' is neither a slug nor the name of a \(name.kind); "
        + (didYouMean(nearest) ?? "append its \(name.kind)_registered first, and give its slug"))
  }

  private static func ambiguous(
    _ name: GivenName, _ slugs: [String], _ written: WrittenEvent
  ) -> IntakeError {
    let choices = enumerated(slugs.map { "'\($0)'" }, conjunction: "or")
    return IntakeError(
      place: written.place(of: name.path), path: name.path,
      sentence: "'\(printable(name.text))' is the name of several; write \(choices)")
  }
}

extension IntakeError.Place {
  /// Whether the event was given by flags, which make one event only.
  fileprivate var isOfFlags: Bool { if case .flags = self { true } else { false } }
}

extension AppendError.Reason {
  /// The name of the flag whose value the log does not have, without hyphens in front.
  fileprivate var unknownName: String? {
    mention.map { mention in
      mention.field.replacing(/\[[0-9]+\]/, with: "").replacing(".", with: "-")
        .replacing("_", with: "-")
    }
  }

  /// The name that the log does not have, and the way to it; nil for any other reason.
  fileprivate var mention: (slug: String, field: String, kind: GivenName.Kind?)? {
    switch self {
    case .unknownCompany(let slug, let field, _): (slug, field, .company)
    case .unknownBody(let slug, let field, _): (slug, field, .body)
    case .unknownMeasure(let slug, let field, _), .unknownEvent(let slug, let field, _):
      (slug, field, nil)
    default: nil
    }
  }
}
