import Projections
import Stances

/// Statements as marks on the axis of time: each its own if there is room, and if there is
/// not, one for each push with the number of them.
struct StatementMarks {
  /// The number of rows of single marks.
  private static let rows = 4
  private static let pitch = 12.0

  private let axis: TimeAxis
  private let reach: DateReach
  private let links: PictureLinks
  private let marks: [Mark]
  /// The width of a part of the axis that is handled together: a mark and the longest number.
  private let width: Double

  private struct Mark {
    let item: TimePictureData.Entry
    let x: Double

    var published: FuzzyDate { item.entry.published }
  }

  /// What the marks of one part that are drawn as one have in common.
  private struct Kind: Hashable {
    let push: Push
    let isKnown: Bool
  }

  init(
    _ statements: [TimePictureData.Entry], on axis: TimeAxis, _ reach: DateReach,
    links: PictureLinks
  ) {
    self.axis = axis
    self.reach = reach
    self.links = links
    let shown: [Mark] = statements.compactMap { item in
      let occurred = item.entry.occurred
      let days = DayRange(earliest: occurred.earliest, latest: occurred.latest)
      guard axis.shows(days) else { return nil }
      return Mark(item: item, x: axis.middle(of: max(occurred.earliest, axis.days.earliest)))
    }
    marks = shown.sorted { $0.x < $1.x }
    width = 20 + Lettering.width(of: String(marks.count), size: 10)
  }

  /// The marks from an upper edge on, and how many rows they take.
  func drawn(at y: Double) -> (drawn: Markup, height: Double) {
    let crowded = crowdedParts
    var free = MarkRows(Self.rows, width: Self.pitch)
    var drawn = Markup.empty
    var used = 0
    for mark in marks where !crowded.contains(part(of: mark.x)) {
      let row = free.row(at: mark.x)
      used = max(used, row + 1)
      drawn += single(mark, at: y + Self.pitch * (Double(row) + 0.5))
    }
    let groups = Dictionary(grouping: marks) { part(of: $0.x) }
    for part in crowded.sorted() {
      let kinds = Dictionary(grouping: groups[part] ?? []) {
        Kind(push: $0.item.entry.push ?? .none, isKnown: $0.item.isKnown)
      }
      let order = Push.allCases.flatMap { push in
        [true, false].map { Kind(push: push, isKnown: $0) }
      }.filter { kinds[$0] != nil }
      for (row, kind) in order.enumerated() {
        let place = y + Self.pitch * (Double(row) + 0.5)
        drawn += group(kinds[kind] ?? [], kind, in: part, at: place)
      }
      used = max(used, order.count)
    }
    return (drawn, Self.pitch * Double(used))
  }

  private func part(of x: Double) -> Int { Int((x - axis.left) / width) }

  /// The parts in which single marks would overlap each other, or those of a crowded one.
  private var crowdedParts: Set<Int> {
    var crowded: Set<Int> = []
    var ends = [(x: Double, part: Int)](repeating: (-.infinity, -1), count: Self.rows)
    for mark in marks {
      let part = part(of: mark.x)
      if let row = ends.firstIndex(where: { $0.x <= mark.x - Self.pitch / 2 }) {
        ends[row] = (mark.x + Self.pitch / 2, part)
      } else {
        // None of those that meet here can keep its place.
        crowded.formUnion(ends.map(\.part) + [part])
      }
    }
    // The mark of a crowded part begins at its edge: what leans over that from before joins in.
    for mark in marks.reversed() {
      let part = part(of: mark.x + Self.pitch / 2)
      if crowded.contains(part) { crowded.insert(self.part(of: mark.x)) }
    }
    return crowded
  }

  private func single(_ mark: Mark, at y: Double) -> Markup {
    let entry = mark.item.entry
    return .linked(
      "\(when(entry.occurred, published: entry.published)): \(entry.actor) \(entry.summary)",
      to: links.event(entry.event), PushMark(entry.push ?? .none).drawn(at: mark.x, y),
      mark.item.knowledge(reach))
  }

  /// One mark for several: pale until the last of them was published.
  private func group(_ marks: [Mark], _ kind: Kind, in part: Int, at y: Double) -> Markup {
    if marks.count == 1, let mark = marks.first { return single(mark, at: y) }
    let dates = marks.map(\.item.entry.occurred)
    let first = dates.map(\.knownSpan.lowerBound).min() ?? axis.days.earliest
    let last = dates.map(\.knownSpan.upperBound).max() ?? axis.days.latest
    let count = counted(marks.count, "statement")
    let span = first == last ? "\(first)" : "\(first) to \(last)"
    let x = axis.left + Double(part) * width
    let latest = marks.max { reach.day(reaching: $0.published) < reach.day(reaching: $1.published) }
    return .linked(
      "\(count), \(kind.push.direction), \(span)", to: nil,
      PushMark(kind.push).drawn(at: x + 6, y)
        + .words(String(marks.count), at: x + 13, y + 3.5, "xs quiet halo"),
      latest?.item.knowledge(reach) ?? .empty)
  }
}
