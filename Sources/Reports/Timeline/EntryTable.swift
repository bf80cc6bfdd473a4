import Projections
import Stances

/// What happened, in one column of time, for readers.
enum EntryTable {
  /// One row an entry, with the numbers of its sources.
  static func table(of entries: [(entry: TimelineEntry, sources: [Int])]) -> Table {
    Table(
      of: entries,
      [
        (.init("When"), { RichText($0.entry.when) }),
        (.init("Who"), { RichText($0.entry.actor) }),
        (.init("What"), { RichText($0.entry.summary).noted($0.sources) }),
        (.init("Pushes"), { RichText($0.entry.push?.direction ?? "") }),
      ])
  }
}

extension TimelineEntry {
  /// The day it was so and, where that is another, the day it could be known.
  fileprivate var when: String {
    published == occurred ? occurred.spoken : "\(occurred.spoken), published \(published.spoken)"
  }
}
