import Projections
import Stances

/// The tables of changes that reports share.
enum ChangeTables {
  /// A table of postures and one of measures, each if something changed.
  static func blocks(postures: [PostureChange], measures: [MeasureChange]) -> [Document.Block] {
    (postures.isEmpty ? [] : [.table(table(of: postures))])
      + (measures.isEmpty ? [] : [.table(table(of: measures))])
  }

  /// The changes of one company, each on its day.
  static func table(ofDays changes: [(day: Day?, change: PostureChange)]) -> Table {
    Table(
      of: changes,
      [
        (.init("Day"), { RichText($0.day.map(\.description) ?? "from the beginning") }),
        (.init("Market"), { RichText($0.change.market.englishName) }),
        (.init("Change"), { RichText($0.change.phrase) }),
        (.init("Because of"), { .events($0.change.causes) }),
      ])
  }

  private static func table(of changes: [PostureChange]) -> Table {
    Table(
      of: changes,
      [
        (.init("Company"), { .named($0.name, .company($0.company)) }),
        (.init("Market"), { .named($0.market.englishName, .posture($0.company, $0.market)) }),
        (.init("Change"), { RichText($0.phrase) }),
        (.init("Because of"), { .events($0.causes) }),
      ])
  }

  private static func table(of changes: [MeasureChange]) -> Table {
    Table(
      of: changes,
      [
        (.init("Measure"), { .named($0.title, .measure($0.measure), " (\($0.measure))") }),
        (.init("Change"), { RichText($0.phrase) }),
        (.init("Because of"), { .events($0.causes) }),
      ])
  }
}

extension PostureChange {
  /// The change in words: a new posture in full, otherwise the fields that differ.
  var phrase: String {
    guard before != nil else {
      return after.map { "first on record. Says: \($0.says). Does: \($0.does)" } ?? ""
    }
    guard after != nil else { return "nothing counts any more" }
    return fields.map(phrase).joined(separator: "; ")
  }

  /// A field that differs, in the same words as elsewhere.
  private func phrase(of change: FieldChange) -> String {
    if change.field == "contested", let contestPhrase { return contestPhrase }
    guard let before, let after, let (name, words) = Self.wording[change.field] else {
      return "\(plainWords(change.field)): \(change.before) → \(change.after)"
    }
    return "\(name): \(words(before)) → \(words(after))"
  }

  /// By what the conduct found is contested that did not contest it before, and by what no longer;
  /// nil if by the same.
  private var contestPhrase: String? {
    let (old, new) = (before?.contested.map(\.event) ?? [], after?.contested.map(\.event) ?? [])
    let (gone, come) = (old.filter { !new.contains($0) }, new.filter { !old.contains($0) })
    let phrases =
      (come.isEmpty ? [] : ["contested by \(come.listed)"])
      + (gone.isEmpty ? [] : ["no longer contested by \(gone.listed)"])
    return phrases.isEmpty ? nil : phrases.joined(separator: "; ")
  }

  private static let wording: [String: (name: String, words: @Sendable (Posture) -> String)] = [
    "voice": ("says", \.voice.phrase),
    "conduct": ("does", { $0.conduct?.level.phrase ?? "not known" }),
    "basis": ("on whose word", \.rests),
    "since": ("since", { $0.conduct?.since.spoken ?? "not known" }),
    "gap": ("gap", { $0.gap?.signed ?? "none" }),
    "reading": ("word against deed", \.reading.phrase),
  ]
}

extension MeasureChange {
  var phrase: String {
    "\(before?.words ?? "not known") → \(after?.words ?? "not known")"
  }
}
