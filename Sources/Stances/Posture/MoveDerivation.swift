extension Move {
  /// The moves that an event makes in each of its markets: none, one, or two for an announcement
  /// whose effective day differs from the day it was made.
  ///
  /// - Parameters:
  ///   - event: a company's event; any other makes no move.
  ///   - position: the position of the event that is told, or whose content a correction replaces.
  ///   - source: the position that holds this content.
  ///   - positionOf: where an event named by a denial is recorded.
  /// - Returns: moves whose order does not matter; the same for each of the event's markets.
  package static func moves(
    of event: Event, position: Int64, source: Int64, positionOf: (EventID) -> Int64?
  ) -> [Move] {
    guard let occurred = event.occurred, let published = event.published else { return [] }
    func move(
      _ act: Act, level: Level? = nil, disclosed: Bool = false, on date: FuzzyDate? = nil,
      due: FuzzyDate? = nil, denies: [Int64] = []
    ) -> Move {
      let day = date ?? occurred
      return Move(
        position: position, source: source, act: act, level: level, disclosed: disclosed,
        grade: event.evidence.bestGrade.rank, occurred: DayRange(of: day),
        published: DayRange(of: published), due: due.map(DayRange.init(of:)), denies: denies)
    }
    switch event.content {
    case .publicAnnouncement(let announcement):
      let level = announcement.level
      guard level != nil, let effective = announcement.effective, effective != occurred else {
        return [move(.announcement, level: level)]
      }
      // Announced on 7 April for "April": a word on a claim since 1 April, due by 30 April.
      let due = effective.reachesBeyond(occurred) ? effective : nil
      return (effective.earliest, effective.latest) > (occurred.earliest, occurred.latest)
        ? [move(.pledge, level: level, due: due), move(.due, level: level, on: effective)]
        : [move(.word, level: level, due: due), move(.since, level: level, on: effective)]
    case .denial(let denial):
      return [move(.denial, denies: denial.denies.compactMap(positionOf))]
    case .declinedComment:
      return [move(.declinedComment)]
    case .complianceReview(let review):
      return [move(review.phase == .opened ? .reviewOpened : .reviewConcluded)]
    case .silentReduction(let reduction):
      return [move(.silentReduction, level: reduction.level)]
    case .continuedBusiness(let business):
      return [move(.continuedBusiness, level: business.level)]
    case .resumption(let resumption):
      return [move(.resumption, disclosed: resumption.disclosed)]
    case .exit(let exit):
      return [move(exit.mode == .seized ? .seizure : .exit, disclosed: exit.disclosed)]
    case .governmentStatement, .governmentMeasure, .pressure, .tradeStatistic, .companyRegistered,
      .bodyRegistered, .logKey, .correction, .retraction:
      return []
    }
  }
}
