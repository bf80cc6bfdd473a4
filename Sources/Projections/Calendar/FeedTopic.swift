package import Stances

/// What a calendar, a feed or a chart is about: one of the reports.
package enum FeedTopic: Sendable {
  case postures, timeline
  case company(CompanyID, name: String)

  /// The company that it is about; nil if it is about all of them.
  package var companies: [CompanyID]? {
    if case .company(let company, _) = self { [company] } else { nil }
  }
}

/// The course of a chart's subject up to the day of a query.
package enum FeedHistories: Sendable {
  case postures([PostureHistory])
  case company([PostureHistory], name: String)
  case measures([MeasureHistory])
}

extension LogView {
  /// The dates for a calendar: of postures the days that are due, of the others every date.
  package func dates(of topic: FeedTopic) throws -> Answer<[CalendarItem]> {
    let items = try narrowed(to: topic.companies).calendar()
    let isOfPostures = if case .postures = topic { true } else { false }
    return try answer(isOfPostures ? items.filter { $0.occasion == .due } : items)
  }

  /// The changes for a feed: of the measures if it is about the timeline, otherwise of postures.
  package func changes(of topic: FeedTopic) throws -> Answer<[TurningPoint]> {
    if case .timeline = topic { return try answer(measureTurns()) }
    return try answer(narrowed(to: topic.companies).postureTurns())
  }

  /// The histories for a chart: of the measures if it is about the timeline, otherwise of postures.
  package func histories(of topic: FeedTopic) throws -> Answer<FeedHistories> {
    let view = narrowed(to: topic.companies)
    return switch topic {
    case .postures: try answer(.postures(view.postureHistories()))
    case .company(_, let name): try answer(.company(view.postureHistories(), name: name))
    case .timeline: try answer(.measures(measureHistories()))
    }
  }
}
