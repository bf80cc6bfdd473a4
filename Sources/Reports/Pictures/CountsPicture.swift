package import Projections
import Stances

/// How many postures were at each level over time, as stacked areas.
package enum CountsPicture {
  private static let standardWidth = 960.0
  private static let gutter = 36.0
  private static let labels = 124.0
  private static let plot = 260.0

  /// Draws the counts of the histories up to the day of the query, the furthest withdrawn below.
  package static func picture(
    _ answer: Answer<[PostureHistory]>, width: Double? = nil
  ) -> Picture {
    let width = width ?? standardWidth
    let heading = Picture.Heading("Companies by what they do", answer)
    let counts = LevelCounts(answer.content, to: answer.clocks.to)
    var body = Markup.empty
    let top = 62.0
    guard let first = counts.steps.first else {
      body += .words("Nothing on record matches this query.", at: gutter, top + 20, "soft")
      return Picture(
        title: title(answer), description: "\(answer.queryLine). Nothing is recorded.",
        heading: heading, width: width, height: top + 44, isLinked: false, body: body)
    }
    let axis = TimeAxis(
      DayRange(earliest: first.day, latest: answer.clocks.to), left: gutter,
      right: width - labels)
    let scale = plot / Double(max(1, counts.most))
    body += lines(upTo: counts.most, scale, axis, bottom: top + plot)
    let frame = TimeFrame(axis: axis, top: top, bottom: top + plot)
    body += frame.grid + frame.ground(answer.clocks)
    body += areas(counts, axis, scale, bottom: top + plot)
    body += frame.clocks(answer.clocks, labelsAt: top - 6)
    body += names(counts, scale, x: width - labels + 8, bottom: top + plot)
    return Picture(
      title: title(answer), description: "\(answer.queryLine). \(counts.summary)",
      heading: heading, width: width,
      height: top + plot + TimeFrame.labelHeight + 4, isLinked: false, body: body)
  }

  private static func title(_ answer: Answer<[PostureHistory]>) -> String {
    "How many companies were at each level up to \(answer.clocks.to)"
  }

  private static func lines(
    upTo most: Int, _ scale: Double, _ axis: TimeAxis, bottom: Double
  ) -> Markup {
    let step = [1, 2, 5, 10, 20, 50, 100, 200, 500].first { most / $0 <= 6 } ?? max(1, most / 5)
    return stride(from: 0, through: most, by: step).reduce(into: Markup.empty) { drawn, count in
      let y = bottom - Double(count) * scale
      drawn += .line(from: axis.left, y, to: axis.right, y, "thin rule")
      drawn += .words(String(count), at: axis.left - 6, y + 4, "s soft", .end)
    }
  }

  private static func areas(
    _ counts: LevelCounts, _ axis: TimeAxis, _ scale: Double, bottom: Double
  ) -> Markup {
    var drawn = Markup.empty
    let steps = counts.steps
    for layer in LevelCounts.layers.indices {
      var (upper, lower, hatching) = (Markup.empty, [Markup](), Markup.empty)
      for (index, step) in steps.enumerated() {
        let left = axis.start(of: step.day)
        let right = index + 1 < steps.count ? axis.start(of: steps[index + 1].day) : axis.right
        let (from, to) = step.bounds(of: layer)
        let (base, ceiling) = (bottom - Double(from) * scale, bottom - Double(to) * scale)
        upper += "\(upper == .empty ? "M" : "L")\(left) \(ceiling)L\(right) \(ceiling)"
        lower.append("L\(right) \(base)L\(left) \(base)")
        if let spacing = LevelCounts.hatchings[layer] {
          let area = Rectangle(x: left, y: ceiling, width: right - left, height: base - ceiling)
          hatching += Hatching.lines(
            in: area, layer.isMultiple(of: 2) ? .rising : .falling, spacing: spacing)
        }
      }
      let level = LevelCounts.layers[layer]
      guard steps.contains(where: { $0.counts[layer] > 0 }) else { continue }
      let outline = upper + lower.reversed().reduce(Markup.empty, +) + "Z"
      let title = "\(level.map { "\($0.depth.withMinus) \($0.term)" } ?? "not known")"
      drawn += .titled(
        title,
        .path(outline, level.map { "edge \($0.term)" } ?? "edge hollow")
          + .path(hatching, "thin hatch-\((level ?? .operating).term)"))
    }
    return drawn
  }

  /// The levels beside the last day, each by its area as near as its neighbours let it be.
  private static func names(
    _ counts: LevelCounts, _ scale: Double, x: Double, bottom: Double
  ) -> Markup {
    guard let last = counts.steps.last else { return .empty }
    var labels: [(y: Double, layer: Int)] = []
    for layer in LevelCounts.layers.indices where last.counts[layer] > 0 {
      let (from, to) = last.bounds(of: layer)
      let wanted = bottom - Double(from + to) / 2 * scale + 4
      labels.append((min(wanted, (labels.last?.y ?? .infinity) - 17), layer))
    }
    let digits = String(last.counts.max() ?? 0).count
    return labels.reduce(into: Markup.empty) { drawn, label in
      let level = LevelCounts.layers[label.layer]
      let box = Rectangle(x: x, y: label.y - 11, width: 20, height: 14)
      drawn += .rectangle(box, level.map { "edge \($0.term)" } ?? "edge hollow")
      drawn += .words(
        level?.depth.withMinus ?? "?", at: x + 10, label.y, level.map { "s on-\($0.term)" } ?? "s",
        .middle)
      drawn += .words("\(last.counts[label.layer])", at: x + 26, label.y, "b")
      drawn += .words(
        level?.term ?? "not known", at: x + 30 + Double(digits) * 8, label.y, "s soft")
    }
  }
}

