package import JSON
package import Projections
import Stances

/// Where companies stand: what each says and does in each market.
package enum PosturesReport {
  /// The table of all postures with what stands against each in notes.
  package static func document(_ answer: Answer<[Posture]>) -> Document {
    let postures = answer.content
    guard !postures.isEmpty else {
      return Document(
        title: title, query: [answer.queryLine], blocks: [.nothingFound],
        proof: answer.proofLine, records: PostureRecords.records(of: postures))
    }
    let contests = ContestNotes(postures)
    return Document(
      title: title, query: [answer.queryLine],
      blocks: [
        .paragraph(RichText(summary(of: postures))), .facts(readings(of: postures)),
        .table(PostureColumns.table(of: postures, contests, naming: .companies)),
      ] + contests.blocks + GradeLegend.blocks(of: postures.compactMap(\.conduct?.grade)),
      proof: answer.proofLine, records: PostureRecords.records(of: postures))
  }

  /// The postures in the envelope, as DESIGN.md §7 fixes them.
  package static func json(_ answer: Answer<[Posture]>) -> JSONValue {
    answer.envelope(["postures": .array(answer.content.map(\.json))])
  }

  static let title = "What companies say and what they do"

  /// How many postures there are, of how many companies, in a sentence.
  static func summary(of postures: [Posture]) -> String {
    let companies = counted(Set(postures.map(\.company)).count, "company", plural: "companies")
    let markets = counted(Set(postures.map(\.market)).count, "market")
    let contested = postures.count { !$0.contested.isEmpty }
    return "\(companies.asSentenceStart) in \(markets); "
      + "\(counted(postures.count, "posture")), \(contested) of them contested."
  }

  /// Who reads how, those first whose words and deeds differ.
  static func readings(of postures: [Posture]) -> [Document.Fact] {
    let order: [Reading] = [
      .quietRetreat, .unkeptWord, .pledged, .underWay, .inLine, .unknown, .notApplicable,
    ]
    return order.compactMap { reading in
      let found = postures.filter { $0.reading == reading }
      let names = found.map { "\($0.name) (\($0.market.code))" }.joined(separator: ", ")
      return found.isEmpty
        ? nil : .init(reading.phrase.asSentenceStart, "\(found.count): \(names)")
    }
  }
}
