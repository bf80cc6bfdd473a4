import Projections
import Stances

/// Postures as rows of a spreadsheet.
enum PostureRecords {
  /// One row per company and market, or per group and market.
  static func records(of postures: [Posture], ofGroups: Bool) -> Records {
    Records(of: postures, who + voice + conduct + gap + (ofGroups ? group : []))
  }

  private static var group: [Records.Column<Posture>] {
    [
      ("group", { $0.group?.company.text }), ("group_name", { $0.group?.name }),
      ("group_members", { $0.group?.members.map(\.text).joined(separator: " ") }),
    ]
  }

  private static var who: [Records.Column<Posture>] {
    [
      ("company", \.company.text), ("name", \.name), ("market", \.market.code),
    ]
  }

  private static var voice: [Records.Column<Posture>] {
    [
      ("voice", { $0.voice.kind.term }), ("voice_level", { $0.voice.level?.term }),
      ("voice_depth", { String($0.voice.depth) }), ("voice_since", { $0.voice.since?.text }),
      ("due", { $0.due?.text }), ("voice_events", { $0.voice.events.spaced }),
      ("review", { $0.review.state.term }), ("review_since", { $0.review.since?.text }),
    ]
  }

  private static var conduct: [Records.Column<Posture>] {
    [
      ("conduct_level", { $0.conduct?.level.term }),
      ("conduct_depth", { $0.conduct.map { String($0.level.depth) } }),
      ("basis", { $0.conduct?.basis.term }), ("grade", { $0.conduct?.grade.code }),
      ("conduct_since", { $0.conduct?.since.text }),
      ("conduct_events", { $0.conduct?.events.spaced }),
    ]
  }

  private static var gap: [Records.Column<Posture>] {
    [
      ("gap", { $0.gap.map(String.init) }), ("reading", { $0.reading.term }),
      ("age", { $0.age.map(String.init) }), ("overdue", { $0.overdue.map(String.init) }),
      ("contested_by", { $0.contested.map(\.event).spaced }),
      ("last_evidence", { $0.lastEvidence?.text }), ("stale", { $0.stale.map(String.init) }),
    ]
  }
}
