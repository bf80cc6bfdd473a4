package import Projections
import Stances

/// The strips of some companies on one axis, one below the other, market by market.
package enum ComparisonPicture {
  private static let standardWidth = 960.0
  private static let gutter = 52.0

  /// Draws the word and deed of all companies in every market that is compared.
  package static func picture(
    _ answer: Answer<CompanyComparison>, width: Double?
  ) -> Picture {
    picture(answer, in: answer.content.markets, links: .none, width: width)
  }

  /// Draws them in some of the markets.
  static func picture(
    _ answer: Answer<CompanyComparison>, in markets: [CompanyComparison.InMarket],
    links: PictureLinks, width: Double? = nil
  ) -> Picture {
    let width = width ?? standardWidth
    let data = answer.content.picture
    let axis = TimeAxis(data.days, left: gutter, right: width - 12)
    let names = answer.content.companies.map(\.name).joined(separator: ", ")
    var y = 58.0
    let top = y + 12
    var strips = Markup.empty
    for market in markets {
      strips += .words(market.market.englishName, at: 0, y + 24, "h")
      y += 30
      for company in answer.content.companies {
        strips += Lettering.name(company.name, at: 0, y + 20, within: width, links, company.company)
        y += 22
        let strip = CompanyStrip(
          of: company.company, in: market.market, from: data, on: axis, answer.clocks, links)
        if strip.known == nil, strip.later == nil {
          strips += .words("nothing recorded", at: gutter, y + 14, "s soft")
          y += 26
        } else {
          strips += CompanyPicture.laneNames(at: y, before: gutter) + strip.drawn(at: y)
          y += CompanyStrip.height + 6
        }
      }
    }
    let framed = CompanyPicture.framed(
      strips, in: TimeFrame(axis: axis, top: top, bottom: y), answer.clocks, width: width)
    return Picture(
      title: "\(names): what each says and does",
      description: description(of: markets, answer), heading: Picture.Heading(names, answer),
      width: width, height: framed.height, isLinked: !links.isEmpty, body: framed.body)
  }

  private static func description(
    of markets: [CompanyComparison.InMarket], _ answer: Answer<CompanyComparison>
  ) -> String {
    let sentences = markets.flatMap { market in
      zip(answer.content.companies, market.postures(on: answer.clocks.to)).map {
        let posture = $1.map { "says: \($0.says); does: \($0.does); \($0.gapReading)" }
        return "\($0.name) in \(market.market.englishName): \(posture ?? "nothing recorded")."
      }
    }
    return ([answer.queryLine + "."] + sentences).joined(separator: " ")
  }
}

extension Lettering {
  /// A company's name on a line of its own, a link if there is an address.
  fileprivate static func name(
    _ name: String, at x: Double, _ y: Double, within width: Double, _ links: PictureLinks,
    _ company: CompanyID
  ) -> Markup {
    .linked(
      name, to: links.company(company),
      .words(fit(name, into: width, size: 13 * 1.08), at: x, y, "b"))
  }
}
