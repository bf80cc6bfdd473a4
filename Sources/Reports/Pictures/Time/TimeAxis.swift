import Stances

/// Days from left to right, each as wide as every other, be it ten days or ten years.
struct TimeAxis: Sendable {
  let days: DayRange
  /// Where the first day begins.
  let left: Double
  /// Where the last day ends.
  let right: Double

  /// An axis over some days; fewer than a fortnight are given room for one.
  init(_ days: DayRange, left: Double, right: Double) {
    let missing = max(0, 13 - (days.earliest.days(until: days.latest) ?? 0))
    self.days = DayRange(
      earliest: days.earliest.adding(days: -((missing + 1) / 2)),
      latest: days.latest.adding(days: missing / 2))
    self.left = left
    self.right = right
  }

  /// How wide a day is.
  var dayWidth: Double { (right - left) / Double(span + 1) }

  private var span: Int { days.earliest.days(until: days.latest) ?? 0 }

  /// Where a day begins; days beyond the ends lie at the ends.
  func start(of day: Day) -> Double {
    if day <= days.earliest { return left }
    guard day <= days.latest, let count = days.earliest.days(until: day) else { return right }
    return left + Double(count) * dayWidth
  }

  /// Where a day ends.
  func end(of day: Day) -> Double {
    day < days.earliest ? left : start(of: day.adding(days: 1))
  }

  /// The middle of a day.
  func middle(of day: Day) -> Double { (start(of: day) + end(of: day)) / 2 }

  /// Whether some day of a range lies on the axis.
  func shows(_ range: DayRange) -> Bool {
    range.earliest <= days.latest && days.earliest <= range.latest
  }
}
