package import JSON
package import Projections
import Stances

/// Everything recorded about one company.
package enum CompanyReport {
  /// Who it is, where it stands, what it said and did on whose evidence, what presses it, and the
  /// figures that name it.
  ///
  /// The spreadsheet has its history, one row a piece of evidence. Where the courses of its postures
  /// are given, they are drawn as strips of characters.
  package static func document(
    _ answer: Answer<CompanyHistory>, courses: [PostureCourse] = []
  ) -> Document {
    let history = answer.content
    let strips: [Document.Block] =
      courses.isEmpty ? [] : [.heading("Over time"), .strips(courses.map(TextStrip.init))]
    let sections = [
      RegistrationSection.blocks(of: history.registration), postures(history.postures), strips,
      HistorySection.blocks(of: history.entries), PressureSection.blocks(of: history.pressure),
      figures(history.trade),
      GradeLegend.blocks(
        of: history.postures.compactMap(\.conduct?.grade) + history.trade.map(\.grade)),
    ]
    return Document(
      title: history.registration.identity.name, query: [answer.queryLine],
      blocks: sections.flatMap(\.self), proof: answer.proofLine,
      records: HistoryRecords.records(of: history.entries))
  }

  /// The company, its postures, entries, pressure and trade figures in the envelope.
  package static func json(_ answer: Answer<CompanyHistory>) -> JSONValue {
    let history = answer.content
    return answer.envelope([
      "company": history.registration.json,
      "postures": .array(history.postures.map(\.json)),
      "entries": .array(history.entries.map(\.json)),
      "pressure": history.pressure.json,
      "trade": .array(history.trade.map(\.json)),
    ])
  }

  static func postures(_ postures: [Posture]) -> [Document.Block] {
    guard !postures.isEmpty else {
      return [.heading("Where it stands"), .paragraph("Nothing is recorded that it said or did.")]
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
