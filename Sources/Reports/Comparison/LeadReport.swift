package import JSON
package import Projections
import Stances

/// How long after a measure the companies that it addresses moved.
package enum LeadReport {
  /// What is counted, and a row for each company, market and day of the measure.
  package static func document(_ answer: Answer<MeasureResponses>) -> Document {
    let responses = answer.content
    let rows = rows(of: responses)
    return Document(
      title: title(of: responses), query: [answer.queryLine],
      blocks: blocks(of: responses, rows), proof: answer.proofLine, records: records(of: rows))
  }

  /// The measures to choose one from.
  package static func choice(among measures: [Measure], _ answer: Answer<Void>) -> Page {
    let blocks: [Document.Block] =
      measures.isEmpty
      ? [.paragraph("No measure is on record.")]
      : [
        .paragraph("After which measure?"),
        .list(measures.map { .named($0.title, .lead($0.measure)) }),
      ]
    return Page(
      title: "Lead and lag", query: [answer.queryLine], proof: answer.proofLine,
      body: blocks.markup(under: ""))
  }

  /// The measure and what each company did after it, in the envelope.
  package static func json(_ answer: Answer<MeasureResponses>) -> JSONValue {
    let responses = answer.content
    return answer.envelope([
      "measure": JSONValue(responses.key), "title": JSONValue(responses.measure?.title),
      "status": JSONValue(responses.measure?.status),
      "companies": .array(responses.companies.map(json)),
      "unrecorded": JSONValue(responses.unrecorded),
    ])
  }

  private static func title(of responses: MeasureResponses) -> String {
    "Lead and lag: \(responses.measure?.title ?? responses.key.text)"
  }

  private static func blocks(of responses: MeasureResponses, _ rows: [Row]) -> [Document.Block] {
    guard let measure = responses.measure else {
      return [.paragraph("None of the steps of this measure had come by that day.")]
    }
    let facts = Document.Block.facts([
      .init("Measure", .named(measure.title, .measure(measure.measure), " (\(measure.measure))")),
      .init("By", .named(measure.bodyName, .body(measure.body))),
      .init("Status", RichText(measure.status.words)),
      .init("Pushes", RichText(measure.push.direction)),
    ])
    let more: [Document.Block] =
      responses.unrecorded == 0
      ? []
      : [
        .paragraph(
          RichText(
            "Nothing is recorded in its markets of "
              + counted(
                responses.unrecorded, "further company that it addresses",
                plural: "further companies that it addresses") + "."))
      ]
    guard !rows.isEmpty else {
      return [facts, .paragraph("It addresses no company of which anything is recorded.")] + more
    }
    return [facts, .paragraph(RichText(note)), .table(table(of: rows))] + more
  }

  private static let note = """
    Each company that the measure addresses, and its first change of word and of deed on the day of \
    the measure or later. Days are a range if a date is not known to the day. That a change came \
    after the measure does not mean that it came because of it.
    """

  /// A company with one day of the measure; without one if nothing is recorded of the company.
  private typealias Row = (one: MeasureResponses.InMarket, start: MeasureResponses.Start?)

  private static func rows(of responses: MeasureResponses) -> [Row] {
    responses.companies.flatMap { one in
      one.starts.isEmpty ? [(one, nil)] : one.starts.map { (one, $0) }
    }
  }

  private static func table(of rows: [Row]) -> Table {
    Table(
      of: rows,
      [
        (.init("Company"), { .named($0.one.name, .company($0.one.company)) }),
        (
          .init("Market"),
          { row in
            row.one.market.map { .named($0.englishName, .posture(row.one.company, $0)) } ?? "–"
          }
        ),
        (.init("Addressed"), { RichText($0.one.way.phrase) }),
        (
          .init("Counted from"),
          { row in row.start.map { "\($0.kind.phrase), \($0.date.spoken)" } ?? "–" }
        ),
        (.init("Word"), { row in row.start?.word.phrase ?? "nothing recorded" }),
        (.init("Deed"), { row in row.start?.deed.phrase ?? "nothing recorded" }),
      ])
  }

  private static func records(of rows: [Row]) -> Records {
    func side(
      _ name: String, _ part: @escaping (MeasureResponses.Start) -> MeasureResponses.Response
    ) -> [Records.Column<Row>] {
      let response = { (row: Row) in row.start.map(part) }
      return [
        ("\(name)_least", { response($0)?.days.least.map(String.init) }),
        ("\(name)_most", { response($0)?.days.most.map(String.init) }),
        ("\(name)_moved", { response($0).map { String($0.move != nil) } }),
        ("\(name)_since", { response($0)?.move?.since.text }),
        ("\(name)_before", { response($0)?.move?.before.term }),
        ("\(name)_after", { response($0)?.move?.after.term }),
        ("\(name)_events", { response($0)?.move?.events.spaced }),
        ("\(name)_earlier", { response($0)?.earlier?.after.term }),
        ("\(name)_earlier_since", { response($0)?.earlier?.since.text }),
      ]
    }
    let who: [Records.Column<Row>] = [
      ("company", \.one.company.text), ("name", \.one.name), ("market", \.one.market?.code),
      ("way", \.one.way.term), ("from", \.start?.kind.term), ("date", \.start?.date.text),
      ("event", \.start?.event.text),
    ]
    return Records(of: rows, who + side("word", \.word) + side("deed", \.deed))
  }

  private static func json(_ one: MeasureResponses.InMarket) -> JSONValue {
    [
      "company": JSONValue(one.company), "name": .string(one.name), "way": JSONValue(one.way),
      "market": JSONValue(one.market?.code),
      "starts": .array(
        one.starts.map { start in
          [
            "from": JSONValue(start.kind), "date": JSONValue(start.date),
            "event": JSONValue(start.event), "word": start.word.json, "deed": start.deed.json,
          ]
        }),
    ]
  }
}

