package import Projections

extension FeedTopic {
  /// What a calendar or feed of this is called.
  package var title: String {
    switch self {
    case .postures: "What companies say and do"
    case .timeline: "Regulatory timeline"
    case .company(_, let name): name
    }
  }

  /// The name that is part of a feed's id and never changes.
  package var key: String {
    switch self {
    case .postures: "postures"
    case .timeline: "timeline"
    case .company(let company, _): "company:\(company)"
    }
  }
}
