package import JSON
package import Projections
import Stances

/// One event: everything that it says, on whose evidence, and what became of it.
package enum EventReport {
  /// The event's fields, its evidence in full, its corrections and retractions.
  ///
  /// The spreadsheet has one row per field, named by its path in the event's JSON.
  package static func document(_ answer: Answer<EventRecord>) -> Document {
    let record = answer.content
    return Document(
      title: record.event.id.text, query: [answer.queryLine],
      blocks: [.facts(facts(of: record) + ownFields(of: record))]
        + evidence(record.event) + amendments(record),
      proof: answer.proofLine,
      records: Records(
        of: logFields(record.event) + storedFields(record.event),
        [("field", \.path), ("value", \.text)]))
  }

  /// The event and its amendments in the envelope.
  package static func json(_ answer: Answer<EventRecord>) -> JSONValue {
    let record = answer.content
    return answer.envelope([
      "event": record.event.json,
      "correctedBy": JSONValue(record.correctedBy),
      "retractedBy": JSONValue(record.retractedBy),
      "amendments": .array(record.amendments.map(\.json)),
    ])
  }

  private static func facts(of record: EventRecord) -> [Document.Fact] {
    let recorded = record.event
    let facts: [Document.Fact?] = [
      .init("Type", RichText(recorded.typePhrase)),
      .init(
        "Position", "\(recorded.position), recorded \(recorded.recorded) by \(recorded.recorder)"),
      .init("Withdrawn by", optional: record.retractedBy?.text),
      .init("Corrected by", optional: record.correctedBy?.text),
      .init("When", optional: recorded.event?.occurred?.spoken),
      .init("Published", optional: recorded.event?.published?.spoken),
    ]
    return facts.compactMap(\.self)
  }

  /// The fields that no other part of the report shows: all but the name if the type is not
  /// known.
  private static func ownFields(of record: EventRecord) -> [Document.Fact] {
    let decoded = record.event.event == nil ? [] : ["occurred", "published", "evidence"]
    let shown = ["id", "type", "v"] + decoded
    return storedFields(record.event).filter { !shown.contains($0.root) }.map {
      Document.Fact($0.label, RichText($0.text))
    }
  }

  /// The fields that the log added.
  private static func logFields(_ recorded: RecordedEvent) -> [FlatField] {
    [
      FlatField(path: "position", text: String(recorded.position)),
      FlatField(path: "recorded", text: recorded.recorded.description),
      FlatField(path: "recorder", text: recorded.recorder),
    ]
  }

  /// The fields of the event itself.
  private static func storedFields(_ recorded: RecordedEvent) -> [FlatField] {
    let added = logFields(recorded).map(\.path)
    return recorded.stored.flattened.filter { !added.contains($0.path) }
  }

  private static func evidence(_ recorded: RecordedEvent) -> [Document.Block] {
    guard let evidence = recorded.event?.evidence, !evidence.isEmpty else { return [] }
    return [.heading("Evidence"), .list(evidence.map(\.quotedCitation))]
  }

  private static func amendments(_ record: EventRecord) -> [Document.Block] {
    guard !record.amendments.isEmpty else { return [] }
    return [
      .heading("Corrections and retractions"),
      .list(record.amendments.map { RichText(phrase(of: $0, in: record)) }),
    ]
  }

  private static func phrase(of amendment: RecordedEvent, in record: EventRecord) -> String {
    let acts = [record.correctedBy, record.retractedBy].contains(amendment.id)
    let published = amendment.event?.published.map { ", published \($0.spoken)" } ?? ""
    return "\(plainWords(amendment.type).asSentenceStart) \(amendment.id), "
      + "position \(amendment.position)\(published)"
      + (acts ? "; it acts in this query" : "; it does not act in this query")
      + (amendment.event?.content.reason.map { ". Reason: \($0)" } ?? "")
  }
}

extension RecordedEvent {
  fileprivate var typePhrase: String {
    let known = plainWords(type)
    return event == nil
      ? "\(known), version \(version) (not known to this program; shown as recorded)" : known
  }
}

extension EventContent {
  /// Why a correction or retraction was made.
  fileprivate var reason: String? {
    if case .correction(let correction) = self { return correction.reason }
    if case .retraction(let retraction) = self { return retraction.reason }
    return nil
  }
}
