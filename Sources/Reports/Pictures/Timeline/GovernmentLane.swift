import Projections
import Stances

/// The measures and statements of one jurisdiction on the axis of time.
struct GovernmentLane {
  private static let pitch = 19.0
  /// More rows of measures than a screen can show are counted in words instead.
  private static let mostRows = 36

  let axis: TimeAxis
  let clocks: Clocks
  let histories: [MeasureHistory]
  let laterHistories: [MeasureKey: MeasureHistory]
  let statements: [TimePictureData.Entry]
  let links: PictureLinks

  /// What is drawn from an upper edge on, and how much room it takes.
  func drawn(at y: Double) -> (drawn: Markup, height: Double) {
    var packing = RowPacking()
    var drawn = Markup.empty
    var left = 0
    for history in histories {
      guard let measure = history.periods.last?.measure else { continue }
      let later = laterHistories[history.measure]
      let start = axis.start(of: history.periods[0].from ?? axis.days.earliest)
      let end = axis.end(of: (later ?? history).lastDay)
      let label = measure.title + (measure.dormant ? " – in force, no use recorded" : "")
      let place = packing.place(
        label, from: start, to: end, within: axis.left...axis.right, size: 11)
      guard place.labelRow < Self.mostRows else {
        left += 1
        continue
      }
      let top = y + Double(place.row) * Self.pitch
      var body = bars(of: history, at: top)
      if let later {
        let paler = bars(of: later, at: top, from: clocks.to.adding(days: 1))
        if paler != .empty { body += "<g class=\"later\">\(paler)</g>\n" }
      }
      body += place.words(at: y + Double(place.labelRow) * Self.pitch + 11.5, "s halo")
      drawn += .linked(title(of: measure), to: measure.events.first.flatMap(links.event), body)
    }
    var height = Double(min(packing.rows, Self.mostRows)) * Self.pitch
    if left > 0 {
      let words = "and \(counted(left, "more measure")) of this time; the report lists them"
      drawn += .words(words, at: axis.left + 5, y + height + 11.5, "s soft")
      height += Self.pitch
    }
    let points = StatementMarks(statements, on: axis, clocks.reach, links: links)
      .drawn(at: y + height + 2)
    return (drawn + points.drawn, height + points.height + 6)
  }

  private func title(of measure: Measure) -> String {
    let since = measure.since.map { ", \($0.spokenAsStart)" } ?? ""
    let uses = measure.isPower ? "; used \(counted(measure.uses, "time"))" : ""
    return "\(measure.title) (\(measure.bodyName), \(measure.instrument.words)): "
      + "\(measure.status.words)\(since); \(measure.push.clause)\(uses)"
  }

  private func bars(of history: MeasureHistory, at y: Double, from first: Day? = nil) -> Markup {
    let ends =
      history.periods.dropFirst().compactMap { $0.from?.adding(days: -1) } + [history.span.latest]
    var drawn = Markup.empty
    for (period, end) in zip(history.periods, ends) where first.map({ end >= $0 }) ?? true {
      let start = axis.start(
        of: max(period.from ?? axis.days.earliest, first ?? axis.days.earliest))
      let area = Rectangle(x: start, y: y, width: max(2, axis.end(of: end) - start), height: 15)
      drawn += MeasureBar.drawn(period.measure, in: area)
    }
    return drawn
  }
}

extension MeasureHistory {
  /// The last day on which the measure was in force, or that of the history.
  fileprivate var lastDay: Day {
    guard let last = periods.last else { return span.latest }
    switch last.measure.status {
    case .lifted, .expired: return last.from ?? span.latest
    case .threatened, .proposed, .adopted, .inForce, .suspended: return span.latest
    }
  }
}

/// A period of a measure's life as a bar whose outline and filling show its status.
enum MeasureBar {
  static func drawn(_ measure: Measure, in area: Rectangle) -> Markup {
    switch measure.status {
    case .threatened: .rectangle(area, "line hollow dots")
    case .proposed: .rectangle(area, "line hollow dash")
    case .adopted: .rectangle(area, "line hollow")
    case .inForce where measure.dormant:
      .rectangle(area, "line measure") + .rectangle(inner(area), "thin hollow dash")
    case .inForce: .rectangle(area, "line measure")
    case .suspended: .rectangle(area, "line hollow") + .path(Hatching.lines(in: area), "thin")
    // A measure that has ended leaves a mark on its last day.
    case .lifted, .expired:
      .line(from: area.x, area.y - 1, to: area.x, area.bottom + 1, "line asof")
    }
  }

  private static func inner(_ area: Rectangle) -> Rectangle {
    Rectangle(
      x: area.x + 2, y: area.y + 2, width: max(0, area.width - 4), height: max(0, area.height - 4))
  }
}
