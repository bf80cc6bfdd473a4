package import Intake
import JSON
import Stances

/// The words and patterns by which drafts are found in texts of one language: a file of cues.
package struct Cues: Sendable {
  /// What a match of a rule's patterns is drafted as.
  struct Rule: Sendable {
    /// Its name, which every draft gives as its ground.
    let name: String
    let type: EventType
    /// The type where the company itself is said to say it.
    let announced: EventType?
    /// The fields that the cue says: `level`, `act`, `by.role`.
    let fields: [(path: String, value: JSONValue)]
    /// Whether a subject is needed, and of which kind.
    let subject: Subject
  }

  /// Who a rule's event is about.
  enum Subject: String, CaseIterable, Sendable {
    case company, body, none
  }

  /// What a match of a pattern means.
  enum Sense: Hashable, Sendable {
    /// The cue of a rule, what it needs elsewhere in the sentence, and what keeps it from counting.
    case rule(Int)
    case needs(Int)
    case unless(Int)
    /// The company says it itself, or others say it of the company.
    case own, others
    /// What follows is denied, or only asked for, feared or possible.
    case never, maybe
    /// The sentence names those of whom the one before spoke.
    case goesOn
  }

  /// The version of the words, which drafts name.
  let version: Int
  let rules: [Rule]
  /// The rules with patterns in `needs`.
  let needing: Set<Int>
  let patterns: CuePatterns
  let abbreviations: Set<String>
  let adjectives: [(String, Market)]
  let countries: [(String, Market)]

  /// The cues that come with the program.
  ///
  /// - Throws: ``DataFileError``, which a test sees first.
  package static func english() throws(DataFileError) -> Cues {
    try Cues(PackageResources.cues_json, from: "the cues that come with stance")
  }

  /// Cues from the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - path: its name, for refusals.
  /// - Throws: ``DataFileError``.
  package init(_ bytes: [UInt8], from path: String) throws(DataFileError) {
    try self.init(DataReader(bytes, from: path))
  }

  private init(_ root: DataReader) throws(DataFileError) {
    try root.allow([
      "format", "version", "language", "abbreviations", "countries", "adjectives", "words", "own",
      "others", "never", "maybe", "goes_on", "rules",
    ])
    guard try root.required("format").text() == "stance cues" else {
      throw root.fault(
        "'format' is not \"stance cues\"; see Docs/DRAFTS.md for what a file of cues has")
    }
    guard try root.required("language").text() == "en" else {
      throw root.fault("'language' is not \"en\"; sentences and dates are read in English only")
    }
    version = try root.required("version").integer()
    abbreviations = try Set(root.texts("abbreviations").map { $0.lowercased() })
    countries = try root.markets("countries")
    adjectives = try root.markets("adjectives")
    var patterns = try CuePatterns.Builder(classes: root.lists("words"))
    func read(_ name: String, in object: DataReader, as sense: Sense) throws(DataFileError) {
      for pattern in try object.items(name) { try patterns.add(pattern.text(), sense, pattern) }
    }
    try read("own", in: root, as: .own)
    try read("others", in: root, as: .others)
    try read("never", in: root, as: .never)
    try read("maybe", in: root, as: .maybe)
    try read("goes_on", in: root, as: .goesOn)
    var rules: [Rule] = []
    var needing: Set<Int> = []
    for object in try root.items("rules") {
      let index = rules.count
      try object.allow([
        "rule", "type", "announced", "subject", "set", "patterns", "needs", "unless",
      ])
      rules.append(try object.rule())
      try read("patterns", in: object, as: .rule(index))
      try read("needs", in: object, as: .needs(index))
      try read("unless", in: object, as: .unless(index))
      if try !object.items("needs").isEmpty { needing.insert(index) }
    }
    self.rules = rules
    self.needing = needing
    self.patterns = patterns.patterns
  }
}
