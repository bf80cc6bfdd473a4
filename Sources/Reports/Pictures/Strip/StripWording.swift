import Projections
import Stances

/// The words of a strip.
extension VoiceContent {
  /// What is said, short enough for a lane.
  var words: String {
    switch kind {
    case .silent: "says nothing"
    case .declined: "declined to comment"
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
    case .announced: level.map(\.announcement) ?? "made an announcement"
    case .defended: Level.operating.announcement
    case .denied: "denied it"
    case .reversed: "announced its return"
    }
  }

  /// The level that the words speak of, which gives the lane its tone.
  var shownLevel: Level? {
    switch kind {
    case .announced: level
    case .defended, .reversed: .operating
    case .silent, .declined, .denied: nil
    }
  }
}

extension Posture.Voice {
  /// The level that the words speak of, which gives the lane its tone.
  var shownLevel: Level? { VoiceContent(kind: kind, level: level).shownLevel }
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
    case .inLine, .quietRetreat, .unkeptWord, .unknown, .notApplicable: ""
    }
  }
}
