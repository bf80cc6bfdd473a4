import JSON
@testable import Projections
import Reports
@testable import Stances

/// One report of the samples: its name, as the goldens have it, its document and its JSON.
struct SampleReport: Sendable {
  let name: String
  let document: Document
  let json: JSONValue

  /// Every report on some samples.
  static func all(_ samples: Samples) -> [SampleReport] {
    let postures = samples.answer(samples.postures)
    let timeline = samples.answer(samples.timeline)
    let company = samples.answer(samples.company)
    let steps = samples.answer(samples.steps)
    let difference = samples.answer(samples.difference)
    let explanation = samples.answer(samples.explanation)
    let events = samples.answer(samples.events)
    let record = samples.answer(samples.record)
    return [
      .init(
        name: "postures", document: PosturesReport.document(postures),
        json: PosturesReport.json(postures)),
      .init(
        name: "timeline", document: TimelineReport.document(timeline),
        json: TimelineReport.json(timeline)),
      .init(
        name: "company", document: CompanyReport.document(company),
        json: CompanyReport.json(company)),
      .init(
        name: "replay", document: ReplayReport.document(steps), json: ReplayReport.json(steps)),
      .init(
        name: "difference", document: DifferenceReport.document(difference),
        json: DifferenceReport.json(difference)),
      .init(
        name: "explanation", document: ExplanationReport.document(explanation),
        json: ExplanationReport.json(explanation)),
      .init(
        name: "events", document: EventListReport.document(events),
        json: EventListReport.json(events)),
      .init(name: "event", document: EventReport.document(record), json: EventReport.json(record)),
      .init(
        name: "certificate", document: CertificateReport.document(postures, samples.attestation),
        json: CertificateReport.json(postures, samples.attestation)),
    ]
  }

  /// The reports on answers in which nothing was found.
  static let empty: [SampleReport] = {
    var clocks = Samples.plain.clocks
    clocks.knownBy = .on("2022-05-05")
    clocks.fuzzy = .strict
    // Nobody has signed this log yet.
    let head = LogHead(origin: nil, size: clocks.at.number, root: Samples.plain.head.root)
    let postures = Answer(clocks: clocks, head: head, content: [Posture]())
    let timeline = Answer(
      clocks: clocks, head: head,
      content: Timeline(measures: [], followed: .none, entries: [], trade: [], unreadable: 0))
    let company = Answer(clocks: clocks, head: head, content: Samples.plain.emptyCompany)
    let steps = Answer(clocks: clocks, head: head, content: [ReplayStep]())
    let difference = Answer(
      clocks: clocks, head: head,
      content: Difference(before: clocks, after: clocks, postures: [], measures: []))
    let explanation = Answer(
      clocks: clocks, head: head,
      content: Explanation(posture: Samples.plain.postures[6], steps: []))
    let events = Answer(clocks: clocks, head: head, content: [RecordedEvent]())
    let record = Answer(
      clocks: clocks, head: head,
      content: EventRecord(
        event: Samples.plain.unknown, amendments: [], correctedBy: nil, retractedBy: nil))
    return [
      .init(
        name: "postures-empty", document: PosturesReport.document(postures),
        json: PosturesReport.json(postures)),
      .init(
        name: "timeline-empty", document: TimelineReport.document(timeline),
        json: TimelineReport.json(timeline)),
      .init(
        name: "company-empty", document: CompanyReport.document(company),
        json: CompanyReport.json(company)),
      .init(
        name: "replay-empty", document: ReplayReport.document(steps),
        json: ReplayReport.json(steps)),
      .init(
        name: "difference-empty", document: DifferenceReport.document(difference),
        json: DifferenceReport.json(difference)),
      .init(
        name: "explanation-unknown", document: ExplanationReport.document(explanation),
        json: ExplanationReport.json(explanation)),
      .init(
        name: "events-empty", document: EventListReport.document(events),
        json: EventListReport.json(events)),
      .init(
        name: "event-unknown", document: EventReport.document(record),
        json: EventReport.json(record)),
      .init(
        name: "certificate-empty",
        document: CertificateReport.document(postures, Samples.plain.noAttestation),
        json: CertificateReport.json(postures, Samples.plain.noAttestation)),
    ]
  }()
}

extension Samples {
  /// A company that is registered and of which nothing else is recorded.
  fileprivate var emptyCompany: CompanyHistory {
    CompanyHistory(
      registration: CompanyRegistration(
        company: dji,
        identity: Identity(
          name: "DJI", names: [], aliases: [], sector: nil, lei: nil, wikidata: nil, tickers: []),
        country: .at("CN"), parent: nil, mergedInto: nil),
      postures: [], entries: [], pressure: CompanyPressure(company: dji, name: "DJI", items: []),
      conflicts: [],
      trade: [])
  }
}
