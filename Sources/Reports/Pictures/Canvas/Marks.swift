import Projections
import Stances

/// The mark of one event: its shape says who reports it, its filling how good the evidence is.
struct EventMark {
  /// Who reports it.
  enum Teller {
    /// The company itself.
    case company
    /// Others report it.
    case others
    /// A review, which is neither word nor deed.
    case review
  }

  let teller: Teller
  let isCredible: Bool

  /// The mark of a company's event; nil for any other.
  init?(_ entry: TimelineEntry) {
    guard let teller = Teller(entry.type) else { return nil }
    self.teller = teller
    isCredible = entry.evidence.bestGrade.isCredible
  }

  init(_ teller: Teller, isCredible: Bool) {
    self.teller = teller
    self.isCredible = isCredible
  }

  /// The mark around a point.
  func drawn(at x: Double, _ y: Double, radius: Double = 4) -> Markup {
    let classes = isCredible ? "m" : "m hollow"
    switch teller {
    case .company:
      return "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\" class=\"\(classes)\"/>\n"
    case .others:
      let path: Markup =
        "M\(x) \(y - radius - 0.6)L\(x + radius + 0.6) \(y)L\(x) \(y + radius + 0.6)L\(x - radius - 0.6) \(y)Z"
      return .path(path, classes)
    case .review:
      let area = Rectangle(
        x: x - radius + 0.5, y: y - radius + 0.5, width: 2 * radius - 1, height: 2 * radius - 1)
      return .rectangle(area, classes)
    }
  }
}

extension EventMark.Teller {
  init?(_ type: EventType) {
    switch type {
    case .publicAnnouncement, .denial, .declinedComment: self = .company
    case .silentReduction, .continuedBusiness, .resumption, .exit: self = .others
    case .complianceReview: self = .review
    case .governmentStatement, .governmentMeasure, .pressure, .tradeStatistic, .companyRegistered,
      .bodyRegistered, .logRegistered, .capture, .logKey, .correction, .retraction:
      return nil
    }
  }

  /// Whether the mark is placed with the voice, above, and not with the conduct.
  var isAbove: Bool {
    switch self {
    case .company, .review: true
    case .others: false
    }
  }
}

/// The mark of a statement or of pressure, by what it moves companies to do: down to withdraw, up
/// to stay, a hollow square on its corner to permit, round for neither.
struct PushMark {
  private let push: Push

  init(_ push: Push) {
    self.push = push
  }

  /// The mark around a point.
  func drawn(at x: Double, _ y: Double) -> Markup {
    switch push {
    case .withdraw: .path("M\(x - 5) \(y - 4)L\(x + 5) \(y - 4)L\(x) \(y + 4.5)Z", "m")
    case .stay: .path("M\(x - 5) \(y + 4)L\(x + 5) \(y + 4)L\(x) \(y - 4.5)Z", "m")
    case .permit:
      .path("M\(x) \(y - 5)L\(x + 5) \(y)L\(x) \(y + 5)L\(x - 5) \(y)Z", "m hollow")
    case .none: "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"4\" class=\"m hollow\"/>\n"
    }
  }
}

extension TimePictureData.Entry {
  /// The attributes of an event's mark that say from which day on it could be known, and that the
  /// query does not know it.
  func knowledge(_ reach: DateReach) -> Markup {
    let classes: Markup = isKnown ? .empty : " class=\"later\""
    return switch ReachedDay(reach.day(reaching: entry.published)) {
    case .always: classes
    case .on(let day): "\(classes) data-known=\"\(day.ordinal)\""
    case .never: "\(classes) data-known=\"all\""
    }
  }
}
