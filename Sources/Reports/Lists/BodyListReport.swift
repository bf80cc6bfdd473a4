package import JSON
package import Projections
package import Stances

/// Every body of a log, with how much it is recorded to have said and done.
package enum BodyListReport {
  /// One row per body.
  ///
  /// - Parameters:
  ///   - answer: the bodies.
  ///   - jurisdictions: whose bodies were asked for; all if there are none.
  /// - Returns: the document.
  package static func document(
    _ answer: Answer<NamePart<ListedBody>>, of jurisdictions: [Market]
  ) -> Document {
    let part = answer.content
    let count = counted(part.count, "body", plural: "bodies").asSentenceStart
    let whose =
      jurisdictions.isEmpty
      ? "" : ", of these alone: \(jurisdictions.names)"
    return Document(
      title: "Bodies", query: [answer.queryLine],
      blocks: part.count == 0
        ? [.nothingFound]
        : [.paragraph("\(count)\(whose).")] + part.more.blocks("bodies")
          + [.table(table(of: part.shown))],
      proof: answer.proofLine, records: records(of: part.shown))
  }

  /// The bodies in the envelope, with how many there are and whose they are.
  package static func json(
    _ answer: Answer<NamePart<ListedBody>>, of jurisdictions: [Market]
  ) -> JSONValue {
    let part = answer.content
    return answer.envelope(
      .object(
        (jurisdictions.isEmpty ? [] : [("country", JSONValue(jurisdictions))])
          + [
            ("count", .integer(Int64(part.count))), ("bodies", .array(part.shown.map(\.json))),
          ] + part.more.members))
  }

  private static func table(of bodies: [ListedBody]) -> Table {
    Table(
      of: bodies,
      [
        (.init("Body"), { .named($0.name, .body($0.body)) }),
        (.init("Whose"), { RichText($0.jurisdiction?.englishName ?? "–") }),
        (.init("Kind"), { RichText($0.kind ?? "–") }),
        (.init("Measures", .trailing), { "\($0.measures)" }),
        (.init("Statements", .trailing), { "\($0.statements)" }),
        (.init("Events", .trailing), { "\($0.tally.events)" }),
        (.init("Last"), { $0.tally.lastLink }),
      ])
  }

  private static func records(of bodies: [ListedBody]) -> Records {
    Records(
      of: bodies,
      [
        ("body", \.body.text), ("name", \.name), ("country", \.jurisdiction?.code),
        ("kind", \.kind), ("part_of", \.partOf?.text), ("measures", { String($0.measures) }),
        ("statements", { String($0.statements) }), ("events", { String($0.tally.events) }),
        ("last", \.tally.last?.text), ("last_event", \.tally.lastEvent?.text),
      ])
  }
}

extension ListedBody {
  /// The body for programs.
  package var json: JSONValue {
    .object(
      [
        ("body", JSONValue(body)), ("name", .string(name)),
        ("country", JSONValue(jurisdiction?.code)), ("kind", JSONValue(kind)),
        ("partOf", JSONValue(partOf)), ("measures", .integer(Int64(measures))),
        ("statements", .integer(Int64(statements))),
      ] + tally.members)
  }
}
