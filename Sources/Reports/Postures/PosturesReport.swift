package import JSON
package import Projections
import Stances

/// Postures: what each company says and does in each market.
package enum PosturesReport {
  /// The table of all postures, with what contradicts each in notes.
  package static func document(_ answer: Answer<[Posture]>) -> Document {
    document(answer, title: title, besides: [])
  }

  /// The board: the same with what went back, what was promised, and who moved first, and with how
  /// others would grade it.
  package static func document(
    _ answer: Answer<PostureBoard>, graded: GradeCount? = nil
  ) -> Document {
    document(
      answer.with(answer.content.postures), title: boardTitle,
      besides: blocks(of: answer.content) + GradeCountReport.blocks(of: graded))
  }

  /// A part of a board too long for one page: the postures of some companies, and how many of all
  /// read how.
  package static func document(
    _ answer: Answer<PosturePart>, graded: GradeCount? = nil
  ) -> Document {
    let part = answer.content
    let contests = ContestNotes(part.shown)
    let blocks: [Document.Block] =
      [
        .paragraph(RichText(part.summary.words)),
        .facts(
          readings.compactMap { reading in
            part.summary.readings[reading].map { .init(reading.phrase.asSentenceStart, "\($0)") }
          }),
      ] + part.more.blocks("companies")
      + [
        .paragraph(
          "What was promised, what went back and who moved first is on each company's own page."),
        .table(PostureColumns.table(of: part.shown, contests, naming: .companies)),
      ] + contests.blocks + GradeCountReport.blocks(of: graded)
      + GradeLegend.blocks(of: part.shown.compactMap(\.conduct?.grade))
    return Document(
      title: boardTitle, query: [answer.queryLine], blocks: blocks, proof: answer.proofLine,
      records: PostureRecords.records(of: part.shown, ofGroups: answer.choice.roll != nil))
  }

  private static func document(
    _ answer: Answer<[Posture]>, title: String, besides more: [Document.Block]
  ) -> Document {
    let postures = answer.content
    let contests = ContestNotes(postures)
    let blocks: [Document.Block] =
      postures.isEmpty
      ? [.nothingFound]
      : [
        .paragraph(RichText(summary(of: postures))), .facts(readings(of: postures)),
        .table(PostureColumns.table(of: postures, contests, naming: .companies)),
      ] + contests.blocks + more + GradeLegend.blocks(of: postures.compactMap(\.conduct?.grade))
    return Document(
      title: title, query: [answer.queryLine], blocks: blocks, proof: answer.proofLine,
      records: PostureRecords.records(of: postures, ofGroups: answer.choice.roll != nil))
  }

  /// The postures in the envelope.
  package static func json(_ answer: Answer<[Posture]>) -> JSONValue {
    answer.envelope(["postures": .array(answer.content.map(\.json))])
  }

  /// The postures, the promises and the moves in the envelope.
  package static func json(
    _ answer: Answer<PostureBoard>, graded: GradeCount? = nil
  ) -> JSONValue {
    let board = answer.content
    return answer.envelope(
      .object(
        [("postures", .array(board.postures.map(\.json)))] + board.members
          + GradeCountReport.members(of: graded)))
  }

  /// The postures of a part in the envelope, and what asks for the next one.
  package static func json(
    _ answer: Answer<PosturePart>, graded: GradeCount? = nil
  ) -> JSONValue {
    let part = answer.content
    return answer.envelope(
      .object(
        [("postures", .array(part.shown.map(\.json)))] + part.more.members
          + GradeCountReport.members(of: graded)))
  }

  static let title = "What companies say and what they do"
  static let boardTitle = "Board: what companies say and what they do"

  /// What went back, what was promised, and who moved first.
  static func blocks(of board: PostureBoard) -> [Document.Block] {
    MoveTables.reversals(board.reversals) + MoveTables.promises(board.ledger)
      + MoveTables.leadTimes(board.leadTimes)
  }

  /// How many postures there are, of how many companies, in a sentence.
  static func summary(of postures: [Posture]) -> String { PostureSummary(of: postures).words }

  /// Companies by their reading, first those whose words and deeds differ.
  static func readings(of postures: [Posture]) -> [Document.Fact] {
    readings.compactMap { reading in
      let found = postures.filter { $0.reading == reading }
        .sorted { (abs($1.gap ?? 0), $0.name, $0.market) < (abs($0.gap ?? 0), $1.name, $1.market) }
      guard !found.isEmpty else { return nil }
      let names = found.enumerated().map { place, posture -> RichText in
        let last = place == found.count - 1
        return .named(
          posture.unitName, .company(posture.unit),
          " (\(posture.market.label))\(last ? "" : ", ")")
      }
      return .init(
        reading.phrase.asSentenceStart, names.reduce(RichText("\(found.count): "), +))
    }
  }

  /// All readings, first those by which words and deeds differ.
  private static let readings: [Reading] = [
    .quietRetreat, .unkeptWord, .unconfirmed, .pledged, .conditional, .nothingSince, .underWay,
    .inLine, .otherLines, .noWord, .unknown, .notApplicable,
  ]
}
