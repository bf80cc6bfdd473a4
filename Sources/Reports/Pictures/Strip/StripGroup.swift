import Projections
import Stances

extension Markup {
  /// The lanes of a course up to the day of the query, with what the script of a page needs to draw
  /// them anew for another knowledge date: whose they are, and how high the lanes lie.
  static func strip(
    of course: PostureCourse, _ lanes: Markup, at y: Double, lane: Double, gap: Double
  ) -> Markup {
    """
    <g data-strip="\(stripKey(course.company, course.market))" data-top="\(y)" data-lane="\(lane)" \
    data-gap="\(gap)">
    \(lanes)</g>

    """
  }
}

/// What a strip and the row of a replay that is about the same have in common.
func stripKey(_ company: CompanyID, _ market: Market) -> String { "\(company) \(market.code)" }
