import Errors
import Projections
import Reports
import Stances

/// A parameter of a question: its names, how it is read, and how it is documented.
///
/// The command line and the site take every parameter from here, with its sentence.
package struct Parameter: Hashable, Sendable {
  /// The name in addresses and in JSON, such as `knownBy`.
  package let name: String
  /// What it asks for, in one sentence.
  package let summary: String
  /// What values it takes.
  package let shape: Shape
  /// What help calls the value.
  package let valueName: String
  /// What a page's form calls it.
  package let label: String
  /// Its default, in a word or two; nil if it has none.
  package let fallback: String?
  /// Whether it may be given more than once.
  package let isList: Bool
  /// Whether a command takes it by its place.
  package let isArgument: Bool
  /// The parameter that takes the first of two values, `A..B`; nil if it takes only one value.
  package let first: String?

  /// A parameter.
  package init(
    _ name: String, _ summary: String, _ shape: Shape, valueName: String? = nil,
    label: String? = nil, fallback: String? = nil, isList: Bool = false, isArgument: Bool = false,
    first: String? = nil
  ) {
    self.name = name
    self.summary = summary
    self.shape = shape
    self.valueName = valueName ?? shape.valueName ?? name
    self.label = label ?? name.asSentenceStart
    self.fallback = fallback
    self.isList = isList
    self.isArgument = isArgument
    self.first = first
  }

  /// How often a list may be given in one address, so that a request's head stays of bounded
  /// length.
  package static let mostInAddress = 20

  /// Whether the question cannot be asked without it: what a command takes by its place, unless it
  /// is a list or has a default.
  package var isNeeded: Bool { isArgument && !isList && fallback == nil }

  /// The name as an option: `known-by`.
  package var flag: String {
    name.reduce(into: "") { $0 += $1.isUppercase ? "-\($1.lowercased())" : String($1) }
  }

  /// The sentence with the default.
  package var words: String { summary + (fallback.map { " (default: \($0))" } ?? "") }

  /// The values of a text: two if two are compared.
  func parts(of text: String) -> [String] {
    guard first != nil, let dots = text.firstRange(of: "..") else { return [text] }
    return [String(text[..<dots.lowerBound]), String(text[dots.upperBound...])]
  }

  /// Checks a text that was given.
  ///
  /// - Throws: an error whose description says what is wrong with it.
  package func check(_ text: String) throws {
    for part in parts(of: text) { try shape.check(part) }
  }
}

extension Parameter {
  /// What a value looks like.
  package enum Shape: Hashable, Sendable {
    case text(longest: Int)
    case slug
    /// One day, or that end of a period: `2022-05-06`, `2022-05`, `yesterday`, `last-week`.
    case day(PeriodEnd)
    /// A date of any exactness, in EDTF.
    case date
    /// A position of the log, an instant, or the end of a day or period.
    case point
    case market
    /// A grade of evidence, such as `B2`.
    case grade
    case number(least: Int64, most: Int64?)
    case choice([String])
    case flag

    /// Whether a value is a day or a point on the log clock.
    package var isPointInTime: Bool {
      switch self {
      case .day, .point: true
      default: false
      }
    }

    /// The kind of value; nil if only the parameter's own name says it.
    fileprivate var valueName: String? {
      switch self {
      case .text: "text"
      case .slug: "slug"
      case .day: "day"
      case .date: "date"
      case .point: "position|instant|day"
      case .market: "market"
      case .grade: "grade"
      case .number: "number"
      case .choice, .flag: nil
      }
    }

    /// Reads a text and forgets the value.
    fileprivate func check(_ text: String) throws {
      switch self {
      case .text(let longest):
        // Counted as Unicode counts them: a letter may carry any number of marks.
        guard text.unicodeScalars.count <= longest else {
          throw ValueError("it is longer than \(longest) letters; shorten it")
        }
      case .slug: _ = try Answers.slug(text) as Tag
      case .day: _ = try DayPhrase(text, today: Day(ordinal: 0))
      case .date: _ = try FuzzyDate(text)
      case .point:
        guard (try? LogPoint(text)) == nil, (try? DayPhrase(text, today: Day(ordinal: 0))) == nil
        else { return }
        throw ValueError(
          "'\(printable(text))' is not a position, an instant or a day; write 412, "
            + "2022-05-06T12:00:00Z, 2022-05-06 or yesterday")
      case .market: _ = try Market(code: text)
      case .grade:
        guard AdmiraltyGrade(code: text) != nil else {
          throw ValueError("'\(printable(text))' is not a grade from A1 to F6, such as B2")
        }
      case .number(let least, let most):
        guard let number = Int64(text), number >= least, number <= most ?? .max else {
          throw ValueError(
            "'\(printable(text))' is not a number from \(least)\(most.map { " to \($0)" } ?? "")")
        }
      case .choice(let words): try Self.check(text, among: words)
      case .flag: try Self.check(text, among: ["true", "false"])
      }
    }

    /// The same value without words that mean another day tomorrow.
    ///
    /// - Parameters:
    ///   - text: the text, which was checked.
    ///   - today: the current day.
    ///   - now: the current instant, at which a day ends that is not over.
    /// - Returns: a day, a position or an instant; for other shapes the text.
    func settled(_ text: String, today: Day, now: Timestamp) -> String {
      switch self {
      case .day(let end):
        guard let days = try? DayPhrase(text, today: today) else { return text }
        return (end == .first ? days.first : days.last).description
      case .point:
        guard (try? LogPoint(text)) == nil, let days = try? DayPhrase(text, today: today) else {
          return text
        }
        let end = Timestamp(
          milliseconds: days.last.adding(days: 1).firstMoment.milliseconds - 1)
        return (days.last <= today ? min(end, now) : end).description
      default: return text
      }
    }

    private static func check(_ text: String, among words: [String]) throws {
      guard !words.contains(text) else { return }
      throw ValueError(
        "'\(printable(text))' is not one of \(words.joined(separator: ", "))"
          + (didYouMean(nearestNames(to: text, among: words)).map { "; \($0)" } ?? ""))
    }
  }
}

/// The day of a period that counts.
package enum PeriodEnd: Hashable, Sendable {
  case first
  case last
}

/// Why a text is not a value, if nothing else says it.
struct ValueError: StanceError {
  let description: String

  var kind: ErrorKind { .usage }

  init(_ sentence: String) { description = sentence }
}

/// Reads a slug of any kind.
func slug<Kind>(_ text: String) throws -> Identifier<Kind> {
  guard let slug = Identifier<Kind>(text) else {
    throw ValueError("a slug has lower-case letters, digits and single hyphens")
  }
  return slug
}
