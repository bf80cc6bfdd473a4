import EventLog
package import Stances

/// An event whose texts have all words of a search.
package struct TextMatch: Hashable, Sendable {
  /// The event.
  package let event: EventID
  /// Its own position.
  package let position: Position
  /// The position of the event or correction that has these texts.
  package let source: Position
  /// What it reports.
  package let type: EventType
  /// Who acts, by slug; nil where no one does.
  package let actor: String?
  /// When it happened.
  package let occurred: FuzzyDate?
  /// The field with the first word of the search: `evidence[0].quote`.
  package let field: String
  /// The text around it.
  package let excerpt: TextExcerpt
  /// How it was found.
  package internal(set) var manner: Manner

  /// How a text was found.
  package enum Manner: Hashable, Sendable {
    /// The words are spelt as they were given, but for capitals.
    case spelt
    /// With other accents, widths or letters of another alphabet that look the same.
    case folded
    /// By another name of what was looked for.
    case name(String)
    /// By words that are one letter off.
    case alike
  }
}

/// A part of a text around what was found in it.
package struct TextExcerpt: Hashable, Sendable {
  /// What comes before, is what was found, and comes after; cut at blanks, with "…" where text is cut
  /// off.
  package let before, found, after: String

  /// All of it.
  package var text: String { before + found + after }

  /// About how many characters are shown on each side.
  private static let reach = 80

  init(of text: String, around range: Range<String.Index>) {
    found = String(text[range])
    let left = text[..<range.lowerBound]
    let right = text[range.upperBound...]
    if left.count > Self.reach {
      let near = left.suffix(Self.reach)
      before = "…" + (near.firstIndex(of: " ").map { near[near.index(after: $0)...] } ?? near)
    } else {
      before = String(left)
    }
    if right.count > Self.reach {
      let near = right.prefix(Self.reach)
      after = (near.lastIndex(of: " ").map { near[..<$0] } ?? near) + "…"
    } else {
      after = String(right)
    }
  }
}

/// Events found by their texts, and what asks for more.
package struct TextMatches: Hashable, Sendable {
  /// The events, those whose texts were recorded last first.
  package let shown: [TextMatch]
  /// What asks for those recorded before.
  package let more: ListCursors
}

extension LogView {
  /// The events whose texts have all words of a query, as the query's clocks see them: withdrawn ones
  /// are not found, and corrected ones only as corrected.
  ///
  /// - Parameters:
  ///   - query: the words, which may be in different texts of one event.
  ///   - before: only texts that were recorded before this position; nil for all.
  ///   - limit: at most so many.
  /// - Returns: what was found, the texts that were recorded last first.
  /// - Throws: ``EventLogError``.
  package func textMatches(
    of query: TextQuery, before: Position? = nil, atMost limit: Int
  ) throws -> TextMatches {
    guard !query.terms.isEmpty else { return TextMatches(shown: [], more: ListCursors()) }
    let last = min(clocks.at, before.map { Position($0.number - 1) } ?? clocks.at)
    let search = TextSearch(query, limit: limit, in: self)
    let found =
      try KeptSpells(for: self)?.lookUp { reader, _ in
        try search.run(upTo: last, skippingBy: reader)
      } ?? search.run(upTo: last)
    // One more than is shown says whether there are others.
    let shown = Array(found.prefix(limit))
    return TextMatches(
      shown: shown,
      more: ListCursors(
        before: found.count > limit ? shown.last.map { "\($0.source)" } : nil))
  }
}

/// A search through the texts of events, from the last one on.
private struct TextSearch {
  private let query: TextQuery
  private let limit: Int
  private let view: LogView

  init(_ query: TextQuery, limit: Int, in view: LogView) {
    (self.query, self.limit, self.view) = (query, limit, view)
  }

  /// Searches the events up to a position, but for blocks that are known not to have all words.
  ///
  /// - Returns: those found, one more than asked for if there is one.
  func run(upTo last: Position, skippingBy reader: SpellReader? = nil) throws -> [TextMatch] {
    var found: [TextMatch] = []
    for block in WordBlock.all(upTo: last).reversed() {
      try view.log.checkTime()
      if let reader, try !reader.mayHave(query, in: block) { continue }
      try search(block.positions.clamped(to: .beforeFirst...last), &found)
      if found.count > limit { break }
    }
    return found
  }

  /// Searches some events, the last first, until enough are found.
  private func search(_ positions: ClosedRange<Position>, _ found: inout [TextMatch]) throws {
    var candidates: [Candidate] = []
    var position = positions.upperBound
    for bytes in try view.log.leaves(positions).reversed() {
      if let candidate = try Candidate(bytes, at: position, query, in: view.log) {
        candidates.append(candidate)
      }
      // Together, since what amends them is read at once; and no more than may be shown.
      if found.count + candidates.count > limit { found += try matches(among: &candidates) }
      if found.count > limit { return }
      position = Position(position.number - 1)
    }
    found += try matches(among: &candidates)
  }

  /// Those candidates that count; none of them is left.
  private func matches(among candidates: inout [Candidate]) throws -> [TextMatch] {
    defer { candidates = [] }
    guard !candidates.isEmpty else { return [] }
    let known = KnownEvents(
      try view.recorded(at: candidates.map(\.source.position)), on: view.clocks)
    let reached = Dictionary(
      known.reached.map { ($0.correctedBy ?? $0.event.id, $0) }, uniquingKeysWith: { $1 })
    return candidates.compactMap { $0.match(knowing: reached, on: view.clocks) }
  }
}

/// An event whose own texts have the words; whether they count is up to the query's clocks.
private struct Candidate {
  let source: RecordedEvent
  /// Where the words are in what it says of what happened, and in what an amendment says of itself.
  private let content, ofAmendment: Place?

  private struct Place {
    let item: RecordedTexts.Item
    let range: Range<String.Index>
    let isSpelt: Bool

    init?(of query: TextQuery, in items: [RecordedTexts.Item]) {
      guard let place = query.place(in: items.map(\.text)) else { return nil }
      (item, range, isSpelt) = (items[place.text], place.range, place.isSpelt)
    }
  }

  /// Reads an event only if it has the words; else answers nil.
  init?(
    _ bytes: [UInt8], at position: Position, _ query: TextQuery, in log: LogReader
  ) throws {
    let texts = RecordedTexts(bytes)
    content = Place(of: query, in: texts.content)
    ofAmendment = Place(of: query, in: texts.ofAmendment)
    guard content != nil || ofAmendment != nil, let event = try log.event(at: position)
    else { return nil }
    source = event
  }

  /// What was found; nil if the texts do not count in a query, in which `known` counts, by the ids of
  /// the events and corrections that say it.
  func match(knowing known: [EventID: KnownEvent], on clocks: Clocks) -> TextMatch? {
    if let content, let event = known[source.id] {
      return match(event.event, at: event.position, in: content)
    }
    if let ofAmendment, let amendment = source.event, clocks.couldKnow(amendment.published) {
      return match(amendment, at: source.position, in: ofAmendment)
    }
    return nil
  }

  private func match(_ event: Event, at position: Position, in place: Place) -> TextMatch {
    TextMatch(
      event: event.id, position: position, source: source.position, type: event.content.type,
      actor: event.content.company?.text ?? event.content.body?.text, occurred: event.occurred,
      field: place.item.path, excerpt: TextExcerpt(of: place.item.text, around: place.range),
      manner: place.isSpelt ? .spelt : .folded)
  }
}
