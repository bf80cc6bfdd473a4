import Errors
import Stances

/// The parameters of one query, checked against those that its address knows.
struct Parameters: Hashable, Sendable {
  private var values: [String: [String]]

  /// Takes the items of a query.
  ///
  /// - Throws: ``RequestError`` for a parameter that is not known here, so that a misspelt clock
  ///   is not answered as if it had not been given.
  init(_ items: [RequestTarget.Item], known: [Parameter]) throws(RequestError) {
    var values: [String: [String]] = [:]
    for item in items {
      guard let parameter = known.first(where: { $0.name == item.name }) else {
        throw .unknownParameter(item.name, known: known.map(\.name))
      }
      guard parameter.isList || values[item.name] == nil else {
        throw .repeatedParameter(item.name)
      }
      values[item.name, default: []].append(item.value)
    }
    self.values = values
  }

  /// Some of the parameters of another query.
  init(kept: [Parameter], of others: Parameters) {
    values = others.values.filter { name, _ in kept.contains { $0.name == name } }
  }

  /// The same query always in the same words.
  var canonical: String { String(query().dropFirst()) }

  /// Names and values in the order of the names.
  var items: [RequestTarget.Item] {
    values.sorted { $0.key < $1.key }.flatMap { name, values in
      values.map { RequestTarget.Item(name: name, value: $0) }
    }
  }

  /// The query without some of its parameters, as it stands behind a path: empty, or from `?` on.
  func query(without left: [Parameter] = [], adding added: [(Parameter, String)] = []) -> String {
    var kept = self
    for parameter in left { kept.values[parameter.name] = nil }
    for (parameter, value) in added { kept.values[parameter.name] = [value] }
    let pairs = kept.items.map { "\($0.name)=\(PercentCoding.encode($0.value))" }
    return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
  }

  /// The text of a parameter, if it is given.
  func text(_ parameter: Parameter) -> String? { values[parameter.name]?.first }

  /// The texts of a parameter that may be given more than once.
  func texts(_ parameter: Parameter) -> [String] { values[parameter.name] ?? [] }

  /// The value of a parameter, if it is given.
  ///
  /// - Throws: ``RequestError`` with the sentence of what `read` throws.
  func value<Value>(
    _ parameter: Parameter, _ read: (String) throws -> Value
  ) throws(RequestError) -> Value? {
    guard let text = text(parameter) else { return nil }
    return try Self.read(text, of: parameter, read)
  }

  /// The values of a parameter that may be given more than once.
  func values<Value>(
    _ parameter: Parameter, _ read: (String) throws -> Value
  ) throws(RequestError) -> [Value] {
    var found: [Value] = []
    for text in texts(parameter) { found.append(try Self.read(text, of: parameter, read)) }
    return found
  }

  private static func read<Value>(
    _ text: String, of parameter: Parameter, _ read: (String) throws -> Value
  ) throws(RequestError) -> Value {
    do {
      return try read(text)
    } catch {
      throw .badParameter(parameter.name, sentence: "\(error)")
    }
  }
}

/// Why a parameter's text has no meaning, where nothing else says it.
struct ValueError: StanceError, CustomStringConvertible {
  let description: String

  var kind: ErrorKind { .usage }
}

/// Reads a whole number that the parameter admits.
func wholeNumber(_ parameter: Parameter) -> (String) throws -> Int64 {
  { text in
    guard case .number(let least, let most) = parameter.shape, let number = Int64(text),
      number >= least, number <= most ?? .max
    else { throw ValueError(description: "'\(printable(text))' is not such a number") }
    return number
  }
}

/// Reads a word of a closed set.
func word<Word: RawRepresentable & CaseIterable>(
  _ type: Word.Type
) -> (String) throws -> Word where Word.RawValue == String {
  { text in
    guard let word = Word(rawValue: text) else {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValueError(description: "'\(printable(text))' is not one of \(words)")
    }
    return word
  }
}

/// Reads a slug of any kind.
func slug<Kind>(_ text: String) throws -> Identifier<Kind> {
  guard let slug = Identifier<Kind>(text) else {
    throw ValueError(
      description: "a slug has lower-case letters, digits and single hyphens")
  }
  return slug
}

/// Reads a fuzzy date as the days that it may be.
func dayRange(_ text: String) throws -> DayRange {
  let date = try FuzzyDate(text)
  return DayRange(earliest: date.earliest, latest: date.latest)
}

/// Reads a yes or no.
func flag(_ text: String) throws -> Bool {
  switch text {
  case "true": return true
  case "false": return false
  default: throw ValueError(description: "'\(printable(text))' is neither true nor false")
  }
}
