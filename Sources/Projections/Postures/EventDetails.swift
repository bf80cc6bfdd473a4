import EventLog
import Stances

/// What answers show of the events they name: ids, and dates as they were given.
struct EventDetails {
  /// One event as the query sees it; of most dates only one is shown, so each is read when it is.
  struct Detail {
    fileprivate let occurredText: String
    fileprivate let publishedText: String
    fileprivate var effectiveText: String?
    /// On what an announcement depends; only where the whole event was asked for.
    var condition: String?
    /// What a review came to; only where the whole event was asked for.
    var outcome: String?

    var occurred: FuzzyDate { get throws { try FuzzyDate(occurredText) } }
    var published: FuzzyDate { get throws { try FuzzyDate(publishedText) } }
    /// An announcement's effective day; only where the whole event was asked for.
    var effective: FuzzyDate? { get throws { try effectiveText.map { try FuzzyDate($0) } } }
  }

  /// The positions named, in order, with the id of each, and its dates if they are shown.
  private let positions: [Position]
  private let ids: [EventID]
  private let details: [Detail?]

  init(of references: EventReferences, in view: LogView) throws {
    try self.init(of: references, in: view.log, acting: view.acting())
  }

  /// The details as amendments leave them.
  init(of references: EventReferences, in log: LogReader, acting: some Amending) throws {
    positions = references.ordered
    ids = try log.ids(at: positions)
    var found: [Position: Detail] = [:]
    let amended = try references.dated.filter { try acting.source(of: $0) != $0 }
    let whole = references.whole.union(amended)
    for (position, name) in try log.eventNames(at: references.dated.subtracting(whole)) {
      guard let occurred = name.occurred, let published = name.published else {
        throw ProjectionError.missingEvent(position: position)
      }
      found[position] = Detail(occurredText: occurred, publishedText: published)
    }
    for position in whole.sorted() {
      guard let event = try log.content(of: position, acting: acting),
        let occurred = event.occurred, let published = event.published
      else { throw ProjectionError.missingEvent(position: position) }
      var detail = Detail(occurredText: occurred.text, publishedText: published.text)
      if case .publicAnnouncement(let announcement) = event.content {
        detail.effectiveText = announcement.effective?.text
        detail.condition = announcement.condition
      }
      if case .complianceReview(let review) = event.content { detail.outcome = review.outcome }
      found[position] = detail
    }
    details = positions.map { found[$0] }
  }

  /// The id of an event that is named.
  func id(_ position: Position) throws -> EventID { ids[try place(of: position)] }

  /// The dates of an event whose dates are shown.
  subscript(position: Position) -> Detail {
    get throws {
      guard let detail = details[try place(of: position)] else {
        throw ProjectionError.missingEvent(position: position)
      }
      return detail
    }
  }

  private func place(of position: Position) throws -> Int {
    var (low, high) = (0, positions.count)
    while low < high {
      let middle = (low + high) / 2
      if positions[middle] < position { low = middle + 1 } else { high = middle }
    }
    guard low < positions.count, positions[low] == position else {
      throw ProjectionError.missingEvent(position: position)
    }
    return low
  }
}

/// The details as bytes, for the spells beside a log.
extension EventDetails {
  /// The details of the events of one finding.
  func packed() -> [UInt8] {
    var out = Packer()
    out.write(positions.count)
    for (place, position) in positions.enumerated() {
      out.write(position)
      out.write(ids[place].text)
      out.write(details[place]) { out, detail in
        out.write(detail.occurredText)
        out.write(detail.publishedText)
        out.write(detail.effectiveText) { $0.write($1) }
        out.write(detail.condition) { $0.write($1) }
        out.write(detail.outcome) { $0.write($1) }
      }
    }
    return out.bytes
  }

  /// The details that bytes hold; nil if they hold none.
  init?(packed bytes: UnsafeRawBufferPointer) {
    var source = Unpacker(bytes)
    guard let count = try? source.count() else { return nil }
    var (positions, ids, details) = ([Position](), [EventID](), [Detail?]())
    positions.reserveCapacity(count)
    ids.reserveCapacity(count)
    details.reserveCapacity(count)
    do {
      for _ in 0..<count {
        positions.append(try source.position())
        ids.append(EventID(recorded: try source.text()))
        details.append(try source.flag() ? try Detail(from: &source) : nil)
      }
    } catch { return nil }
    guard source.isAtEnd else { return nil }
    (self.positions, self.ids, self.details) = (positions, ids, details)
  }
}

extension EventDetails.Detail {
  fileprivate init(from source: inout Unpacker) throws {
    self.init(
      occurredText: try source.text(), publishedText: try source.text(),
      effectiveText: try source.flag() ? try source.text() : nil,
      condition: try source.flag() ? try source.text() : nil,
      outcome: try source.flag() ? try source.text() : nil)
  }
}

extension LogReader {
  /// The ids of recorded events, in the order of the positions, which ascend.
  func ids(at positions: [Position]) throws -> [EventID] {
    let ids = try eventIDs(at: positions)
    guard ids.count == positions.count else {
      throw ProjectionError.missingEvent(position: positions.last ?? .beforeFirst)
    }
    return ids
  }
}

/// The positions that findings name, and how much must be known of each.
struct EventReferences {
  /// All positions named, in no order and with repetitions: of these the id is shown.
  private(set) var named: [Position] = []
  /// Those whose dates are shown.
  private(set) var dated: Set<Position> = []
  /// Those whose effective day or outcome is shown, which only the whole event has.
  private(set) var whole: Set<Position> = []

  /// The positions of all, in order and each once.
  var ordered: [Position] {
    var ordered: [Position] = []
    for position in (named + dated + whole).sorted() where position != ordered.last {
      ordered.append(position)
    }
    return ordered
  }

  mutating func insert(_ finding: PostureFinding) {
    name(finding.voice.events)
    name(finding.review.events)
    for contest in finding.contested { named.append(contest.position) }
    if let last = finding.lastPublished { dated.insert(last) }
    if let conduct = finding.conduct {
      name(conduct.events)
      if conduct.sinceIsEffective, let first = conduct.events.first { whole.insert(first) }
    }
    if let due = finding.voice.dueEvent { whole.insert(due) }
    if let conditional = finding.voice.conditionEvent { whole.insert(conditional) }
    for pledge in finding.pledges {
      named.append(pledge.position)
      whole.insert(pledge.position)
    }
    if finding.review.state == .concluded, let last = finding.review.events.last {
      whole.insert(last)
    }
  }

  /// Names a run of events, of which the first one's date is shown.
  private mutating func name(_ events: [Position]) {
    named += events
    if let first = events.first { dated.insert(first) }
  }
}
