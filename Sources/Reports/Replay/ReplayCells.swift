import Projections
import Stances

/// The columns of the table of postures that a replay moves, by the names that its page and the
/// script have for them.
enum ReplayColumn: String, CaseIterable {
  case name, says, does, basis, gap
}

/// What a cell of the table shows: its words, and what else the page knows of them as data.
struct ReplayCell {
  var words = ""
  /// What follows the words with counts of days, which grow by themselves.
  var age: [WordingPart] = []
  /// The level of which the cell shows the mark.
  var level: Level?
  /// The mark of a contest; empty without one.
  var contest = ""
  /// The gap between word and deed; 0 if it is not known.
  var gap = 0

  /// The words with their age.
  var text: String { words + age.map(\.words).joined() }
}

extension Posture {
  /// What the table shows of it in a column.
  func cell(_ column: ReplayColumn) -> ReplayCell {
    switch column {
    case .name: ReplayCell(words: displayName)
    case .says:
      // A defence, and a return, mean operating without naming a level.
      ReplayCell(
        words: says, level: voice.kind.isStandingWord ? voice.level ?? .operating : nil)
    case .does: ReplayCell(words: does, level: conduct?.level)
    case .basis:
      ReplayCell(words: restsWithLatest, contest: contested.isEmpty ? "" : "contested")
    case .gap: ReplayCell(words: gapPhrase, age: gapAge, gap: gap ?? 0)
    }
  }
}
