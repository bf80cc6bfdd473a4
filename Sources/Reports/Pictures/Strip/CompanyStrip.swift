import Projections
import Stances

/// One company in one market as two lanes with words: what it says above, what it does below, the
/// gap between them shaded, and a mark for each event.
struct CompanyStrip {
  static let laneHeight = 24.0
  static let gapHeight = 20.0
  /// The room for rows of marks above, and again below.
  static let markHeight = 30.0
  static let height = 2 * markHeight + 2 * laneHeight + gapHeight

  let axis: TimeAxis
  let clocks: Clocks
  /// The posture's history by what the query knows; nil if it knows nothing.
  let known: PostureHistory?
  /// The history by all that is known today.
  let later: PostureHistory?
  /// The company's events in this market.
  let entries: [TimePictureData.Entry]
  let links: PictureLinks

  /// The strip of a company in a market, from what a picture shows of all of them.
  init(
    of company: CompanyID, in market: Market, from data: TimePictureData, on axis: TimeAxis,
    _ clocks: Clocks, _ links: PictureLinks
  ) {
    (self.axis, self.clocks, self.links) = (axis, clocks, links)
    known = data.histories.first { $0.company == company && $0.market == market }
    later = data.later.first { $0.company == company && $0.market == market }
    entries = data.entries.filter {
      $0.entry.company == company && $0.entry.markets.contains(market)
    }
  }

  /// The strip with its upper edge at a height.
  func drawn(at y: Double) -> Markup {
    let voice = y + Self.markHeight
    let gap = voice + Self.laneHeight
    let conduct = gap + Self.gapHeight
    var drawn = Markup.empty
    if let known {
      drawn += .strip(
        of: known, lanes(of: known, from: axis.days.earliest, voice, gap, conduct), at: voice,
        lane: Self.laneHeight, gap: Self.gapHeight)
    }
    let dayAfter = clocks.to.adding(days: 1)
    if let later, axis.end(of: clocks.to) < axis.right - 1 {
      let lanes = lanes(of: later, from: dayAfter, voice, gap, conduct)
      if lanes != .empty { drawn += "<g class=\"later\">\(lanes)</g>\n" }
    }
    return drawn + marks(above: voice, below: conduct + Self.laneHeight)
  }

  private func lanes(
    of history: PostureHistory, from first: Day, _ voice: Double, _ gap: Double, _ conduct: Double
  ) -> Markup {
    var drawn = Markup.empty
    for segment in history.gaps(from: first) { drawn += self.gap(segment, at: gap) }
    var labels = Markup.empty
    for segment in history.voiceLane(from: first) {
      let level = segment.content.shownLevel
      drawn += lane(segment, at: voice, level, "says: \(segment.posture.says)")
      labels += label(segment, at: voice, level, [segment.content.words])
    }
    for segment in history.conductLane(from: first) {
      let content = segment.content
      let posture = segment.lastPosture
      let contested = posture.contested.isEmpty ? "" : ", contested"
      drawn += lane(
        segment, at: conduct, content.level, "does: \(posture.does); \(posture.rests)\(contested)")
      labels += label(
        segment, at: conduct, content.level,
        [content.words + contested, content.words, content.number])
    }
    drawn += hatching(
      history.fuzzyStarts(from: first, since: \.voice.since, level: \.voice.shownLevel), at: voice)
    drawn += hatching(
      history.fuzzyStarts(from: first, since: \.conduct?.since, level: \.conduct?.level),
      at: conduct
    )
    return drawn + labels
  }

  private func lane<Content>(
    _ segment: LaneSegment<Content>, at y: Double, _ level: Level?, _ title: String
  ) -> Markup {
    let until = segment.to == axis.days.latest ? "" : " to \(segment.to)"
    return .titled(
      "\(title) (from \(segment.from)\(until))",
      .rectangle(
        area(from: segment.from, to: segment.to, y, Self.laneHeight),
        level.map { "edge \($0.term)" } ?? "edge hollow dash"))
  }

  /// The longest of some words that fits into a part of a lane.
  private func label<Content>(
    _ segment: LaneSegment<Content>, at y: Double, _ level: Level?, _ words: [String]
  ) -> Markup {
    let area = area(from: segment.from, to: segment.to, y, Self.laneHeight)
    guard let words = words.first(where: { Lettering.width(of: $0, size: 12) <= area.width - 8 })
    else { return .empty }
    // The words are on plain ground, above and below which hatching shows.
    let ground = Rectangle(
      x: area.x + 2, y: area.y + 4, width: Lettering.width(of: words, size: 12) + 6,
      height: area.height - 8)
    let classes = level.map { "on-\($0.term)" } ?? "soft"
    return .rectangle(ground, "quiet \(level?.term ?? "hollow")")
      + .words(words, at: area.x + 5, area.middle + 4, "quiet \(classes)")
  }

  private func hatching(_ starts: [(days: DayRange, level: Level?)], at y: Double) -> Markup {
    starts.reduce(into: Markup.empty) { drawn, start in
      let area = area(from: start.days.earliest, to: start.days.latest, y, Self.laneHeight)
      drawn += .path(
        Hatching.lines(in: area, spacing: 4), "thin hatch-\((start.level ?? .operating).term)")
    }
  }

  private func gap(_ segment: LaneSegment<GapContent>, at y: Double) -> Markup {
    let area = area(from: segment.from, to: segment.to, y, Self.gapHeight)
    let isQuiet = (segment.posture.gap ?? 0) < 0
    var drawn = Markup.rectangle(area, "gap")
    var hatched = area
    if let words = segment.words.first(where: {
      Lettering.width(of: $0, size: 11) <= area.width - 10
    }) {
      // The words are on plain ground.
      hatched.x += Lettering.width(of: words, size: 11) + 10
      hatched.width = area.right - hatched.x
      drawn += .words(words, at: area.x + 5, area.middle + 4, "s quiet gapink")
    }
    drawn += .path(Hatching.lines(in: hatched, isQuiet ? .falling : .rising), "gaphatch")
    return .titled("\(segment.posture.gapReading): \(segment.words[0])", drawn)
  }

  private func area(from: Day, to: Day, _ y: Double, _ height: Double) -> Rectangle {
    let start = axis.start(of: from)
    return Rectangle(x: start, y: y, width: max(1, axis.end(of: to) - start), height: height)
  }

  private func marks(above voice: Double, below conduct: Double) -> Markup {
    var rows = (above: MarkRows(3, width: 11), below: MarkRows(3, width: 11))
    var drawn = Markup.empty
    for item in entries {
      let entry = item.entry
      let days = DayRange(earliest: entry.occurred.earliest, latest: entry.occurred.latest)
      guard let mark = EventMark(entry), axis.shows(days) else { continue }
      let first = axis.start(of: days.earliest)
      let x = days.earliest == days.latest ? axis.middle(of: days.earliest) : first + 1
      let y: Double
      if mark.teller.isAbove {
        y = voice - 6 - 9 * Double(rows.above.row(at: x))
      } else {
        y = conduct + 6 + 9 * Double(rows.below.row(at: x))
      }
      // A whisker reaches to the last day that the date may mean.
      let whisker = days.earliest < days.latest
      var body: Markup =
        whisker ? .line(from: x, y, to: axis.end(of: days.latest), y, "thin") : .empty
      body += mark.drawn(at: x, y)
      let note = item.isKnown ? "" : " (not yet known then)"
      drawn += .linked(
        "\(when(entry.occurred, published: entry.published)): \(entry.actor) \(entry.summary)\(note)",
        to: links.event(entry.event), body, item.knowledge(clocks.reach))
    }
    return drawn
  }
}
