import Projections
import Stances

/// One company in one market as two thin lanes without words, for many companies below each other.
///
/// What looks alike is one path, so that a thousand stretches take little of a page.
struct SmallStrip {
  private static let laneHeight = 8.0
  private static let gapHeight = 4.0
  /// How high a strip is.
  static let height = 2 * laneHeight + gapHeight

  let axis: TimeAxis
  let clocks: Clocks
  /// The posture's course by what the query knows; nil where it knows nothing.
  let known: PostureCourse?
  /// The course by all that is known today.
  let later: PostureCourse?

  /// The strip with its upper edge at a height.
  func drawn(at y: Double) -> Markup {
    var drawn =
      known.map { course in
        Markup.strip(
          of: course, lanes(of: course, from: axis.days.earliest, y), at: y,
          lane: Self.laneHeight, gap: Self.gapHeight)
      } ?? .empty
    if let later, axis.end(of: clocks.to) < axis.right - 1 {
      let behind = lanes(of: later, from: clocks.to.adding(days: 1), y)
      if behind != .empty { drawn += "<g class=\"later\">\(behind)</g>\n" }
    }
    return drawn
  }

  private func lanes(of course: PostureCourse, from first: Day, _ y: Double) -> Markup {
    let gap = y + Self.laneHeight
    let conduct = gap + Self.gapHeight
    var shapes = Shapes()
    for segment in course.gaps(from: first) {
      guard let area = area(segment, gap, Self.gapHeight) else { continue }
      shapes.add(area, "gap")
      let direction: Hatching.Direction = (segment.posture.gap ?? 0) < 0 ? .falling : .rising
      shapes.add(Hatching.lines(in: area, direction), "gaphatch")
    }
    for segment in course.voiceLane(from: first) {
      guard let area = area(segment, y, Self.laneHeight) else { continue }
      shapes.add(area, Self.classes(of: segment.content.shownLevel))
    }
    for segment in course.conductLane(from: first) {
      guard let area = area(segment, conduct, Self.laneHeight) else { continue }
      shapes.add(area, Self.classes(of: segment.content.level))
    }
    let starts = [
      (y, course.fuzzyStarts(from: first, since: \.voice.since, level: \.voice.shownLevel)),
      (conduct, course.fuzzyStarts(from: first, since: \.conduct?.since, level: \.conduct?.level)),
    ]
    for (top, dates) in starts {
      for date in dates {
        let left = axis.start(of: date.days.earliest)
        let area = Rectangle(
          x: left, y: top, width: axis.end(of: date.days.latest) - left, height: Self.laneHeight)
        shapes.add(
          Hatching.lines(in: area, spacing: 4),
          "thin hatch-\((date.level ?? .operating).term)")
      }
    }
    return shapes.drawn
  }

  private static func classes(of level: Level?) -> String { "edge \(level?.term ?? "hollow")" }

  /// The room of a segment; nil for one that nobody could see.
  private func area<Content>(
    _ segment: LaneSegment<Content>, _ y: Double, _ height: Double
  ) -> Rectangle? {
    let left = axis.start(of: segment.from)
    let width = axis.end(of: segment.to) - left
    return width < 0.25 ? nil : Rectangle(x: left, y: y, width: width, height: height)
  }
}

/// Shapes gathered by their classes, each kind to be drawn as one path.
private struct Shapes {
  private var paths: [(classes: String, path: Markup)] = []

  mutating func add(_ area: Rectangle, _ classes: String) {
    add("M\(area.x) \(area.y)h\(area.width)v\(area.height)h\(-area.width)z", classes)
  }

  mutating func add(_ path: Markup, _ classes: String) {
    if let index = paths.firstIndex(where: { $0.classes == classes }) {
      paths[index].path += path
    } else {
      paths.append((classes, path))
    }
  }

  var drawn: Markup { paths.reduce(into: .empty) { $0 += .path($1.path, $1.classes) } }
}
