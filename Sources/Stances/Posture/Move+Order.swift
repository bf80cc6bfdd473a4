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

  /// Whether it comes before a move of the same dates, which so wins over it: the better grade does,
  /// and at equal grades the later position (W6).
  func yields(to other: Move) -> Bool {
    (isCredible ? 1 : 0, other.grade, position, source, act.rawValue)
      < (other.isCredible ? 1 : 0, grade, other.position, other.source, other.act.rawValue)
  }

  /// Its dates as the order of the fold compares them.
  var dateKey: DateKey {
    DateKey(
      earliest: occurred.earliest, latest: occurred.latest, published: published.earliest)
  }
}
