import Projections
import Stances

/// What happened, in one column of time, for readers.
enum EntryTable {
  /// One row per entry, with the numbers of its sources.
  static func table(of entries: [(entry: TimelineEntry, sources: [Int])]) -> Table {
    Table(
      of: entries,
      [
        (
          .init("When"),
          {
            .named(
              when($0.entry.occurred, published: $0.entry.published), .event($0.entry.event))
          }
        ),
        (.init("Who"), { .named($0.entry.actor, $0.entry.actorSubject) }),
        (.init("What"), { RichText($0.entry.summary).noted($0.sources) }),
        (.init("Pushes"), { RichText($0.entry.push?.direction ?? "") }),
      ])
  }
}
