package import EventLog
package import Stances

/// What events that are not recorded yet would change.
package struct AppendPreview: Sendable {
  /// The position after which they would be recorded.
  package let previousHead: Position
  /// How many there are.
  package let events: Int
  /// Days on which they would change the same, each day in one group only; in the order of the first.
  package let groups: [Group]
  /// On how many other days they may change something: they touch too many to look at all.
  package let daysNotShown: Int

  /// Days on which events would change the same.
  package struct Group: Sendable {
    /// The days, in order.
    package fileprivate(set) var days: [Day]
    /// What changes, the greatest changes first.
    package let postures: [PostureChange]
    /// The measures whose status changes.
    package let measures: [MeasureChange]
    /// How many postures change besides those listed.
    package let posturesNotShown: Int
  }

  /// Up to how many events are looked at on each day that they touch; of more, on the last one.
  package static let eventLimit = 1_000
  /// On how many days changes are looked for.
  static let dayLimit = 60
  /// How many changes of a longer list are shown.
  static let changeLimit = 20
}

extension AppendPreview {
  /// What an append changes, on each day that its events touch and today: in a log that has them, and
  /// may not have them in the end.
  ///
  /// - Throws: ``EventLogError``.
  package init(of receipt: AppendReceipt, in log: LogReader, today: Day) throws {
    // Nothing is looked up, or kept, beside a log as it may never be.
    let view = LogView(
      of: log, on: Clocks(to: today, at: receipt.head), leastEventsForSpells: nil)
    self = try view.preview(ofEventsAfter: receipt.previousHead)
  }
}

extension LogView {
  fileprivate func preview(ofEventsAfter previous: Position) throws -> AppendPreview {
    let count = clocks.at.count(after: previous)
    guard count > 0 else {
      return AppendPreview(previousHead: previous, events: 0, groups: [], daysNotShown: 0)
    }
    let isImport = count > AppendPreview.eventLimit
    let companies = try isImport ? nil : log.companies(concernedAfter: previous)
    var days = isImport ? [] : try touchedDays(after: previous, of: companies ?? [])
    days.remove(clocks.to)
    let shown = days.sorted().suffix(AppendPreview.dayLimit - 1) + [clocks.to]
    var groups: [AppendPreview.Group] = []
    for day in shown.sorted() {
      let (before, after) = (
        Clocks(to: day, at: previous), Clocks(to: day, at: clocks.at)
      )
      let change = try moved(to: after).difference(from: before, among: companies)
      let group = AppendPreview.Group(of: change, shortened: isImport)
      if let last = groups.last, last.isSame(as: group) {
        groups[groups.count - 1].days += group.days
      } else {
        groups.append(group)
      }
    }
    return AppendPreview(
      previousHead: previous, events: count, groups: groups,
      daysNotShown: days.count + 1 - shown.count)
  }

  /// The days on which what events after a position say, correct or withdraw counts first, or is due.
  private func touchedDays(
    after previous: Position, of companies: Set<CompanyKey>
  ) throws -> Set<Day> {
    var days: Set<Day> = []
    var touched: Set<Position> = []
    var filter = EventFilter()
    filter.positions = previous.next...clocks.at
    try log.forEachEvent(filter) { recorded in
      touched.insert(recorded.position)
      if let target = try log.amendment(at: recorded.position)?.target {
        touched.insert(target)
        if let event = try log.event(at: target)?.event { days.formUnion(ownDays(of: event)) }
      }
      if let event = recorded.event { days.formUnion(ownDays(of: event)) }
      return true
    }
    try facts.forEachMove(of: nil, among: companies) { _, move in
      guard touched.contains(move.position) || touched.contains(move.source) else { return }
      days.insert(clocks.reach.day(reaching: move.occurred))
      if let due = move.due { days.insert(clocks.reach.day(reaching: due)) }
    }
    return days.filter { $0 > .distantPast && $0 < .distantFuture }
  }

  private func ownDays(of event: Event) -> [Day] {
    if case .correction(let correction) = event.content {
      return ownDays(of: correction.replacement)
    }
    guard !event.content.type.isAmendment, let day = clocks.reach.day(reaching: event) else {
      return []
    }
    if case .governmentMeasure(let measure) = event.content, let effective = measure.effective {
      return [day, clocks.reach.day(reaching: effective)]
    }
    return [day]
  }
}

extension AppendPreview.Group {
  fileprivate init(of change: Difference, shortened: Bool) {
    days = [change.after.to]
    let ordered = shortened ? change.postures.sorted { $0.size > $1.size } : change.postures
    postures = Array(ordered.prefix(shortened ? AppendPreview.changeLimit : .max))
    posturesNotShown = ordered.count - postures.count
    measures = Array(change.measures.prefix(shortened ? AppendPreview.changeLimit : .max))
  }

  /// Whether a reader would find the same said of another day.
  fileprivate func isSame(as other: Self) -> Bool {
    measures == other.measures
      && postures.elementsEqual(other.postures) {
        ($0.company, $0.market) == ($1.company, $1.market) && $0.fields == $1.fields
          && $0.causes == $1.causes
      }
  }
}

extension PostureChange {
  /// By how many levels word and deed change together.
  fileprivate var size: Int {
    func step(_ old: Level?, _ new: Level?) -> Int {
      old == new ? 0 : max(1, abs((new?.depth ?? 0) - (old?.depth ?? 0)))
    }
    return step(before?.voice.level, after?.voice.level)
      + step(before?.conduct?.level, after?.conduct?.level)
  }
}
