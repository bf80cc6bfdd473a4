import Projections
import Stances

/// Promises, reversals, and who moved first, for readers.
enum MoveTables {
  /// The ledger of promises under its heading; nothing without any.
  static func promises(_ promises: [Promise]) -> [Document.Block] {
    guard !promises.isEmpty else { return [] }
    return [
      .heading("Promises"),
      .paragraph("Announcements for a later day, and what became of each under the rules."),
      .table(
        Table(
          of: promises,
          [
            (.init("Company"), { .named($0.name, .company($0.company)) }),
            (.init("Market"), { RichText($0.market.englishName) }),
            (.init("Announced"), { RichText("\($0.level.phrase), \($0.announced.spoken)") }),
            (.init("Due"), { RichText($0.due.spoken) }),
            (.init("By the day of this report"), { RichText($0.outcome.phrase) }),
          ])),
    ]
  }

  /// The reversals under their heading; nothing without any.
  static func reversals(_ changes: [ConductChange]) -> [Document.Block] {
    guard !changes.isEmpty else { return [] }
    return [
      .heading("Reversals"),
      .table(
        Table(
          of: changes,
          [
            (.init("Company"), { .named($0.name, .company($0.company)) }),
            (.init("Market"), { RichText($0.market.englishName) }),
            (.init("When"), { RichText($0.after.since.spoken) }),
            (.init("From"), { RichText($0.before?.phrase ?? "not known") }),
            (.init("To"), { RichText($0.after.level.phrase) }),
            (.init("On whose word"), { RichText($0.after.rests) }),
          ])),
    ]
  }

  /// The time between each move and the nearest measure; nothing without a move.
  static func leadTimes(_ moves: [LeadTime]) -> [Document.Block] {
    guard !moves.isEmpty else { return [] }
    return [.heading("Who moved first"), .paragraph(RichText(leadTimesNote)), table(of: moves)]
  }

  /// The same in a report about more than moves: of very many, the nearest.
  static func nearestLeadTimes(_ moves: [LeadTime]) -> [Document.Block] {
    guard moves.count > mostBesides else { return leadTimes(moves) }
    let measured = moves.indices.filter { moves[$0].nearest != nil }
    let nearest = measured.sorted {
      (moves[$0].distance, $0) < (moves[$1].distance, $1)
    }.prefix(mostBesides).sorted()
    let counts = [
      ("listed here", nearest.count), ("further off", measured.count - nearest.count),
      ("without such a measure on record", moves.count - measured.count),
    ]
    let words = counts.filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    let note: Document.Block = .paragraph(
      RichText(
        "\(leadTimesNote) Of \(moves.count) changes, the nearest are listed: \(words). "
          + "The board lists them all."))
    let heading: [Document.Block] = [.heading("Who moved first"), note]
    return nearest.isEmpty ? heading : heading + [table(of: nearest.map { moves[$0] })]
  }

  /// The greatest number of moves in a report about more than moves.
  private static let mostBesides = 100

  private static let leadTimesNote = """
    Each change in what a company does, and the nearest measure that addresses the company in the \
    same market and pushes the same way: its adoption, its coming into force, or a step that amended \
    it or extended it to more companies. Nearness does not mean that one caused the other.
    """

  private static func table(of moves: [LeadTime]) -> Document.Block {
    .table(
      Table(
        of: moves,
        [
          (.init("Company"), { .named($0.change.name, .company($0.change.company)) }),
          (.init("Market"), { RichText($0.change.market.englishName) }),
          (.init("Moved"), { RichText($0.change.phrase) }),
          (.init("Nearest measure"), { RichText($0.nearest?.phrase ?? "none recorded") }),
          (.init("Between them"), { RichText($0.nearest?.distance ?? "–") }),
        ]))
  }
}

extension LeadTime {
  /// Twice the days between the move and the middle of its measure's day.
  fileprivate var distance: Int {
    nearest.map { abs($0.days.lowerBound + $0.days.upperBound) } ?? .max
  }
}

extension Promise.Outcome {
  fileprivate var phrase: String {
    switch self {
    case .ahead(let days): days == 0 ? "due that day" : "ahead, in \(counted(days, "day"))"
    case .cancelled(let day): "cancelled by a later word, \(day)"
    case .cameDue: "its day came; nothing on record stands against it"
    case .overdue(let days): "broken: \(counted(days, "day")) overdue"
    case .unconfirmed(let days): "unconfirmed: due \(counted(days, "day")) ago, no report since"
    }
  }
}

extension ConductChange {
  /// The level moved to, from which, and when.
  fileprivate var phrase: String {
    let before = before.map { "\($0.term) → " } ?? ""
    return "\(before)\(after.level.term), \(after.since.spokenAsStart)"
  }
}

extension LeadTime.Nearest {
  fileprivate var phrase: String {
    let step = isAmendment ? "amended, \(since.spoken)" : "\(status.words), \(since.spokenAsStart)"
    return "\(title): \(step)"
  }

  /// The days between, and which of the two came first.
  fileprivate var distance: String {
    if days == 0...0 { return "the same day" }
    if days.lowerBound >= 0 { return "\(span(days)) after the measure" }
    if days.upperBound <= 0 {
      return "\(span(-days.upperBound ... -days.lowerBound)) before the measure"
    }
    return "from \(counted(-days.lowerBound, "day")) before to "
      + "\(counted(days.upperBound, "day")) after the measure"
  }

  private func span(_ days: ClosedRange<Int>) -> String {
    days.lowerBound == days.upperBound
      ? counted(days.lowerBound, "day") : "\(days.lowerBound) to \(days.upperBound) days"
  }
}
