package import Projections
import Stances

/// Governments and companies on one axis of time: measures and statements above, one lane per
/// jurisdiction; what companies say and do below; then the trade figures.
package enum TimelinePicture {
  private static let standardWidth = 1_120.0
  private static let gutter = 168.0
  /// More strips than can be looked through are counted in words instead.
  private static let mostStrips = 250

  /// Draws all that happened up to the day of the query, and what was not yet known after it.
  package static func picture(
    _ answer: Answer<TimePictureData>, links: PictureLinks = .none,
    width: Double? = nil
  ) -> Picture {
    let width = width ?? standardWidth
    let data = answer.content
    let axis = TimeAxis(data.days, left: gutter, right: width - 12)
    let top = 66.0
    var y = top
    var lanes = Markup.empty
    governments(data, axis, answer.clocks, links, &lanes, &y)
    companies(data, axis, answer.clocks, links, &lanes, &y)
    let isEmpty = lanes == .empty
    if isEmpty {
      lanes += .words(
        "Nothing on record matches this query.", at: gutter + 8, y + 24, "soft halo")
      y += 44
    }
    let frame = TimeFrame(axis: axis, top: top, bottom: y)
    var body = frame.grid + frame.ground(answer.clocks) + lanes
    body += frame.clocks(answer.clocks, labelsAt: top - 8)
    y += TimeFrame.labelHeight + 16
    if !isEmpty {
      let bars = TimelineLegend.drawn(at: y, left: 0, right: width)
      y += bars.height + 6
      let strips = StripLegend.drawn(at: y, left: 0, right: width, marks: false)
      y += strips.height + 12
      body += bars.drawn + strips.drawn
    }
    let figures = TradeMultiples.drawn(data.trade, at: y, width: width, links: links)
    return Picture(
      title: "Governments and companies up to \(answer.clocks.to)",
      description: "\(answer.queryLine). \(summary(of: data))",
      heading: Picture.Heading("Governments and companies over time", answer), width: width,
      height: y + figures.height, isLinked: !links.isEmpty && !data.entries.isEmpty,
      body: body + figures.drawn)
  }

  private static func governments(
    _ data: TimePictureData, _ axis: TimeAxis, _ clocks: Clocks, _ links: PictureLinks,
    _ lanes: inout Markup, _ y: inout Double
  ) {
    let width = axis.right + 12
    let later = Dictionary(
      data.laterMeasures.map { ($0.measure, $0) }, uniquingKeysWith: { first, _ in first })
    let known = Set(data.measures.map(\.measure))
    let histories = data.measures + data.laterMeasures.filter { !known.contains($0.measure) }
    let byPlace = Dictionary(grouping: histories) { $0.periods.last?.measure.jurisdiction }
    let statements = Dictionary(
      grouping: data.entries.filter { $0.entry.type == .governmentStatement }
    ) { item in data.jurisdictions[item.entry.event] ?? nil }
    let places = Set(byPlace.keys).union(statements.keys)
      .sorted { ($0?.code ?? "~") < ($1?.code ?? "~") }
    for place in places {
      let lane = GovernmentLane(
        axis: axis, clocks: clocks, histories: byPlace[place] ?? [], laterHistories: later,
        statements: statements[place] ?? [], links: links)
      let drawn = lane.drawn(at: y + 5)
      let name = place?.englishName ?? "Others"
      let shown = Lettering.fit(name, into: gutter - 16, size: 12, isBold: true)
      lanes += .titled(name, .words(shown, at: 0, y + 17, "b"))
      lanes += drawn.drawn
      y += max(26, drawn.height + 8)
      lanes += .line(from: 0, y, to: width, y, "thin rule")
    }
  }

  private static func companies(
    _ data: TimePictureData, _ axis: TimeAxis, _ clocks: Clocks, _ links: PictureLinks,
    _ lanes: inout Markup, _ y: inout Double
  ) {
    let known = Dictionary(
      data.histories.map { (CompanyMarket($0.company, $0.market), $0) },
      uniquingKeysWith: { first, _ in first })
    let later = Dictionary(
      data.later.map { (CompanyMarket($0.company, $0.market), $0) },
      uniquingKeysWith: { first, _ in first })
    let subjects = Set(known.keys).union(later.keys)
      .map { ($0, name: (known[$0] ?? later[$0])?.name ?? $0.company.text) }
      .sorted { ($0.name, $0.0.market) < ($1.name, $1.0.market) }
    y += subjects.isEmpty ? 0 : 10
    for (subject, name) in subjects.prefix(mostStrips) {
      let strip = SmallStrip(
        axis: axis, clocks: clocks, known: known[subject], later: later[subject])
      let market = subject.market.label
      let room = gutter - 20 - Lettering.width(of: market, size: 10)
      var labels = Markup.empty
      var lines = Lettering.lines(of: name, into: room, size: 12)
      if lines.count == 1 {
        labels += .words(lines[0], at: 0, y + 14)
      } else {
        // A long name takes several lines of small letters.
        lines = Lettering.lines(of: name, into: room, size: 10)
        for (line, words) in lines.enumerated() {
          labels += .words(words, at: 0, y + 9 + 11 * Double(line), "xs")
        }
      }
      labels += .words(market, at: gutter - 10, y + 14, "xs soft", .end)
      lanes += .linked(
        "\(name), \(subject.market.englishName)", to: links.company(subject.company), labels)
      lanes += strip.drawn(at: y)
      y += max(SmallStrip.height, 11 * Double(lines.count)) + 9
    }
    if subjects.count > mostStrips {
      let words =
        "and \(subjects.count - mostStrips) more in order of name; the report's table lists them"
      lanes += .words(words, at: 0, y + 14, "s soft")
      y += 24
    }
  }

  private static func summary(of data: TimePictureData) -> String {
    let companies = Set(data.histories.map(\.company)).count
    return "\(counted(data.measures.count, "measure").asSentenceStart), "
      + "\(counted(companies, "company", plural: "companies")), "
      + "\(counted(data.entries.count { $0.isKnown }, "event")), "
      + "\(counted(data.trade.count, "trade figure"))."
  }
}

/// What the bars and points of governments mean.
enum TimelineLegend {
  static func drawn(at top: Double, left: Double, right: Double) -> (drawn: Markup, height: Double)
  {
    var flow = LegendFlow(left: left, right: right, top: top)
    let bars: [(String, (Rectangle) -> Markup)] = [
      ("threatened", { .rectangle($0, "line hollow dots") }),
      ("proposed", { .rectangle($0, "line hollow dash") }),
      ("adopted", { .rectangle($0, "line hollow") }),
      ("in force", { .rectangle($0, "line measure") }),
      ("suspended", { .rectangle($0, "line hollow") + .path(Hatching.lines(in: $0), "thin") }),
      (
        "lifted or expired", { .line(from: $0.x + 10, $0.y, to: $0.x + 10, $0.bottom, "line asof") }
      ),
    ]
    for (words, bar) in bars {
      flow.add(words, symbolWidth: 20) { x, y in
        bar(Rectangle(x: x, y: y - 7, width: 20, height: 14))
      }
    }
    for push in Push.allCases {
      flow.add("statement, \(push.direction)", symbolWidth: 12) { x, y in
        PushMark(push).drawn(at: x + 6, y)
      }
    }
    flow.add("number of statements", symbolWidth: 20) { x, y in
      PushMark(.withdraw).drawn(at: x + 6, y) + .words("9", at: x + 13, y + 3.5, "xs")
    }
    return (flow.drawn, flow.height)
  }
}
