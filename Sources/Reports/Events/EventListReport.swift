package import JSON
package import Projections
package import Stances

/// Events of the log in the order in which they were recorded.
package enum EventListReport {
  /// One row per event.
  package static func document(
    _ answer: Answer<[RecordedEvent]>, _ more: ListCursors = ListCursors()
  ) -> Document {
    let events = answer.content
    let unknown = events.count { $0.event == nil }
    let note = unknown == 0 ? "" : " \(unknown) of a type that this program does not know."
    return Document(
      title: "Events", query: [answer.queryLine],
      blocks: [.paragraph("\(counted(events.count, "event").asSentenceStart).\(note)")]
        + (events.isEmpty ? [] : [.table(table(of: events))]) + more.blocks("events"),
      proof: answer.proofLine, records: records(of: events))
  }

  /// The events in full, each with what the log added, in the envelope.
  package static func json(
    _ answer: Answer<[RecordedEvent]>, _ more: ListCursors = ListCursors()
  ) -> JSONValue {
    answer.envelope(.object([("events", .array(answer.content.map(\.json)))] + more.members))
  }

  private static func table(of events: [RecordedEvent]) -> Table {
    Table(
      of: events,
      [
        (.init("Pos.", .trailing), { "\($0.position)" }),
        (.init("Event"), { .named($0.id.text, .event($0.id)) }),
        (.init("What"), { RichText(what($0)) }),
        (.init("When"), { RichText(when($0.event?.occurred, published: $0.event?.published)) }),
        (.init("Who"), { .named($0.actor ?? "–", $0.event?.content.actorSubject) }),
        (.init("Markets"), { RichText($0.event?.content.markets.codes ?? "") }),
      ])
  }

  /// The type of an event, and what tells it from others of its type.
  private static func what(_ event: RecordedEvent) -> String {
    let type = plainWords(event.type)
    return event.event?.content.detail.map { "\(type): \($0)" } ?? type
  }

  private static func records(of events: [RecordedEvent]) -> Records {
    Records(
      of: events,
      [
        ("position", { String($0.position) }), ("event", \.id.text), ("type", \.type),
        ("occurred", { $0.event?.occurred?.text }), ("published", { $0.event?.published?.text }),
        ("company", { $0.event?.content.company?.text }),
        ("body", { $0.event?.content.body?.text }),
        ("markets", { $0.event?.content.markets.codes }),
        ("grade", { $0.bestGrade?.code }),
        ("recorded", \.recorded.description), ("recorder", \.recorder),
      ])
  }
}

extension EventContent {
  /// What tells an event from others of its type: a level, a step, or who is registered; nil if
  /// nothing short does.
  fileprivate var detail: String? {
    switch self {
    case .publicAnnouncement(let event): event.level?.words
    case .silentReduction(let event): event.level.words
    case .continuedBusiness(let event): event.level?.words
    case .exit(let event): event.mode.words
    case .complianceReview(let event): event.phase.words
    case .governmentMeasure(let event): event.phase.words
    case .governmentStatement(let event): event.act.words
    case .companyRegistered(let event): event.identity.name
    case .bodyRegistered(let event): event.identity.name
    case .logRegistered(let event): event.title
    case .capture(let event): event.urls.first
    case .denial, .declinedComment, .resumption, .pressure, .tradeStatistic, .logKey,
      .correction, .retraction:
      nil
    }
  }
}

extension RecordedEvent {
  /// The best grade of the evidence; nil if an event needs none and has none.
  fileprivate var bestGrade: AdmiraltyGrade? {
    guard let evidence = event?.evidence, !evidence.isEmpty else { return nil }
    return evidence.bestGrade
  }
}
