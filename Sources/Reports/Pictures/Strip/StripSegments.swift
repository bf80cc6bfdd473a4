import Projections
import Stances

/// A part of a lane with one state: a word, a conduct, or a gap between them.
struct LaneSegment<Content: Equatable> {
  let content: Content
  /// The posture on the first day.
  let posture: Posture
  let from: Day
  /// The last day; that of the lane if nothing ends it.
  var to: Day
  /// The posture of its last period.
  var lastPosture: Posture

  /// How many days it takes.
  var length: Int { (from.days(until: to) ?? 0) + 1 }
}

/// What a company says, as a lane shows it.
struct VoiceContent: Equatable {
  let kind: VoiceKind
  let level: Level?
}

/// What a company does, as a lane shows it; without a level it is not known.
struct ConductContent: Equatable {
  let level: Level?
  let isSeized: Bool
}

/// The periods in which word and deed are apart.
struct GapContent: Equatable {
  let conduct: Level
  let voice: VoiceContent
  let reading: Reading
}

extension PostureHistory {
  /// The lane of the voice, from a first day on.
  func voiceLane(from first: Day) -> [LaneSegment<VoiceContent>] {
    segments(from: first) { .init(kind: $0.voice.kind, level: $0.voice.level) }
  }

  /// The lane of the conduct, from a first day on.
  func conductLane(from first: Day) -> [LaneSegment<ConductContent>] {
    segments(from: first) { .init(level: $0.conduct?.level, isSeized: $0.conduct?.seized ?? false) }
  }

  /// The days on which a posture of the history may have begun, of each date that is not known to
  /// the day, with the level that the lane then has.
  func fuzzyStarts(
    from first: Day, since: (Posture) -> FuzzyDate?, level: (Posture) -> Level?
  ) -> [(days: DayRange, level: Level?)] {
    var starts: [(days: DayRange, level: Level?)] = []
    for period in periods where period.from.map({ $0 >= first }) ?? false {
      guard let date = since(period.posture), date.earliest < date.latest else { continue }
      let days = DayRange(
        earliest: max(date.earliest, first), latest: min(date.latest, span.latest))
      let level = level(period.posture)
      if days.earliest <= days.latest, starts.last.map({ $0 != (days, level) }) ?? true {
        starts.append((days, level))
      }
    }
    return starts
  }

  /// The periods in which word and deed are apart, from a first day on.
  func gaps(from first: Day) -> [LaneSegment<GapContent>] {
    segments(from: first) { posture in
      guard let gap = posture.gap, gap != 0, let conduct = posture.conduct else { return nil }
      return GapContent(
        conduct: conduct.level, voice: .init(kind: posture.voice.kind, level: posture.voice.level),
        reading: posture.reading)
    }
  }

  private func segments<Content: Equatable>(
    from first: Day, _ content: (Posture) -> Content?
  ) -> [LaneSegment<Content>] {
    var segments: [LaneSegment<Content>] = []
    let ends = periods.dropFirst().compactMap { $0.from?.adding(days: -1) } + [span.latest]
    for (period, end) in zip(periods, ends) where end >= first {
      guard let content = content(period.posture) else { continue }
      let from = max(period.from ?? first, first)
      if let last = segments.last, last.content == content, last.to.adding(days: 1) == from {
        segments[segments.count - 1].to = end
        segments[segments.count - 1].lastPosture = period.posture
      } else {
        segments.append(
          LaneSegment(
            content: content, posture: period.posture, from: from, to: end,
            lastPosture: period.posture))
      }
    }
    return segments
  }
}

/// The words of a strip.
extension VoiceContent {
  /// What is said, short enough for a lane.
  var words: String {
    switch kind {
    case .silent: "says nothing"
    case .declined: "declined to comment"
    case .spoke: "made a statement"
    case .announced: level.map { "says \($0.depth) \($0.term)" } ?? "made an announcement"
    case .defended: "says it carries on"
    case .denied: "denies"
    case .reversed: "says it is back"
    }
  }

  /// What was said, as a part of a gap's label.
  var past: String {
    switch kind {
    case .silent: "said nothing"
    case .declined: "declined to comment"
    case .spoke: "made a statement"
    case .announced: level.map(\.announcement) ?? "made an announcement"
    case .defended: Level.operating.announcement
    case .denied: "denied it"
    case .reversed: "announced its return"
    }
  }

  /// The level that the words speak of, which gives the lane its tone.
  var shownLevel: Level? { kind.shownLevel(announcing: level) }
}

extension ConductContent {
  /// What is done, with the level's number.
  var words: String {
    guard let level else { return "not known" }
    return "\(level.depth.withMinus) \(level.term)"
      + (isSeized ? " (seized)" : "")
  }

  /// The level's number alone.
  var number: String {
    level.map(\.depth.withMinus) ?? "?"
  }
}

extension LaneSegment where Content == GapContent {
  /// Word and deed and for how long, such as "suspended, said nothing, 64 days"; the longest first.
  var words: [String] {
    let isFuzzy = posture.gap.map { $0 < 0 } == true ? posture.conduct?.since : posture.voice.since
    let most = isFuzzy.map { $0.earliest < $0.latest } == true ? "up to " : ""
    let days = "\(most)\(counted(length, "day"))"
    let whole = "\(content.conduct.term), \(content.voice.past), \(days)"
    return [whole + due, whole, "\(content.voice.past), \(days)", days]
  }

  private var due: String {
    switch content.reading {
    case .pledged: posture.due.map { ", due \($0.spoken)" } ?? ""
    case .underWay: ", exit under way"
    case .unconfirmed: ", no report since"
    case .nothingSince: ", exit announced"
    case .inLine, .quietRetreat, .unkeptWord, .unknown, .notApplicable, .noWord, .otherLines,
      .conditional:
      ""
    }
  }
}
