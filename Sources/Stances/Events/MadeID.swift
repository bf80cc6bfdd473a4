extension Event {
  /// An id for an event that was given without one, from what it says: `lenovo-2022-03-silent-reduction`.
  ///
  /// It says who, when, as exactly as that is known, and what. Events that differ may have the same.
  package var madeID: EventID {
    // Room for the number of one that has the same.
    let text = String(stem.prefix(Self.madeIDLimit))
    let whole = text.hasSuffix("-") ? String(text.dropLast()) : text
    return EventID(recorded: whole.hasPrefix(EventID.keyPrefix) ? "of-\(whole)" : whole)
  }

  private static let madeIDLimit = 118

  private var stem: String {
    let type = content.type.rawValue.replacing("_", with: "-")
    return switch content {
    case .companyRegistered(let registration): "company-\(registration.company)"
    case .bodyRegistered(let registration): "body-\(registration.body)"
    case .correction(let correction): "\(correction.corrects)-\(type)"
    case .retraction(let retraction): "\(retraction.retracts)-\(type)"
    case .governmentStatement(let statement): joined("\(statement.body)", type)
    case .governmentMeasure(let measure): joined("\(measure.measure)", measure.phase.rawValue)
    case .pressure(let pressure): joined(pressure.role.rawValue, type)
    case .tradeStatistic(let statistic):
      joined(
        ([statistic.reporter] + [statistic.partner].compactMap { $0 })
          .map { $0.code.lowercased() }.joined(separator: "-"), type)
    case .publicAnnouncement, .denial, .declinedComment, .complianceReview, .silentReduction,
      .continuedBusiness, .resumption, .exit, .logKey:
      joined(content.company.map { "\($0)" }, type)
    }
  }

  private func joined(_ who: String?, _ what: String) -> String {
    [who, (occurred ?? published)?.shortened, what.replacing("_", with: "-")]
      .compactMap { $0 }.joined(separator: "-")
  }
}

extension FuzzyDate {
  /// The day, month or year in which it begins, as exactly as it is known; of an interval without a
  /// begin, that of its end.
  fileprivate var shortened: String {
    let isOpen = !flags.isDisjoint(with: [.openStart, .unknownStart, .openEnd, .unknownEnd])
    let first = (flags.isDisjoint(with: [.openStart, .unknownStart]) ? earliest : latest)
      .description
    let last = latest.description
    if isOpen { return String(first.prefix(4)) }
    if first == last { return first }
    return String(first.prefix(first.prefix(7) == last.prefix(7) ? 7 : 4))
  }
}