extension MeasureResponses.Kind {
  fileprivate var phrase: String {
    switch self {
    case .announced: "announced"
    case .inForce: "in force"
    case .both: "announced and in force"
    }
  }
}

extension MeasureResponses.Response {
  /// How long after the measure, from what to what, and by which event; or that there was no move.
  fileprivate var phrase: RichText {
    let moved: RichText =
      move.map { move in
        RichText("\(days.distance): \(move.before.phrase) → \(move.after.phrase) (")
          + .events(Array(move.events.prefix(1))) + ")"
      } ?? RichText("has not moved in \(days.length)")
    let before = earlier.map { "; had moved before: \($0.after.phrase), \($0.since.spokenAsStart)" }
    return moved + RichText(before ?? "")
  }

  fileprivate var json: JSONValue {
    [
      "days": ["least": JSONValue(days.least), "most": JSONValue(days.most)],
      "move": move?.json ?? .null, "earlier": earlier?.json ?? .null,
    ]
  }
}

extension MeasureResponses.Move {
  fileprivate var json: JSONValue {
    [
      "since": JSONValue(since), "before": before.json, "after": after.json,
      "events": JSONValue(events),
    ]
  }
}

extension MeasureResponses.State {
  fileprivate var phrase: String {
    voice.map { $0.phrase(announcing: level) } ?? level?.phrase ?? "not known"
  }

  /// The level or, of a word that names none, its kind.
  fileprivate var term: String? { level?.term ?? voice?.term }

  fileprivate var json: JSONValue {
    .object((voice.map { [("kind", JSONValue($0))] } ?? []) + [("level", JSONValue(level))])
  }
}

extension MeasureResponses.Span {
  /// The days as a length: "5 days", "3 to 34 days".
  fileprivate var length: String {
    switch (least, most) {
    case (let least?, let most?) where least == most: counted(least, "day")
    case (let least?, let most?): "\(least) to \(most) days"
    case (let least?, nil): "at least \(counted(least, "day"))"
    case (nil, let most?): "at most \(counted(most, "day"))"
    case (nil, nil): "a time that is not known"
    }
  }

  /// The days to a move: "the same day", "3 to 34 days after", or that it may have come first.
  fileprivate var distance: String {
    if least == 0, most == 0 { return "the same day" }
    guard let least, least < 0 else { return "\(length) after" }
    let before = "from \(counted(-least, "day")) before to "
    return before
      + (most.map { $0 == 0 ? "the same day" : "\(counted($0, "day")) after" } ?? "later")
  }
}
