/// How a reader of another scheme would grade what this record says of a company in a market.
///
/// A table of decisions: the first row that fits gives the grade. It grades postures of this record,
/// and is no copy of any list: what a list itself has is recorded as such.
package struct GradingMethod: Hashable, Sendable {
  /// Its name with its version, such as `kse/1`.
  package let name: String
  /// What its grades say, in a sentence.
  package let says: String
  /// What readers must know before they quote it; nil if nothing.
  package let note: String?
  /// What each grade means, in the order in which they are shown.
  package let grades: [(grade: String, words: String)]
  /// The grades of companies that have left, by this scheme; none if it does not say.
  package let left: Set<String>
  /// The table.
  package let rows: [Row]
  /// The SHA-256 of the file that it was read from, 64 lower-case hexadecimal digits.
  package let sha256: String

  /// One decision.
  package struct Row: Hashable, Sendable {
    /// The levels of conduct that fit; any if there are none.
    package let does: [Level]
    /// What is said: a level that is announced, or a kind of word; any if there are none.
    package let says: [Word]
    /// How the company left; any if there are none.
    package let modes: [Exit.Mode]
    /// On whose word conduct rests; any if there are none.
    package let bases: [Basis]
    /// How the gap between word and deed reads; any if there are none.
    package let readings: [Reading]
    /// Whether conduct is known; nil if either fits.
    package let isKnown: Bool?
    /// The grade; `-` for none.
    package let gives: String

    /// One decision.
    package init(
      does: [Level] = [], says: [Word] = [], modes: [Exit.Mode] = [], bases: [Basis] = [],
      readings: [Reading] = [], isKnown: Bool? = nil, gives: String
    ) {
      (self.does, self.says, self.modes, self.bases) = (does, says, modes, bases)
      (self.readings, self.isKnown, self.gives) = (readings, isKnown, gives)
    }
  }

  /// What a company says, as a row asks for it.
  package enum Word: Hashable, Sendable {
    /// It announced this level.
    case announced(Level)
    /// Its latest word is of this kind.
    case kind(VoiceKind)

    /// The word of a spelling: a level or a kind of word; nil for any other.
    package init?(term: String) {
      if let level = Level(term: term) {
        self = .announced(level)
      } else if let kind = VoiceKind(term: term) {
        self = .kind(kind)
      } else {
        return nil
      }
    }

    /// Its spelling.
    package var term: String {
      switch self {
      case .announced(let level): level.term
      case .kind(let kind): kind.term
      }
    }

    /// Every spelling.
    package static let terms = Level.allCases.map(\.term) + VoiceKind.allCases.map(\.term)
  }

  /// What a row looks at.
  package struct Graded: Hashable, Sendable {
    /// The level of conduct; nil if that is not known.
    package var level: Level?
    /// The kind of the latest word.
    package var voice: VoiceKind
    /// The level that it announces.
    package var announced: Level?
    /// How the company left, if it did.
    package var mode: Exit.Mode?
    /// On whose word conduct rests.
    package var basis: Basis?
    /// How the gap between word and deed reads.
    package var reading: Reading

    /// What a row looks at.
    package init(
      level: Level?, voice: VoiceKind, announced: Level?, mode: Exit.Mode?, basis: Basis?,
      reading: Reading
    ) {
      (self.level, self.voice, self.announced) = (level, voice, announced)
      (self.mode, self.basis, self.reading) = (mode, basis, reading)
    }
  }

  /// A method as its file has it.
  package init(
    name: String, says: String, note: String?, grades: [(grade: String, words: String)],
    left: Set<String>, rows: [Row], sha256: String
  ) {
    (self.name, self.says, self.note) = (name, says, note)
    (self.grades, self.left, self.rows, self.sha256) = (grades, left, rows, sha256)
  }

  /// The grade that means none.
  package static let none = "-"

  /// The number of the first row that fits; nil if none does.
  package func row(for graded: Graded) -> Int? { rows.firstIndex { $0.fits(graded) } }

  /// The grade; ``none`` if no row fits.
  package func grade(of graded: Graded) -> String {
    row(for: graded).map { rows[$0].gives } ?? Self.none
  }

  /// Whether it asks how companies left, which only the events of exits say.
  package var asksForModes: Bool { rows.contains { !$0.modes.isEmpty } }

  /// Two methods are one if their files are.
  package static func == (left: Self, right: Self) -> Bool { left.sha256 == right.sha256 }

  /// By the file.
  package func hash(into hasher: inout Hasher) { hasher.combine(sha256) }
}

extension GradingMethod.Row {
  fileprivate func fits(_ graded: GradingMethod.Graded) -> Bool {
    fits(graded.level, among: does) && fits(graded.mode, among: modes)
      && fits(graded.basis, among: bases) && fits(graded.reading, among: readings)
      && (isKnown.map { $0 == (graded.level != nil) } ?? true)
      && (says.isEmpty
        || says.contains { word in
          switch word {
          case .announced(let level): graded.voice == .announced && graded.announced == level
          case .kind(let kind): graded.voice == kind
          }
        })
  }

  private func fits<Value: Equatable>(_ value: Value?, among values: [Value]) -> Bool {
    values.isEmpty || value.map(values.contains) ?? false
  }
}
