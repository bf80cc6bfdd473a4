import Stances

extension Posture {
  /// The fields in which a later posture differs, in reading order, each in words.
  ///
  /// Ages and days overdue are left out: they grow by themselves.
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
