package import EventLog
package import Stances

/// What the fold of one subject's moves comes to after every so many of them, where later folds begin:
/// once for what is known at the head, and once for each earlier day on which less of them was known.
///
/// What is known of the moves up to a day changes while they are being reported, and hardly ever
/// afterwards: when something comes out late, or is corrected. Of the days on which it changed only
/// the last ones are kept; a query by an earlier one begins at an earlier state.
package struct FoldStates: Sendable {
  /// The states, by day.
  package private(set) var states: [FoldState] = []

  /// After so many moves there is a state, at least.
  private static let leastMoves = 16
  /// A subject has so many days with states, at most.
  private static let mostDays = 32
  /// So many days after it happened something is reported as a rule: what was known earlier has no
  /// state.
  private static let usualDelay = 30
  /// A day has so many states, at most.
  private static let mostOfDay = 16

  /// The fold as it is for a query by any day from one on.
  private struct Version {
    let known: Day
    let until: Day?
    var fold: PostureFold
  }

  /// Folds the moves of a subject as of the log's head.
  ///
  /// - Parameters:
  ///   - moves: all of them, in fold order.
  ///   - amendments: those of their events, and those of these, and so on.
  ///   - head: the log's last position.
  ///   - count: after how many moves there is a state, at least; nil leaves that to their number.
  package init(
    of moves: [Move], amendedBy amendments: [Amendment], at head: Position,
    every count: Int? = nil
  ) {
    let amended = Dictionary(grouping: amendments, by: \.target)
    let length = count ?? max(Self.leastMoves, moves.count / Self.mostDays)
    // The last known day comes first.
    var versions = [Version(known: .distantPast, until: nil, fold: PostureFold(by: .current))]
    var touched = Position.beforeFirst
    var rest = moves[...]
    while rest.count > length {
      let day = rest[rest.startIndex + length - 1].occurred.earliest
      let end = rest.firstIndex { $0.occurred.earliest > day } ?? rest.endIndex
      guard end < rest.endIndex else { return }
      let block = rest[..<end]
      rest = rest[end...]
      var changes = Set(versions.map(\.known))
      for move in block {
        touched = max(touched, move.position, move.source)
        changes.insert(move.published.earliest)
        var events = [move.position]
        while let event = events.popLast() {
          for amendment in amended[event] ?? [] {
            touched = max(touched, amendment.position)
            changes.insert(amendment.published.earliest)
            events.append(amendment.position)
          }
        }
      }
      versions = Self.fold(
        block, over: versions, knownOn: Self.kept(changes, after: day), amendments, at: head)
      states += versions.map {
        FoldState(
          day: day, known: $0.known, until: $0.until, touched: touched, fold: $0.fold.encoded)
      }
    }
  }

  /// Of the days on which something became known those that have states, the last first.
  private static func kept(_ changes: Set<Day>, after day: Day) -> ArraySlice<Day> {
    let ordered = changes.sorted(by: >)
    let late = ordered.prefix { $0 > day.adding(days: usualDelay) }
    return ordered.prefix(min(late.count + 1, mostOfDay))
  }

  private static func fold(
    _ block: ArraySlice<Move>, over versions: [Version], knownOn days: ArraySlice<Day>,
    _ amendments: [Amendment], at head: Position
  ) -> [Version] {
    var folded: [Version] = []
    for known in days {
      guard let base = versions.first(where: { $0.known <= known }) else { break }
      let clocks = Clocks(to: .distantFuture, knownBy: known, at: head)
      let acting = ActingAmendments(amendments, within: clocks)
      var fold = base.fold
      for move in block where clocks.includes(move) && acting.admits(move) { fold.apply(move) }
      fold.finish()
      folded.append(Version(known: known, until: folded.last?.known, fold: fold))
    }
    return folded
  }
}
