package import JSON
package import Projections
import Stances

/// Everything recorded about one company.
package enum CompanyReport {
  /// Who it is, where it stands, what it said and did on whose evidence, the pressure on it, and
  /// the figures that name it.
  ///
  /// The spreadsheet has its history, one row per piece of evidence. With the board of the company
  /// its postures are drawn as strips of characters, and what led to them is listed.
  package static func document(
    _ answer: Answer<CompanyHistory>, board: PostureBoard? = nil
  ) -> Document {
    let history = answer.content
    let histories = board?.histories ?? []
    let strips: [Document.Block] =
      histories.isEmpty
      ? []
      : [
        .heading("Over time"),
        .strips(TextStrip.strips(of: histories) { $0.market.englishName }),
      ]
    let sections = [
      RegistrationSection.blocks(of: history.registration), postures(history.postures),
      ContestedSides.blocks(of: history.postures, entries: history.entries), strips,
      changes(in: histories), HistorySection.blocks(of: history.entries),
      board.map(moves) ?? [], PressureSection.blocks(of: history.pressure),
      FollowedSection.conflicts(history.conflicts), figures(history.trade),
      GradeLegend.blocks(
        of: history.postures.compactMap(\.conduct?.grade) + history.trade.map(\.grade)),
    ]
    return Document(
      title: history.registration.identity.name, query: [answer.queryLine],
      blocks: sections.flatMap(\.self), proof: answer.proofLine,
      records: HistoryRecords.records(of: history.entries))
  }

  /// The company, its postures, entries, pressure, trade figures, what is contested, what changed
  /// when, conflicts of measures, promises and moves in the envelope.
  package static func json(
    _ answer: Answer<CompanyHistory>, board: PostureBoard? = nil
  ) -> JSONValue {
    let history = answer.content
    let members: [(name: String, value: JSONValue)] = [
      ("company", history.registration.json),
      ("postures", .array(history.postures.map(\.json))),
      ("entries", .array(history.entries.map(\.json))),
      ("pressure", history.pressure.json),
      ("trade", .array(history.trade.map(\.json))),
      ("contested", ContestedSides.json(of: history.postures)),
      ("changes", .array(ordered(changesIn: board?.histories ?? []).map(json))),
    ]
    return answer.envelope(
      .object(
        members + FollowedMeasures.members(history.conflicts, by: answer.clocks.rules)
          + (board?.members ?? [])))
  }

  /// What was promised, and who moved first.
  static func moves(of board: PostureBoard) -> [Document.Block] {
    MoveTables.promises(board.ledger) + MoveTables.leadTimes(board.leadTimes)
  }

  /// Every change of its postures under its heading; nothing without any.
  static func changes(in histories: [PostureHistory]) -> [Document.Block] {
    let changes = ordered(changesIn: histories)
    guard !changes.isEmpty else { return [] }
    return [.heading("What changed when"), .table(ChangeTables.table(ofDays: changes))]
  }

  private static func ordered(
    changesIn histories: [PostureHistory]
  ) -> [(day: Day?, change: PostureChange)] {
    histories.flatMap(\.changes).sorted {
      ($0.day ?? .distantPast, $0.change.market) < ($1.day ?? .distantPast, $1.change.market)
    }
  }

  private static func json(_ day: Day?, _ change: PostureChange) -> JSONValue {
    [
      "day": JSONValue(day?.description), "market": .string(change.market.code),
      "change": .string(change.phrase), "causes": JSONValue(change.causes),
    ]
  }

  static func postures(_ postures: [Posture]) -> [Document.Block] {
    guard !postures.isEmpty else {
      return [.heading("Where it stands"), .paragraph("Nothing that it said or did is on record.")]
    }
    let contests = ContestNotes(postures)
    let table = PostureColumns.table(of: postures, contests, naming: .marketsOnly)
    return [.heading("Where it stands"), .table(table)] + contests.blocks
  }

  static func figures(_ figures: [TradeFigure]) -> [Document.Block] {
    figures.isEmpty
      ? [] : [.heading("Figures that name it"), .table(TradeTable.table(of: figures))]
  }
}
