import Projections
import Stances

/// How many postures stand at each level from one day to the next.
struct LevelCounts {
  /// The levels from the lowest area up: the furthest withdrawn first, what is not known last.
  static let layers: [Level?] = Level.allCases.reversed() + [nil]
  /// How close a layer's hatching is; none for those that stand far enough from their neighbours.
  static let hatchings: [Double?] = [9, nil, 6, nil, 8, nil, 5, nil]

  /// The counts from one day on.
  struct Step {
    let day: Day
    /// By layer.
    fileprivate(set) var counts: [Int]

    /// From where to where the area of a layer reaches.
    func bounds(of layer: Int) -> (from: Int, to: Int) {
      let below = counts[..<layer].reduce(0, +)
      return (below, below + counts[layer])
    }
  }

  private(set) var steps: [Step] = []

  init(_ courses: [PostureCourse], to last: Day) {
    var turns: [Day: [(layer: Int, change: Int)]] = [:]
    for course in courses {
      var before: Int?
      for stretch in course.stretches where stretch.from <= last {
        let layer = Self.layers.firstIndex(of: stretch.posture.conduct?.level)
        guard layer != before else { continue }
        if let before { turns[stretch.from, default: []].append((before, -1)) }
        if let layer { turns[stretch.from, default: []].append((layer, 1)) }
        before = layer
      }
    }
    var counts = Array(repeating: 0, count: Self.layers.count)
    for day in turns.keys.sorted() {
      for turn in turns[day] ?? [] { counts[turn.layer] += turn.change }
      steps.append(Step(day: day, counts: counts))
    }
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
