package import JSON
package import Projections
import Stances

/// One event: everything that it says, on whose evidence, and what became of it.
package enum EventReport {
  /// What stands now, then what was recorded if that is something else: the fields, the evidence in
  /// full; and the corrections and retractions.
  ///
  /// The spreadsheet has one row per field, named by its path in the event's JSON.
  package static func document(_ answer: Answer<EventRecord>) -> Document {
    let record = answer.content
    let recorded = FieldSet(record.event)
    let standing = record.standing.map { event in
      event.position == record.event.position ? recorded : FieldSet(replacementIn: event)
    }
    return Document(
      title: record.event.id.text, query: [answer.queryLine],
      blocks: blocks(of: record, recorded: recorded, standing: standing, on: answer.clocks)
        + amendments(record),
      proof: answer.proofLine,
      records: Records(
        of: records(recorded, standing),
        [("field", \.path), ("value", \.value), ("stands", \.stands)]))
  }

  /// The event and its amendments in the envelope; `stands` is what it says with its corrections, as
  /// it could be proposed.
  package static func json(_ answer: Answer<EventRecord>) -> JSONValue {
    let record = answer.content
    return answer.envelope(
      .object(
        [
          ("event", record.event.json),
          ("stands", (try? record.standing?.content()).map { JSONValue($0.root) } ?? .null),
          ("correctedBy", JSONValue(record.correctedBy)),
          ("retractedBy", JSONValue(record.retractedBy)),
          ("amendments", .array(record.amendments.map(\.json))),
        ] + captures(of: record)))
  }

  private static func blocks(
    of record: EventRecord, recorded: FieldSet, standing: FieldSet?, on clocks: Clocks
  ) -> [Document.Block] {
    let log: [Document.Fact?] = [
      .init("Type", RichText(record.event.typePhrase)),
      .init(
        "Position",
        RichText(record.event.place)),
      .init(
        "Not yet known",
        optional: record.event.event?.published.flatMap { published in
          clocks.couldKnow(published) ? nil : "published \(published.spoken)"
        }),
      record.retractedBy.map { .init("Withdrawn by", .events([$0])) },
      record.correctedBy.map { .init("Corrected by", .events([$0])) },
    ]
    let facts = log.compactMap(\.self)
    guard let standing, record.correctedBy != nil else {
      return [.facts(facts + recorded.facts(comparedWith: nil))]
        + evidence(recorded.event, under: .heading("Evidence"), in: record)
    }
    return [.facts(facts), .heading("What stands")]
      + [.facts(standing.facts(comparedWith: recorded))]
      + evidence(standing.event, under: .subheading("Evidence"), in: record)
      + [.heading("As recorded first"), .facts(recorded.facts(comparedWith: nil))]
      + evidence(recorded.event, under: .subheading("Evidence"), in: record)
  }

  /// What the log added, then each field of what was recorded and of what stands.
  private static func records(
    _ recorded: FieldSet, _ standing: FieldSet?
  ) -> [(path: String, value: String, stands: String)] {
    let stands = standing?.fields ?? []
    let added = stands.filter { recorded.text(at: $0.path) == nil }
    return recorded.ofLog.map { ($0.path, $0.text, "") }
      + recorded.fields.map { ($0.path, $0.text, standing?.text(at: $0.path) ?? "") }
      + added.map { ($0.path, "", $0.text) }
  }

  private static func evidence(
    _ event: Event?, under heading: Document.Block, in record: EventRecord
  ) -> [Document.Block] {
    guard let evidence = event?.evidence, !evidence.isEmpty else { return [] }
    return [
      heading,
      .list(evidence.map { $0.quotedCitation.followed(by: record.words(onCopyOf: $0)) }),
    ]
  }

  /// What is kept of its sources, if anything is.
  private static func captures(of record: EventRecord) -> [(name: String, value: JSONValue)] {
    guard !record.copies.isEmpty else { return [] }
    let captures = record.copies.map { copy -> JSONValue in
      [
        "id": .string(copy.id.text), "sha256": .string(copy.capture.sha256),
        "urls": .array(copy.capture.urls.map(JSONValue.string)),
        "captured": .string(copy.capture.captured),
      ]
    }
    return [("captures", .array(captures))]
  }

  private static func amendments(_ record: EventRecord) -> [Document.Block] {
    guard !record.amendments.isEmpty else { return [] }
    return [
      .heading("Corrections and retractions"),
      .list(record.amendments.map { phrase(of: $0, in: record) }),
    ]
  }

  private static func phrase(of amendment: RecordedEvent, in record: EventRecord) -> RichText {
    let acts = [record.correctedBy, record.retractedBy].contains(amendment.id)
    let published = amendment.event?.published.map { ", published \($0.spoken)" } ?? ""
    let rest =
      ", position \(amendment.position)\(published)"
      + (acts ? "; it acts in this query" : "; it does not act in this query")
      + (amendment.event?.content.reason.map { ". Reason: \($0)" } ?? "")
    return .events([amendment.id], after: "\(plainWords(amendment.type).asSentenceStart) ")
      + RichText(rest)
  }
}

