package import Errors
package import Projections
package import Stances

/// What was given for the parameters of one question, by name.
package struct Given: Hashable, Sendable {
  /// The texts of each parameter that was given, in the order given.
  package private(set) var texts: [String: [String]] = [:]
  /// The parameters that the question has.
  private var known: [Parameter] = []

  /// Nothing.
  package init() {}

  /// Takes names with texts.
  ///
  /// - Throws: ``ParameterError`` for a parameter that the question does not have, so that a
  ///   misspelt clock is not ignored; and for a text that is not a value.
  package init(
    _ items: [(name: String, text: String)], for known: [Parameter]
  ) throws(ParameterError) {
    self.known = known
    for item in items {
      guard let parameter = known.first(where: { $0.name == item.name }) else {
        throw .unknown(item.name, known: known.map(\.name))
      }
      let parts = parameter.parts(of: item.text)
      for (part, name) in zip(parts.reversed(), [parameter.name, parameter.first ?? ""]) {
        guard parameter.isList || texts[name] == nil else { throw .repeated(name) }
        do {
          try parameter.check(part)
        } catch {
          throw .badValue(name, sentence: "\(error)")
        }
        texts[name, default: []].append(part)
      }
    }
  }

  /// The same without some parameters, and with others set.
  package func setting(
    _ set: [(Parameter, String)], without left: [Parameter] = []
  ) -> Given {
    var changed = self
    for parameter in left { changed.texts[parameter.name] = nil }
    for (parameter, text) in set { changed.texts[parameter.name] = [text] }
    return changed
  }

  /// The same with a value of a list, or without it if it was there.
  package func toggling(_ parameter: Parameter, _ text: String) -> Given {
    var changed = self
    let before = texts(parameter)
    let after = before.contains(text) ? before.filter { $0 != text } : before + [text]
    changed.texts[parameter.name] = after.isEmpty ? nil : after
    return changed
  }

  /// The same with each day and point written out, so that none is another one tomorrow.
  ///
  /// - Parameters:
  ///   - today: the current day.
  ///   - now: the current instant, at which a day ends that is not over.
  /// - Returns: what was given, without words such as `yesterday`.
  package func settled(today: Day, now: Timestamp) -> Given {
    var settled = self
    for parameter in known {
      settled.texts[parameter.name] = texts[parameter.name]?
        .map { parameter.shape.settled($0, today: today, now: now) }
    }
    return settled
  }

  /// Whether a day or a point is one that moves, such as `yesterday`.
  package var hasMovingDays: Bool {
    let words = known.filter { $0.shape.isPointInTime || $0.name == Parameter.since.name }
    return words.contains { texts($0).contains(where: DayPhrase.isRelative) }
  }

  /// Only some of the parameters.
  package func keeping(_ kept: [Parameter]) -> Given {
    var changed = self
    changed.texts = texts.filter { name, _ in kept.contains { $0.name == name } }
    return changed
  }

  /// Names and texts in the order of the names.
  package var items: [(name: String, text: String)] {
    texts.sorted { $0.key < $1.key }.flatMap { name, texts in texts.map { (name, $0) } }
  }
}

// MARK: Values

extension Given {
  /// Whether the question has a parameter.
  package func takes(_ parameter: Parameter) -> Bool {
    known.contains { $0.name == parameter.name }
  }

  /// Whether a parameter was given.
  func has(_ parameter: Parameter) -> Bool { text(parameter) != nil }

  /// The text of a parameter; nil if it was not given.
  package func text(_ parameter: Parameter) -> String? { texts[parameter.name]?.first }

  /// The texts of a parameter that may be given more than once.
  package func texts(_ parameter: Parameter) -> [String] { texts[parameter.name] ?? [] }

  /// A day that is written out.
  package func day(_ parameter: Parameter) throws -> Day? {
    try text(parameter).map(Day.init(iso:))
  }

  /// A point on the log clock that is written out.
  package func point(_ parameter: Parameter) throws -> LogPoint? {
    try text(parameter).map(LogPoint.init)
  }

  /// The days that a fuzzy date may be.
  package func days(_ parameter: Parameter) throws -> DayRange? {
    try text(parameter).map(FuzzyDate.init)
      .map { DayRange(earliest: $0.earliest, latest: $0.latest) }
  }

  /// A whole number.
  package func number(_ parameter: Parameter) -> Int64? { text(parameter).flatMap { Int64($0) } }

  /// The place in the log that a parameter names, if it is given.
  package func position(_ parameter: Parameter) -> Position? {
    number(parameter).map { Position($0) }
  }

  /// A word of a closed set.
  package func word<Word: RawRepresentable<String>>(_ parameter: Parameter) -> Word? {
    text(parameter).flatMap(Word.init)
  }

  /// Words of a closed set.
  package func words<Word: RawRepresentable<String>>(_ parameter: Parameter) -> [Word] {
    texts(parameter).compactMap(Word.init)
  }

  /// A slug of any kind.
  package func name<Kind>(_ parameter: Parameter) throws -> Identifier<Kind>? {
    try text(parameter).map(slug)
  }

  /// Slugs of any kind.
  package func names<Kind>(_ parameter: Parameter) throws -> [Identifier<Kind>] {
    try texts(parameter).map(slug)
  }

  /// Terms of a closed set.
  package func terms<Word: Term>(_ parameter: Parameter) -> [Word] {
    texts(parameter).compactMap(Word.init(term:))
  }

  /// Markets.
  package func markets(_ parameter: Parameter) throws -> [Market] {
    try texts(parameter).map(Market.init(code:))
  }

  /// A grade of evidence.
  package func grade(_ parameter: Parameter) -> AdmiraltyGrade? {
    text(parameter).flatMap(AdmiraltyGrade.init(code:))
  }

  /// What is watched; nil for everything.
  var watchList: WatchList? {
    get throws(WatchError) {
      try text(.watch).map { (text) throws(WatchError) in try WatchList(text) }
    }
  }

  /// Whether a flag is set.
  package func isSet(_ parameter: Parameter) -> Bool { text(parameter) == "true" }
}

/// Why a question is refused before anything is looked up.
package enum ParameterError: CallerError, Equatable {
  case unknown(String, known: [String])
  case repeated(String)
  case badValue(String, sentence: String)
  case noPictures(format: String)
  case noPoints(format: String)
  case noMark(format: String)
  case noGroups
  case noGroupsIn(String)

  package var kind: ErrorKind { .usage }

  /// What programs know it by.
  package var code: String {
    switch self {
    case .unknown: "unknown_parameter"
    case .repeated: "repeated_parameter"
    case .badValue, .noPictures, .noPoints, .noMark, .noGroups, .noGroupsIn: "bad_parameter"
    }
  }
}

extension ParameterError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknown(let name, let known):
      "there is no parameter '\(printable(name))' here; this address takes "
        + (known.isEmpty ? "none" : known.joined(separator: ", "))
    case .repeated(let name): "the parameter '\(printable(name))' may be given only once"
    case .badValue(let name, let sentence): "\(name): \(sentence)"
    case .noPictures(let format):
      "the format \(format) has no pictures; ask for svg or png, or omit what a picture takes"
    case .noPoints(let format):
      "the format \(format) is as fine as any screen; ask for png, or omit the scale"
    case .noGroups:
      "roll: who stands for a group is asked of groups; ask for unit parent too, or omit roll"
    case .noGroupsIn(let what):
      "unit: \(what) is of companies, not of groups; omit unit and roll, or ask for something else"
    case .noMark(let format):
      "the format \(format) has no byte order mark; ask for csv, or omit bom"
    }
  }
}
