/// Which move comes first.
extension Move {
  /// What decides the order of moves but for their positions.
  struct DateKey: Hashable {
    let earliest: Day
    let latest: Day
    let published: Day
  }

  /// Whether a move comes before another in the order of the fold.
  package static func precedes(_ left: Move, _ right: Move) -> Bool {
    (
      left.occurred.earliest, left.occurred.latest, left.published.earliest, left.position,
      left.source, left.act.rawValue
    )
      < (
        right.occurred.earliest, right.occurred.latest, right.published.earliest, right.position,
        right.source, right.act.rawValue
      )
  }

  /// Whether it comes before a move of the same dates, which so wins over it.
  ///
  /// The position decides only between those that are alike.
  func yields(to other: Move, by rules: RuleSet) -> Bool {
    if isCredible != other.isCredible { return other.isCredible }
    if grade != other.grade { return other.grade < grade }
    if isReport != other.isReport { return other.isReport }
    let depths = (withdrawal(by: rules), other.withdrawal(by: rules))
    if depths.0 != depths.1 { return depths.1 < depths.0 }
    if traits.contains(.conditional) != other.traits.contains(.conditional) {
      return other.traits.contains(.conditional)
    }
    let days = (due?.latest ?? .distantPast, other.due?.latest ?? .distantPast)
    if days.0 != days.1 { return days.0 < days.1 }
    if act.winsAmongAlike != other.act.winsAmongAlike { return other.act.winsAmongAlike }
    return (position, source, act.rawValue) < (other.position, other.source, other.act.rawValue)
  }

  /// Whether others report what the company does.
  private var isReport: Bool {
    switch act {
    case .silentReduction, .continuedBusiness: true
    case .resumption, .exit, .seizure: !disclosed
    case .announcement, .pledge, .due, .word, .since, .denial, .declinedComment, .reviewOpened,
      .reviewConcluded:
      false
    }
  }

  /// How far the company withdraws by what is said of it: an announced exit is not yet one.
  private func withdrawal(by rules: RuleSet) -> Int {
    let level = claimedLevel(by: rules) ?? capped(level == .exited ? .exiting : level, by: rules)
    return level?.depth ?? .min
  }

  /// Its dates as the order of the fold compares them.
  var dateKey: DateKey {
    DateKey(
      earliest: occurred.earliest, latest: occurred.latest, published: published.earliest)
  }
}

extension Move.Act {
  /// Whether it wins over another of the same dates that says as much: a resumption over a defence,
  /// a refusal to comment over a statement without a level, a seizure over another exit, and a review
  /// that is open over one that is not.
  fileprivate var winsAmongAlike: Bool {
    switch self {
    case .resumption, .declinedComment, .seizure, .reviewOpened: true
    case .announcement, .pledge, .due, .word, .since, .denial, .reviewConcluded, .silentReduction,
      .continuedBusiness, .exit:
      false
    }
  }
}