extension EventRecord {
  /// Whether a copy of a source is kept, or somebody has one; nothing if neither is known.
  fileprivate func words(onCopyOf source: Evidence) -> String? {
    let kept = copies.filter { $0.isOf(source) }
    guard kept.isEmpty else {
      let copies = kept.map { "\($0.id), captured \($0.capture.captured)" }
      return "Kept: \(copies.joined(separator: "; "))."
    }
    return source.sha256.map { "A copy is held by someone, SHA-256 \($0)." }
  }
}

extension RichText {
  /// The text with a sentence after it.
  fileprivate func followed(by sentence: String?) -> RichText {
    sentence.map { RichText(runs: runs + [.text(" \($0)")]) } ?? self
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

extension RecordedEvent {
  /// Where it stands, and since when and through whom.
  fileprivate var place: String {
    "\(position), recorded \(recorded) by \(recorder)"
      + (proposer.map { ", proposed by \($0)" } ?? "")
  }
}

/// The fields of an event, or of what its correction says.
private struct FieldSet {
  /// What they mean; nil of a type that this program does not know.
  let event: Event?
  /// The event's own fields as they are written.
  let fields: [FlatField]
  /// The fields that the log added.
  let ofLog: [FlatField]
  private let texts: [String: String]

  /// The fields of an event as it is recorded.
  init(_ recorded: RecordedEvent) {
    self.init(recorded, recorded.event) { fields in
      let added = ["position", "recorded", "recorder", "proposer"]
      return fields.filter { !added.contains($0.path) }
    }
  }

  /// The fields of what a correction says that another should have said.
  init(replacementIn correction: RecordedEvent) {
    let event: Event? =
      if case .correction(let correction)? = correction.event?.content {
        correction.replacement
      } else { nil }
    self.init(correction, event) { $0.compactMap { $0.inside("replacement") } }
  }

  private init(
    _ recorded: RecordedEvent, _ event: Event?, _ own: ([FlatField]) -> [FlatField]
  ) {
    self.event = event
    ofLog =
      [
        FlatField(path: "position", text: String(recorded.position)),
        FlatField(path: "recorded", text: recorded.recorded.description),
        FlatField(path: "recorder", text: recorded.recorder),
      ] + (recorded.proposer.map { [FlatField(path: "proposer", text: $0)] } ?? [])
    fields = own(recorded.stored.flattened)
    texts = Dictionary(fields.map { ($0.path, $0.text) }) { first, _ in first }
  }

  /// The event's own dates in words, by their paths.
  var spoken: [String: String?] {
    ["occurred": event?.occurred?.spoken, "published": event?.published?.spoken]
  }

  /// The text of a field; nil if the event has none.
  func text(at path: String) -> String? { texts[path] }

  /// What no other part of the report shows, and of each field that was changed, what it was.
  func facts(comparedWith former: FieldSet?) -> [Document.Fact] {
    let shown = ["id", "type", "v"] + (event == nil ? [] : ["evidence"])
    let dates = [("When", "occurred"), ("Published", "published")].compactMap { label, path in
      spoken[path].flatMap { $0 }.map { words in
        Document.Fact(label, RichText(words + former.changed(path, from: text(at: path))))
      }
    }
    let others = fields.filter {
      !shown.contains($0.root) && (event == nil || spoken[$0.path] == nil)
    }.map {
      Document.Fact($0.label, $0.linked + RichText(former.changed($0.path, from: $0.text)))
    }
    let gone = (former?.fields ?? []).filter {
      text(at: $0.path) == nil && $0.root != "evidence"
    }.map { Document.Fact($0.label, RichText("none" + former.changed($0.path, from: nil))) }
    return dates + others + gone
  }
}

extension FieldSet? {
  /// What a field was in what was recorded first, if it is another now.
  fileprivate func changed(_ path: String, from text: String?) -> String {
    guard let self, self.text(at: path) != text else { return "" }
    return " (recorded first: \(self.spoken[path].flatMap { $0 } ?? self.text(at: path) ?? "none"))"
  }
}

extension FlatField {
  /// The field of an object that is a member; nil of others.
  fileprivate func inside(_ member: String) -> FlatField? {
    guard path.hasPrefix("\(member).") else { return nil }
    return FlatField(path: String(path.dropFirst(member.count + 1)), text: text)
  }
}
