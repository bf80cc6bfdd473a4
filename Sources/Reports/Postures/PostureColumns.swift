import Projections
import Stances

/// The table of postures that reports share.
enum PostureColumns {
  /// Whether a table names the companies, or is about one.
  enum Naming { case companies, marketsOnly }

  private static var company: Table.ColumnOf<Posture> {
    (
      .init("Company"),
      {
        .named(
          $0.company == $0.group?.company ? "itself" : $0.displayName, .company($0.company))
      }
    )
  }

  /// The group that each posture stands for, if they stand for groups, and of how many companies.
  private static func group(of postures: [Posture]) -> [Table.ColumnOf<Posture>] {
    guard postures.contains(where: { $0.group != nil }) else { return [] }
    return [
      (
        .init("Group"),
        {
          guard let group = $0.group else { return "" }
          return .named(
            group.name, .company(group.company),
            group.members.count > 1 ? " (\(group.members.count) companies)" : "")
        }
      )
    ]
  }

  /// What each company says against what it does, side by side.
  static func table(
    of postures: [Posture], _ contests: ContestNotes, naming: Naming
  ) -> Table {
    let company: [Table.ColumnOf<Posture>] =
      switch naming {
      case .companies: group(of: postures) + [Self.company]
      case .marketsOnly: []
      }
    return Table(
      of: postures,
      company + [
        (.init("Market"), { .named($0.market.englishName, .posture($0.company, $0.market)) }),
        (.init("Says"), { RichText($0.says) }),
        (.init("Does"), { RichText($0.does) }),
        (.init("On whose word"), { RichText($0.restsWithLatest) }),
        (.init("Word against deed"), { contests.reading(of: $0) }),
      ])
  }
}

/// The notes below a table of postures: what contradicts each.
struct ContestNotes {
  private let notes: [RichText]
  private let numbers: [Key: [Int]]

  private struct Key: Hashable {
    let company: String
    let market: String

    init(_ posture: Posture) {
      company = posture.company.text
      market = posture.market.code
    }
  }

  init(_ postures: [Posture]) {
    var notes: [RichText] = []
    var numbers: [Key: [Int]] = [:]
    for posture in postures {
      for contest in posture.contested {
        notes.append("\(posture.name), \(posture.market.englishName): \(contest.phrase).")
        numbers[Key(posture), default: []].append(notes.count)
      }
    }
    self.notes = notes
    self.numbers = numbers
  }

  /// The gap with its reading, and the mark of what is contested.
  func reading(of posture: Posture) -> RichText {
    guard let numbers = numbers[Key(posture)] else { return RichText(posture.gapReading) }
    return RichText("\(posture.gapReading); contested").noted(numbers)
  }

  /// The notes under their heading; nothing without any.
  var blocks: [Document.Block] {
    notes.isEmpty ? [] : [.heading("Contested"), .notes(notes)]
  }
}
