package import Projections
package import Stances

/// Where companies stand: what each says and does in each market.
package enum PosturesReport {
  /// The table of all postures with what stands against each in notes.
  package static func document(_ answer: Answer<[Posture]>) -> Document {
    let postures = answer.content
    var blocks: [Document.Block] = [.paragraph(RichText(summary(of: postures)))]
    if !postures.isEmpty {
      let contests = ContestNotes(postures)
      blocks.append(.table(PostureColumns.table(of: postures, contests, naming: .companies)))
      blocks += contests.blocks
    }
    return Document(
      title: "What companies say and what they do", query: [answer.queryLine], blocks: blocks,
      records: PostureRecords.records(of: postures))
  }

  /// The postures in the envelope, as DESIGN.md §7 fixes them.
  package static func json(_ answer: Answer<[Posture]>) -> JSONValue {
    answer.envelope([("postures", .array(answer.content.map(\.json)))])
  }

  /// How many postures read how, the widest gaps first.
  private static func summary(of postures: [Posture]) -> String {
    guard !postures.isEmpty else { return "Nothing is recorded that this query reaches." }
    let companies = counted(Set(postures.map(\.company)).count, "company", plural: "companies")
    let markets = counted(Set(postures.map(\.market)).count, "market")
    let readings = readingOrder.compactMap { reading, phrase -> String? in
      let count = postures.count { $0.reading == reading }
      return count == 0 ? nil : "\(count) \(phrase)"
    }
    let contested = postures.count { !$0.contested.isEmpty }
    return "\(companies.asSentenceStart) in \(markets), \(counted(postures.count, "posture")): "
      + readings.joined(separator: ", ") + "; \(contested) contested."
  }

  private static let readingOrder: [(Reading, String)] = [
    (.quietRetreat, "doing more than is said"), (.unkeptWord, "saying more than is done"),
    (.pledged, "promised for a later day"), (.underWay, "with an exit under way"),
    (.inLine, "in line"), (.unknown, "with conduct not known"), (.notApplicable, "seized"),
  ]
}
