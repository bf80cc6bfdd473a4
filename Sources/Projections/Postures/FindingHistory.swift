import Stances

/// How the finding for one company in one market goes from day to day.
///
/// Findings change on few days: those on which a move is reached, and those on which a day that a
/// word named comes or has passed. Only these are looked at; between them nothing but ages grows.
struct FindingHistory {
  /// A finding that holds from a day on, in all but its ages.
  struct Period {
    let from: Day
    let finding: PostureFinding
  }

  private(set) var periods: [Period] = []

  /// Folds moves that are known, in fold order, from a first day up to the day of the clocks.
  init(of moves: [Move], from first: Day, clocks: Clocks) {
    self.init(
      of: moves, lookingOn: Self.days(of: moves, from: first, clocks: clocks), clocks: clocks)
  }

  /// Folds moves that are known, in fold order, as they are on each of some days, the last of
  /// which is that of the clocks; what comes and goes between two of them is not seen.
  init(of moves: [Move], on stops: [Day], clocks: Clocks) {
    let days = Self.days(of: moves, from: .distantPast, clocks: clocks)
      .compactMap(stops.first(notBefore:))
    self.init(of: moves, lookingOn: Set(days).sorted(), clocks: clocks)
  }

  private init(of moves: [Move], lookingOn days: [Day], clocks: Clocks) {
    var fold = GrowingFold(moves, on: clocks)
    for day in days {
      fold.reach(day)
      guard !fold.isEmpty else { continue }
      var now = clocks
      now.to = day
      let finding = fold.finding(on: now)
      if let last = periods.last?.finding, last.ageless == finding.ageless { continue }
      periods.append(Period(from: day, finding: finding))
    }
  }

  /// The first day, and every later one on which the finding can change.
  private static func days(of moves: [Move], from first: Day, clocks: Clocks) -> [Day] {
    var days: Set<Day> = [first]
    for move in moves {
      days.insert(clocks.reach.day(reaching: move))
      days.insert(move.lastDay.adding(days: RuleSet.daysUntilStale + 1))
      guard let due = move.due else { continue }
      days.insert(clocks.reach.day(reaching: due))
      days.insert(due.latest.adding(days: 1))
    }
    return days.filter { first <= $0 && $0 <= clocks.to }.sorted()
  }
}

extension PostureFinding {
  /// The finding without how long it lasts: only whether a due day is past, and whether it is stale,
  /// are kept.
  fileprivate var ageless: PostureFinding {
    var finding = self
    finding.age = nil
    finding.overdue = overdue.map { _ in 0 }
    finding.stale = stale.map { _ in 0 }
    return finding
  }
}

/// A posture's fold that takes in moves as their days come.
///
/// By their first day moves come in the order of the fold. By their last day one can come that
/// belongs before others taken in already: then the fold begins again.
private struct GrowingFold {
  private let moves: [Move]
  /// The places of the moves not yet reached, the next one last.
  private var ahead: [Int]
  private var taken: [Int] = []
  private var fold: PostureFold
  private let rules: RuleSet
  private let dates: DateReach

  init(_ moves: [Move], on clocks: Clocks) {
    self.moves = moves
    rules = clocks.rules
    let dates = clocks.reach
    self.dates = dates
    fold = PostureFold(by: rules)
    ahead = moves.indices
      .sorted {
        (dates.day(reaching: moves[$0]), $0) > (dates.day(reaching: moves[$1]), $1)
      }
  }

  /// Whether nothing has been taken in that the company said or did.
  var isEmpty: Bool { fold.isEmpty }

  /// Takes in every move up to a day.
  mutating func reach(_ day: Day) {
    var next: [Int] = []
    while let move = ahead.last, dates.day(reaching: moves[move]) <= day {
      next.append(move)
      ahead.removeLast()
    }
    guard !next.isEmpty else { return }
    next.sort()
    if let last = taken.last, let first = next.first, first < last {
      taken = (taken + next).sorted()
      next = taken
      fold = PostureFold(by: rules)
    } else {
      taken += next
    }
    for move in next { fold.apply(moves[move]) }
  }

  func finding(on clocks: Clocks) -> PostureFinding { fold.finding(on: clocks) }
}
