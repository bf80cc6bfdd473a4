import Projections
import Stances

/// Who followed which measure, and which measure in force forbids it, for readers.
enum FollowedSection {
  /// One row per company and word, in the order of the measures; nothing if none was followed.
  static func blocks(of followed: FollowedMeasures, measures: [Measure]) -> [Document.Block] {
    let rows = measures.flatMap { measure in
      (followed.followers[measure.measure] ?? []).map { (measure: measure, follower: $0) }
    }
    guard !rows.isEmpty else { return [] }
    let columns: [Table.ColumnOf<(measure: Measure, follower: FollowedMeasures.Follower)>] = [
      (
        .init("Measure"),
        {
          .named($0.measure.title, .measure($0.measure.measure), " (\($0.measure.measure))")
        }
      ),
      (.init("Followed by"), { .named($0.follower.name, .company($0.follower.company)) }),
      (.init("Since"), { RichText($0.follower.since.spoken) }),
      (.init("By whose word"), { $0.follower.by.map { .name($0) } ?? "its own" }),
    ]
    return [.heading("Who followed which measure"), .table(Table(of: rows, columns))]
      + conflicts(followed.conflicts)
  }

  /// One row per company and pair of measures; nothing without any.
  static func conflicts(_ conflicts: [FollowedMeasures.Conflict]) -> [Document.Block] {
    guard !conflicts.isEmpty else { return [] }
    let columns: [Table.ColumnOf<FollowedMeasures.Conflict>] = [
      (.init("Company"), { .named($0.name, .company($0.company)) }),
      (.init("Followed"), { side($0.followed) }),
      (.init("In force against it"), { side($0.against) }),
      (.init("Both hold"), { RichText($0.since?.spokenAsStart ?? "–") }),
    ]
    return [
      .heading("Obeying one measure, against another"),
      .table(Table(of: conflicts, columns)),
    ]
  }

  private static func side(_ side: FollowedMeasures.Side) -> RichText {
    let since = side.since.map { ", \($0.spokenAsStart)" } ?? ""
    return .name(side.title, " (\(side.measure))\(since)")
  }
}

/// Who followed a measure, and who used a power, in the columns of a spreadsheet.
enum FollowedRecords {
  /// The columns after those of the measure itself; the lists of one row are in the same order.
  static func columns<Row>(
    _ followed: FollowedMeasures, prefix: String = "", _ measure: @escaping (Row) -> Measure?
  ) -> [Records.Column<Row>] {
    func list(
      _ name: String, _ cell: @escaping (FollowedMeasures.Follower) -> String,
      separator: String = " "
    ) -> Records.Column<Row> {
      (
        prefix + name,
        { row in
          measure(row).map { measure in
            (followed.followers[measure.measure] ?? []).map(cell).joined(separator: separator)
          }
        }
      )
    }
    return GovernmentMeasure.User.allCases.map { user -> Records.Column<Row> in
      (
        "\(prefix)used_by_\(user.term)",
        { row in measure(row).map { String($0.usedBy[user] ?? 0) } }
      )
    } + [
      list("followed_by", \.company.text), list("followed_since", \.since.text),
      list("followed_events", \.event.text), list("followed_word", \.word.term),
      list("followed_word_of", { $0.by ?? $0.name }, separator: "; "),
      (
        prefix + "followed_against",
        { row in
          measure(row).map { measure in
            followed.conflicts.filter { $0.followed.measure == measure.measure }
              .map { "\($0.company):\($0.against.measure)" }.joined(separator: " ")
          }
        }
      ),
    ]
  }
}
