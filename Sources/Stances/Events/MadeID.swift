extension Event {
  /// An id for an event that was given without one, from what it says: `lenovo-2022-03-silent-reduction`.
  ///
  /// It says who, when, as exactly as that is known, and what. Events that differ may have the same.
  package var madeID: EventID {
    let (who, what) = parts
    // Room for the number of one that has the same.
    let head = String(who.prefix(Self.madeIDLimit - what.utf8.count - 1))
    let text = [head.hasSuffix("-") ? String(head.dropLast()) : head, what]
      .filter { !$0.isEmpty }.joined(separator: "-")
    return EventID(recorded: text.hasPrefix(EventID.keyPrefix) ? "of-\(text)" : text)
  }

  private static let madeIDLimit = 118

  /// Who and when, which a long name may make too long, and what.
  private var parts: (who: String, what: String) {
    let type = content.type.rawValue.replacing("_", with: "-")
    return switch content {
    case .companyRegistered(let registration): ("company-\(registration.company)", "")
    case .bodyRegistered(let registration): ("body-\(registration.body)", "")
    case .logRegistered: (type, "")
    case .capture(let capture): ("\(type)-\(capture.sha256.prefix(16))", "")
    case .correction(let correction): ("\(correction.corrects)", type)
    case .retraction(let retraction): ("\(retraction.retracts)", type)
    case .governmentStatement(let statement): (dated("\(statement.body)"), type)
    case .governmentMeasure(let measure):
      (dated("\(measure.measure)"), measure.phase.rawValue.replacing("_", with: "-"))
    case .pressure(let pressure): (dated(pressure.role.rawValue.replacing("_", with: "-")), type)
    case .tradeStatistic(let statistic):
      (
        dated(
          ([statistic.reporter] + [statistic.partner].compactMap { $0 })
            .map { $0.code.lowercased() }.joined(separator: "-")), type
      )
    case .publicAnnouncement, .denial, .declinedComment, .complianceReview, .silentReduction,
      .continuedBusiness, .resumption, .exit, .logKey:
      (dated(content.company.map { "\($0)" }), type)
    }
  }

  private func dated(_ who: String?) -> String {
    [who, (occurred ?? published)?.shortened].compactMap { $0 }.joined(separator: "-")
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
