package import Projections
package import Stances

/// The strips of one company, large, one market below the other.
package enum CompanyPicture {
  private static let standardWidth = 960.0
  private static let gutter = 52.0

  /// Draws a company's word and deed in each market over time.
  package static func picture(
    of company: CompanyID, named name: String, _ answer: Answer<TimePictureData>,
    links: PictureLinks = .none, width: Double? = nil
  ) -> Picture {
    let width = width ?? standardWidth
    let data = answer.content
    let markets = data.markets(of: company)
    let axis = TimeAxis(data.days, left: gutter, right: width - 12)
    var y = 58.0
    var strips = Markup.empty
    let top = y + 12
    for market in markets {
      strips += .words(market.englishName, at: 0, y + 24, "b")
      y += 30
      let strip = CompanyStrip(
        of: company, in: market, from: data, on: axis, answer.clocks, links)
      strips += laneNames(at: y, before: gutter) + strip.drawn(at: y)
      y += CompanyStrip.height + 6
    }
    if markets.isEmpty {
      strips += .words("Nothing that it said or did is on record.", at: gutter, y + 40, "soft")
      y += 70
    }
    let framed = framed(
      strips, in: TimeFrame(axis: axis, top: top, bottom: y), answer.clocks, width: width)
    return Picture(
      title: "\(name): what it says and what it does",
      description: description(of: company, markets, answer),
      heading: Picture.Heading(name, answer), width: width, height: framed.height,
      isLinked: !links.isEmpty && !data.entries.isEmpty,
      body: framed.body)
  }

  /// Strips on the axis of their frame, with the line of the query's day and the legend below.
  static func framed(
    _ strips: Markup, in frame: TimeFrame, _ clocks: Clocks, width: Double
  ) -> (body: Markup, height: Double) {
    let end = frame.bottom + TimeFrame.labelHeight + 14
    let legend = StripLegend.drawn(at: end, left: 0, right: width)
    return (
      frame.grid + frame.ground(clocks) + strips
        + frame.clocks(clocks, labelsAt: frame.top - 6) + legend.drawn,
      end + legend.height
    )
  }

  /// What the two lanes of a strip are called, before their left edge.
  static func laneNames(at y: Double, before gutter: Double) -> Markup {
    let voice = y + CompanyStrip.markHeight
    let conduct = voice + CompanyStrip.laneHeight + CompanyStrip.gapHeight
    return .words("says", at: gutter - 8, voice + 16, "soft", .end)
      + .words("does", at: gutter - 8, conduct + 16, "soft", .end)
  }

  private static func description(
    of company: CompanyID, _ markets: [Market], _ answer: Answer<TimePictureData>
  ) -> String {
    let sentences = markets.map { market in
      let posture = answer.content.histories
        .first { $0.company == company && $0.market == market }?
        .posture(on: answer.clocks.to)
      return posture.map {
        "\(market.englishName): says: \($0.says); does: \($0.does); \($0.gapReading)."
      } ?? "\(market.englishName): nothing was known then."
    }
    return ([answer.queryLine + "."] + sentences).joined(separator: " ")
  }
}

extension TimePictureData {
  /// The markets in which a company has said or done something, now or later.
  func markets(of company: CompanyID) -> [Market] {
    Set((histories + later).filter { $0.company == company }.map(\.market)).sorted()
  }
}