/// How many postures are at each level from one day to the next.
struct LevelCounts {
  /// The levels from the lowest area up: the furthest withdrawn first, what is not known last.
  static let layers: [Level?] = Level.allCases.reversed() + [nil]
  /// How close a layer's hatching is; none for those that are far enough from their neighbours.
  static let hatchings: [Double?] = [9, nil, 6, nil, 8, nil, 5, nil]

  /// The counts from one day on.
  struct Step {
    let day: Day
    /// By layer.
    fileprivate(set) var counts: [Int]

    /// The extent of a layer's area.
    func bounds(of layer: Int) -> (from: Int, to: Int) {
      let below = counts[..<layer].reduce(0, +)
      return (below, below + counts[layer])
    }
  }

  private(set) var steps: [Step] = []

  init(_ histories: [PostureHistory], to last: Day) {
    var turns: [Day?: [(layer: Int, change: Int)]] = [:]
    for history in histories {
      var before: Int?
      for period in history.periods where period.from.hasCome(by: last) {
        let layer = Self.layers.firstIndex(of: period.posture.conduct?.level)
        guard layer != before else { continue }
        if let before { turns[period.from, default: []].append((before, -1)) }
        if let layer { turns[period.from, default: []].append((layer, 1)) }
        before = layer
      }
    }
    var counts = Array(repeating: 0, count: Self.layers.count)
    func take(_ turns: [(layer: Int, change: Int)], shownOn day: Day) {
      for turn in turns { counts[turn.layer] += turn.change }
      steps.append(Step(day: day, counts: counts))
    }
    let days = turns.keys.compactMap(\.self).sorted()
    // What has no known beginning is drawn from a month before the rest on.
    if let open = turns[nil] { take(open, shownOn: (days.first ?? last).adding(days: -30)) }
    for day in days { take(turns[day] ?? [], shownOn: day) }
  }

  /// The most postures on any day.
  var most: Int { steps.map { $0.counts.reduce(0, +) }.max() ?? 0 }

  /// The last day's counts in a sentence.
  var summary: String {
    guard let last = steps.last else { return "Nothing is recorded." }
    let parts = zip(Self.layers, last.counts).compactMap { level, count in
      count == 0 ? nil : "\(count) \(level?.term ?? "not known")"
    }
    return "At the end: \(parts.joined(separator: ", "))."
  }
}
