/// One company in one market: what a posture is about.
package struct CompanyMarket: Hashable, Comparable, Sendable {
  /// The company.
  package let company: CompanyID
  /// The market.
  package let market: Market

  /// A company in a market.
  package init(_ company: CompanyID, _ market: Market) {
    self.company = company
    self.market = market
  }

  /// By company, then market.
  package static func < (left: Self, right: Self) -> Bool {
    (left.company, left.market) < (right.company, right.market)
  }
}
