package import Projections
import Stances

/// What addresses one company over time: a lane for each push, measures as bars from the day since
/// which they address it, statements and pressure by others as points.
package enum PressurePicture {
  private static let standardWidth = 960.0
  private static let gutter = 112.0

  /// Draws the pressure on a company up to the day of the query.
  package static func picture(
    _ answer: Answer<CompanyPressure>, links: PictureLinks = .none,
    width: Double? = nil
  ) -> Picture {
    let width = width ?? standardWidth
    let pressure = answer.content
    let starts = pressure.items.map(\.since.earliest).filter { !$0.isOpenEnd }
    let first = starts.min() ?? answer.clocks.to.adding(days: -30)
    let axis = TimeAxis(
      DayRange(earliest: min(first, answer.clocks.to), latest: answer.clocks.to), left: gutter,
      right: width - 12)
    let title = "What addresses \(pressure.name)"
    let top = 58.0
    var y = top
    var lanes = Markup.empty
    for push in Push.allCases {
      let items = pressure.items.filter { $0.push == push }
      guard !items.isEmpty else { continue }
      lanes += .words(push.direction, at: gutter - 10, y + 18, "b", .end)
      lanes += .words(counted(items.count, "event"), at: gutter - 10, y + 33, "s soft", .end)
      let lane = PressureLane(axis: axis, items: items, links: links)
      lanes += lane.drawn(at: y + 6)
      y += max(44, lane.height + 14)
      lanes += .line(from: 0, y, to: width, y, "thin rule")
    }
    if pressure.items.isEmpty {
      lanes += .words("Nothing recorded addresses it.", at: gutter, y + 24, "soft")
      y += 44
    }
    let frame = TimeFrame(axis: axis, top: top, bottom: y)
    return Picture(
      title: title,
      description: "\(answer.queryLine). \(summary(of: pressure))",
      heading: Picture.Heading(title, answer), width: width,
      height: y + TimeFrame.labelHeight, isLinked: !links.isEmpty && !pressure.items.isEmpty,
      body: frame.grid + frame.ground(answer.clocks) + lanes
        + frame.clocks(answer.clocks, labelsAt: top - 6))
  }

  private static func summary(of pressure: CompanyPressure) -> String {
    let counts = Push.allCases.map { "\(pressure.count($0)) \($0.direction)" }
    return counts.joined(separator: ", ") + "."
  }
}

/// The items of one push, in as many rows as their words need.
private struct PressureLane {
  private static let pitch = 19.0

  let axis: TimeAxis
  let items: [CompanyPressure.Item]
  let links: PictureLinks
  private let places: [LabelledSpan]
  private let rows: Int

  init(axis: TimeAxis, items: [CompanyPressure.Item], links: PictureLinks) {
    self.axis = axis
    self.items = items
    self.links = links
    var packing = RowPacking()
    places = items.map { item in
      let start = axis.start(of: item.since.earliest)
      let end = item.isMeasure ? axis.right : start + 10
      return packing.place(item.by, from: start, to: end, within: axis.left...axis.right, size: 11)
    }
    rows = packing.rows
  }

  var height: Double { Double(rows) * Self.pitch }

  func drawn(at y: Double) -> Markup {
    zip(items, places).reduce(into: Markup.empty) { drawn, pair in
      let (item, place) = pair
      let top = y + Double(place.row) * Self.pitch
      var body = Markup.empty
      if item.isMeasure {
        let area = Rectangle(
          x: place.start, y: top, width: max(2, place.end - place.start), height: 15)
        body += .rectangle(area, "edge measure")
      } else {
        body += PushMark(item.push).drawn(at: place.start + 5, top + 7.5)
      }
      body += place.words(at: y + Double(place.labelRow) * Self.pitch + 12)
      drawn += .linked(
        "\(item.since.spoken): \(item.by) \(item.summary) (\(item.way.phrase))",
        to: links.event(item.event), body)
    }
  }
}

extension CompanyPressure.Item {
  fileprivate var isMeasure: Bool {
    switch source {
    case .measure: true
    case .statement, .pressure: false
    }
  }
}
