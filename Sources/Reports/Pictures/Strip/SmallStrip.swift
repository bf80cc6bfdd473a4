import Projections
import Stances

/// One company in one market as two thin lanes without words, for many companies below each other.
///
/// Everything that looks alike is one path, drawn from the strip's own corner, and gaps are hatched
/// by dashes: so a thousand periods take little of a page.
struct SmallStrip {
  private static let laneHeight = 8.0
  private static let gapHeight = 4.0
  /// How high a strip is.
  static let height = 2 * laneHeight + gapHeight

  let axis: TimeAxis
  let clocks: Clocks
  /// The posture's history by what the query knows; nil if it knows nothing.
  let known: PostureHistory?
  /// The history by all that is known today.
  let later: PostureHistory?

  /// The strip with its upper edge at a height.
  func drawn(at y: Double) -> Markup {
    var drawn =
      known.map { history in
        Markup.strip(
          of: history, lanes(of: history, from: axis.days.earliest), at: 0, lane: Self.laneHeight,
          gap: Self.gapHeight)
      } ?? .empty
    if let later, axis.end(of: clocks.to) < axis.right - 1 {
      let paler = lanes(of: later, from: clocks.to.adding(days: 1))
      if paler != .empty { drawn += "<g class=\"later\">\(paler)</g>\n" }
    }
    return drawn == .empty ? .empty : "<g transform=\"translate(0 \(y))\">\n\(drawn)</g>\n"
  }

  private func lanes(of history: PostureHistory, from first: Day) -> Markup {
    let gap = Self.laneHeight
    let conduct = gap + Self.gapHeight
    var shapes = Shapes()
    var dashes = LeaningDashes()
    for segment in history.gaps(from: first) {
      guard let area = area(segment, gap, Self.gapHeight) else { continue }
      shapes.add("M\(area.x) \(area.middle)h\(area.width)", "gapline")
      dashes.add(area, (segment.posture.gap ?? 0) < 0 ? .falling : .rising, "gaphatch gapdash")
    }
    for segment in history.voiceLane(from: first) {
      guard let area = area(segment, 0, Self.laneHeight) else { continue }
      shapes.add(area, Self.classes(of: segment.content.shownLevel))
    }
    for segment in history.conductLane(from: first) {
      guard let area = area(segment, conduct, Self.laneHeight) else { continue }
      shapes.add(area, Self.classes(of: segment.content.level))
    }
    let starts = [
      (0, history.fuzzyStarts(from: first, since: \.voice.since, level: \.voice.shownLevel)),
      (conduct, history.fuzzyStarts(from: first, since: \.conduct?.since, level: \.conduct?.level)),
    ]
    for (top, dates) in starts {
      for date in dates {
        let left = axis.start(of: date.days.earliest)
        let area = Rectangle(
          x: left, y: top, width: axis.end(of: date.days.latest) - left,
          height: Self.laneHeight)
        dashes.add(area, .rising, "datedash hatch-\((date.level ?? .operating).term)")
      }
    }
    return shapes.drawn + dashes.drawn
  }

  private static func classes(of level: Level?) -> String { "edge \(level?.term ?? "hollow")" }

  /// The room of a segment; nil for one too small to see.
  private func area<Content>(
    _ segment: LaneSegment<Content>, _ y: Double, _ height: Double
  ) -> Rectangle? {
    let left = axis.start(of: segment.from)
    let width = axis.end(of: segment.to) - left
    return width < 0.25 ? nil : Rectangle(x: left, y: y, width: width, height: height)
  }
}

/// Shapes gathered by what they look like, each kind to be drawn as one path.
struct Shapes {
  private struct Look: Hashable {
    let classes: String
    let transform: String
  }

  private var order: [Look] = []
  private var paths: [Look: Markup] = [:]

  mutating func add(_ area: Rectangle, _ classes: String) {
    add("M\(area.x) \(area.y)h\(area.width)v\(area.height)h\(-area.width)z", classes)
  }

  mutating func add(_ path: Markup, _ classes: String, transform: String = "") {
    let look = Look(classes: classes, transform: transform)
    if paths[look] == nil { order.append(look) }
    paths[look, default: .empty] += path
  }

  var drawn: Markup {
    order.reduce(into: .empty) { drawn, look in
      let transform: Markup =
        look.transform.isEmpty ? .empty : " transform=\"\(look.transform)\""
      drawn +=
        "<path\(transform) d=\"\(paths[look] ?? .empty)\" class=\"\(look.classes)\"/>\n"
    }
  }
}

/// Hatching by a dashed line through the middle of what it fills, as thick as that and skewed: it
/// takes the room of one line, however long it is.
struct LeaningDashes {
  private var shapes = Shapes()

  /// Hatches an area; the class must have the area's height for its thickness.
  mutating func add(_ area: Rectangle, _ direction: Hatching.Direction, _ classes: String) {
    // A dash leans by a quarter of its height to either side, and must stay within the area.
    let lean = area.height / 4
    guard area.width > 2 * lean + 1 else {
      shapes.add("M\(area.x) \(area.middle)h\(max(1, area.width))", classes)
      return
    }
    // Skewing moves the middle line by half its height.
    let (shift, angle): (Double, String) =
      switch direction {
      case .falling: (-area.middle / 2, "skewX(26.57)")
      case .rising: (area.middle / 2, "skewX(-26.57)")
      }
    shapes.add(
      "M\(area.x + lean + shift) \(area.middle)h\(area.width - 2 * lean)", classes,
      transform: angle)
  }

  var drawn: Markup { shapes.drawn }
}
