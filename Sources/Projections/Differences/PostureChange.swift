package import Stances

/// How one posture changed between two queries, and which events did it.
package struct PostureChange: Hashable, Sendable {
  /// The company whose posture it is.
  package let company: CompanyID
  /// The company's name in the second query; in the first if nothing counts in the second.
  package let name: String
  /// The market that the posture is about.
  package let market: Market
  /// The posture in the first query; nil if nothing was recorded about it there.
  package let before: Posture?
  /// The posture in the second query; nil if nothing counts there any more.
  package let after: Posture?
  /// The fields that differ, in reading order.
  package let fields: [FieldChange]
  /// The events that count differently in the two queries, in order of position.
  package let causes: [EventID]

  /// One field that differs.
  package struct FieldChange: Hashable, Sendable {
    /// Which field it is, such as `voice`, `conduct` or `reading`.
    package let field: String
    /// Its words in the first query; `none` if there was no posture.
    package let before: String
    /// Its words in the second query; `none` if there is no posture.
    package let after: String
  }
}

/// How a measure's status changed between two queries.
package struct MeasureChange: Hashable, Sendable {
  /// The key of the measure.
  package let measure: MeasureKey
  /// The title of the measure.
  package let title: String
  /// The status in the first query; nil if the measure was not known.
  package let before: MeasureStatus?
  /// The status in the second query; nil if the measure is not known.
  package let after: MeasureStatus?
  /// The steps that count in one of the queries only; otherwise the step whose day came or passed.
  package let causes: [EventID]
}

/// What changed between two queries that differ in one clock.
package struct Difference: Sendable {
  /// The clocks of the first query.
  package let before: Clocks
  /// The clocks of the second query.
  package let after: Clocks
  /// The postures that changed, by company and market.
  package let postures: [PostureChange]
  /// The measures whose status changed, by key.
  package let measures: [MeasureChange]

  /// Whether nothing changed.
  package var isEmpty: Bool { postures.isEmpty && measures.isEmpty }
}

extension Posture {
  /// The fields in which a later posture differs, in reading order, each in words.
  ///
  /// Ages and days overdue are ignored: they grow by themselves.
  static func changes(from before: Posture?, to after: Posture?) -> [PostureChange.FieldChange] {
    let fields: [(name: String, words: (Posture) -> String)] = [
      ("voice", \.voiceWords), ("conduct", \.conductWords), ("basis", \.basisWords),
      ("since", { $0.conduct?.since.text ?? "none" }),
      ("review", { $0.review.state.term }),
      ("pledges", \.pledgeWords),
      ("gap", { $0.gap.map(String.init) ?? "none" }),
      ("reading", { $0.reading.term }),
      ("contested", \.contestWords),
    ]
    return fields.compactMap { field in
      let old = before.map(field.words) ?? "none"
      let new = after.map(field.words) ?? "none"
      return old == new
        ? nil : PostureChange.FieldChange(field: field.name, before: old, after: new)
    }
  }

  private var voiceWords: String {
    voice.level.map { "\(voice.kind.term) \($0.term)" } ?? voice.kind.term
  }

  private var conductWords: String { conduct?.level.term ?? "unknown" }

  private var basisWords: String {
    conduct.map { "\($0.basis.term) \($0.grade.code)" } ?? "none"
  }

  private var pledgeWords: String {
    pledges.isEmpty
      ? "none" : pledges.map { "\($0.level.term) by \($0.due.text)" }.joined(separator: ", ")
  }

  private var contestWords: String {
    contested.isEmpty ? "no" : contested.map(\.event.text).joined(separator: ", ")
  }
}

extension PostureHistory {
  /// What changed when: each day on which the posture changed, with the events that count newly;
  /// nil for what was so before any day that is known.
  package var changes: [(day: Day?, change: PostureChange)] {
    var before: Posture?
    return periods.compactMap { period in
      defer { before = period.posture }
      let after = period.posture
      let fields = Posture.changes(from: before, to: after)
      guard !fields.isEmpty else { return nil }
      let change = PostureChange(
        company: company, name: after.name, market: market, before: before, after: after,
        fields: fields, causes: after.events(notIn: before))
      return (period.from, change)
    }
  }
}

extension Posture {
  /// The events that this posture names and the one before it does not; without any, a day that
  /// the latest word named has come or passed.
  fileprivate func events(notIn before: Posture?) -> [EventID] {
    let known = Set(before?.named ?? [])
    let fresh = Set(named).subtracting(known).sorted()
    return fresh.isEmpty ? eventsOfItsDay(since: before) : fresh
  }

  /// The events that changed it though nothing new counts: pledges whose day has come; without any,
  /// the word that named a day, or the latest one.
  func eventsOfItsDay(since before: Posture?) -> [EventID] {
    let ahead = Set(pledges.map(\.event))
    let fallen = (before?.pledges ?? []).map(\.event).filter { !ahead.contains($0) }
    return fallen.isEmpty ? [dueEvent ?? voice.events.last].compactMap(\.self) : fallen
  }

  private var named: [EventID] {
    voice.events + (conduct?.events ?? []) + review.events + pledges.map(\.event)
      + contested.map(\.event)
  }
}

extension PostureChange {
  /// About how many bytes of memory a change takes, with its place in an answer's own form.
  static let estimatedBytes = 2 * Posture.estimatedBytes
}
