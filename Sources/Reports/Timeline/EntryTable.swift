import Projections
import Stances

/// What happened, in one column of time, for readers.
enum EntryTable {
  /// One row per entry, with the numbers of its sources.
  static func table(of entries: [(entry: TimelineEntry, sources: [Int])]) -> Table {
    Table(
      of: entries,
      [
        (.init("When"), { RichText(when($0.entry.occurred, published: $0.entry.published)) }),
        (.init("Who"), { .name($0.entry.actor) }),
        (.init("What"), { RichText($0.entry.summary).noted($0.sources) }),
        (.init("Pushes"), { RichText($0.entry.push?.direction ?? "") }),
      ])
  }
}
