import EventLog
package import Stances

/// One published figure.
package struct TradeFigure: Hashable, Sendable {
  /// The event that holds the figure.
  package let event: EventID
  /// Who published it, for readers.
  package let publisher: String
  /// The country or market whose trade, or where a company's own business, was counted.
  package let reporter: Market
  /// The market on the other side; a company's own figure may have none.
  package let partner: Market?
  /// The company whose own figure it is.
  package let company: CompanyID?
  /// That company's name for readers.
  package let companyName: String?
  /// What was counted.
  package let product: TradeStatistic.Product
  /// The period that was counted.
  package let period: FuzzyDate
  /// The figure; nil if only a change was published.
  package let value: Decimal?
  /// The unit of the figure.
  package let unit: String?
  /// The change against another period.
  package let change: TradeStatistic.Change?
  /// The companies that the figure speaks of.
  package let companies: [CompanyID]
  /// When it was published, as given.
  package let published: FuzzyDate
  /// The best grade of its evidence.
  package let grade: AdmiraltyGrade
}

/// The published trade figures of a query.
package enum TradeProjection {
  /// The figures published by then, in order of time.
  package static func figures(in known: KnownEvents) -> [TradeFigure] {
    known.reached.compactMap { TradeFigure($0.event, registrations: known.registrations) }
  }
}

extension LogView {
  /// The figures published by then.
  package func trade() throws -> [TradeFigure] {
    TradeProjection.figures(in: try known(EventFilter.types([.tradeStatistic])))
  }
}

extension TradeFigure {
  /// The figure that an event publishes; nil for an event of another type.
  fileprivate init?(_ event: Event, registrations: Registrations) {
    guard case .tradeStatistic(let figure) = event.content, let published = event.published
    else { return nil }
    self.init(
      event: event.id,
      publisher: EventSentence(registrations: registrations).actor(of: event.content),
      reporter: figure.reporter, partner: figure.partner, company: figure.company,
      companyName: figure.company.map(registrations.name(of:)), product: figure.product,
      period: figure.period, value: figure.value, unit: figure.unit, change: figure.change,
      companies: figure.companies, published: published, grade: event.evidence.bestGrade)
  }
}

extension TradeStatistic.Change {
  /// The change in words, such as "-40 % (more than), 2022-03 on 2022-02".
  func text(in period: FuzzyDate) -> String {
    let sign = percent.isNegative ? "-" : "+"
    let qualified = qualifier.map { " (\($0))" } ?? ""
    let base = against.map { " on \($0.text)" } ?? ""
    return "\(sign)\(percent.magnitude) %\(qualified), \(period.text)\(base)"
  }
}
