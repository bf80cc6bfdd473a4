import Stances

/// Days from left to right, each as wide as every other, whether there are ten days or ten years.
struct TimeAxis: Sendable {
  let days: DayRange
  /// The x of the start of the first day.
  let left: Double
  /// The x of the end of the last day.
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

  /// The x of the start of a day; days beyond the ends are placed at the ends.
  func start(of day: Day) -> Double {
    if day <= days.earliest { return left }
    guard day <= days.latest, let count = days.earliest.days(until: day) else { return right }
    return left + Double(count) * dayWidth
  }

  /// The x of the end of a day.
  func end(of day: Day) -> Double {
    day < days.earliest ? left : start(of: day.adding(days: 1))
  }

  /// The middle of a day.
  func middle(of day: Day) -> Double { (start(of: day) + end(of: day)) / 2 }

  /// Whether some day of a range is on the axis.
  func shows(_ range: DayRange) -> Bool {
    range.earliest <= days.latest && days.earliest <= range.latest
  }
}

/// The marks of a time axis: as many as can be read, on days, weeks, months or years.
struct TimeTicks: Sendable {
  /// One mark with its label, and the greater unit if that begins there.
  struct Tick: Hashable, Sendable {
    let day: Day
    let label: String
    let outer: String?
  }

  let ticks: [Tick]

  /// Marks at least a number of units apart.
  init(of axis: TimeAxis, apart: Double = 44) {
    let wanted = Int((apart / axis.dayWidth).rounded(.up))
    let step = Self.steps.first { $0.days >= wanted } ?? Step(days: .max, unit: .years(1_000))
    var ticks: [Tick] = []
    var last: String?
    for day in step.unit.days(in: axis.days) {
      let (label, outer) = step.unit.labels(of: day)
      // A label at the very end would be cut off.
      let end = axis.start(of: day) + 2 + Lettering.width(of: label, size: 11)
      guard end <= axis.right + 12 else { break }
      ticks.append(Tick(day: day, label: label, outer: outer == last ? nil : outer))
      last = outer
    }
    self.ticks = ticks
  }

  private struct Step {
    let days: Int
    let unit: Unit
  }

  private static let steps: [Step] =
    [1, 2, 7, 14].map { Step(days: $0, unit: .days($0)) }
    + [1, 2, 3, 6].map { Step(days: $0 * 30, unit: .months($0)) }
    + [1, 2, 5, 10, 20, 50, 100, 200, 500].map { Step(days: $0 * 365, unit: .years($0)) }

  private enum Unit {
    case days(Int), months(Int), years(Int)

    func days(in range: DayRange) -> [Day] {
      var days: [Day] = []
      let first = range.earliest
      var next: Day?
      switch self {
      case .days(let count):
        // Counted from a Monday, so that every seventh is one.
        let monday = Day(ordinal: -3)
        let passed = (monday.days(until: first) ?? 0).flooredQuotient(count)
        next = monday.adding(days: passed * count)
        while let day = next, day <= range.latest {
          if day >= first { days.append(day) }
          next = day.adding(days: count)
        }
      case .months(let count):
        let start = (first.month - 1) / count * count + 1
        next = Day(year: first.year, month: start, day: 1)
        while let day = next, day <= range.latest {
          if day >= first { days.append(day) }
          next = day.adding(months: count)
        }
      case .years(let count):
        next = Day(year: first.year.flooredQuotient(count) * count, month: 1, day: 1)
        while let day = next, day <= range.latest {
          if day >= first { days.append(day) }
          next = day.adding(years: count)
        }
      }
      return days
    }

    func labels(of day: Day) -> (label: String, outer: String?) {
      switch self {
      case .days: (String(day.day), "\(Self.shortMonths[day.month - 1]) \(day.year.withMinus)")
      case .months: (Self.shortMonths[day.month - 1], day.year.withMinus)
      case .years: (day.year.withMinus, nil)
      }
    }

    private static let shortMonths = [
      "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec",
    ]
  }
}

extension Int {
  /// The quotient rounded down, also below zero.
  fileprivate func flooredQuotient(_ divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
