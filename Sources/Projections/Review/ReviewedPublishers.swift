import Stances

/// The publishers that events name, with each way in which one is spelled.
struct ReviewedPublishers {
  private struct Spelling {
    var count = 0
    let event: EventID
    let source: Int
    let published: FuzzyDate?
  }

  private var names: [String: [String: Spelling]] = [:]
  private var asked: Set<String> = []

  /// Whether some event names a publisher in this spelling.
  func knows(_ spelling: String) -> Bool { names[Self.key(of: spelling)]?[spelling] != nil }

  /// All spellings.
  var spellings: [String] { names.values.flatMap(\.keys) }

  /// How many publishers events name that the query asks about.
  var askedCount: Int { asked.count }

  /// Notes the publishers of an event.
  mutating func take(_ event: Event, isAsked: Bool) {
    for (place, source) in event.evidence.enumerated() {
      let key = Self.key(of: source.publisher)
      let new = Spelling(event: event.id, source: place + 1, published: event.published)
      names[key, default: [:]][source.publisher, default: new].count += 1
      if isAsked { asked.insert(key) }
    }
  }

  /// Each spelling that another one of the same publisher is more frequent than.
  var findings: [ReviewPoint] {
    asked.flatMap { key -> [ReviewPoint] in
      let ordered = (names[key] ?? [:]).sorted {
        ($1.value.count, $0.key) < ($0.value.count, $1.key)
      }
      guard let usual = ordered.first?.key else { return [] }
      return ordered.dropFirst().map { name, spelling in
        ReviewPoint(
          subject: .publisher(name), since: spelling.published,
          detail: .severalSpellings(
            other: usual, event: spelling.event, source: spelling.source), weight: spelling.count)
      }
    }
  }

  /// What all spellings have in common: letters and digits, without case and accents.
  private static func key(of name: String) -> String {
    let key = folded(name).filter { $0.isLetter || $0.isNumber }
    return key.isEmpty ? name : key
  }
}
