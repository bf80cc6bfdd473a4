import Answers
import ArgumentParser

/// The options and arguments of a question, made from its parameters: each new one is an option.
///
/// ArgumentParser finds options by reflection, for which this gives one child per parameter.
struct QuestionOptions<Asked: Question>: ParsableArguments, CustomReflectable {
  /// What was given, in the order of the parameters.
  private var items: [(name: String, text: String)] = []

  init() {}

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Name.self)
    for parameter in Self.parameters {
      let texts = try parameter.texts(in: values, under: Name(stringValue: parameter.name))
      items += texts.map { (parameter.name, $0) }
    }
  }

  var customMirror: Mirror {
    Mirror(self, children: Self.parameters.map { (label: $0.name, value: $0.definition) })
  }

  /// What was given for the parameters.
  func given() throws(ParameterError) -> Given {
    try Given(items.filter { $0.name != Self.format.name }, for: Asked.parameters)
  }

  /// The format that was asked for; nil for none.
  var format: Format? {
    let name = items.first { $0.name == Self.format.name }?.text
    return Format.all.first { $0.name == name }
  }

  /// Those of the question, and the format, which the site has as the ending of an address.
  private static var parameters: [Parameter] { Asked.parameters + [format] }

  private static var format: Parameter { .format(among: Asked.formats) }
}

/// The name of a parameter, under which ArgumentParser keeps what was given.
private struct Name: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension Parameter {
  /// The option, flag or argument.
  fileprivate var definition: any Decodable {
    let name = NameSpecification.customLong(flag)
    switch (isArgument, isList, shape) {
    case (true, true, _): return Argument(wrappedValue: [], help: help, transform: checked)
    case (true, false, _):
      return isNeeded
        ? Argument<String>(help: help, transform: checked)
        : Argument<String?>(help: help, transform: checked)
    case (false, _, .flag): return Flag(wrappedValue: false, name: name, help: help)
    case (false, true, _):
      return Option(
        wrappedValue: [], name: name, help: help, completion: completion, transform: checked)
    case (false, false, _):
      // A day may begin with a hyphen, as in -7d.
      return Option<String?>(
        name: name, parsing: isTime ? .unconditional : .next, help: help, completion: completion,
        transform: checked)
    }
  }

  /// What was given for it.
  fileprivate func texts(in values: KeyedDecodingContainer<Name>, under name: Name) throws
    -> [String]
  {
    switch (isArgument, isList, shape) {
    case (true, true, _): try values.decode(Argument<[String]>.self, forKey: name).wrappedValue
    case (true, false, _):
      isNeeded
        ? [try values.decode(Argument<String>.self, forKey: name).wrappedValue]
        : try values.decode(Argument<String?>.self, forKey: name).wrappedValue.map { [$0] } ?? []
    case (false, _, .flag):
      try values.decode(Flag<Bool>.self, forKey: name).wrappedValue ? ["true"] : []
    case (false, true, _): try values.decode(Option<[String]>.self, forKey: name).wrappedValue
    case (false, false, _):
      try values.decode(Option<String?>.self, forKey: name).wrappedValue.map { [$0] } ?? []
    }
  }

  private var isTime: Bool { shape.isPointInTime || self == .since }

  private func checked(_ text: String) throws -> String {
    try check(text)
    return text
  }

  private var help: ArgumentHelp {
    var notes: [String] = []
    if case .choice(let words) = shape { notes.append("values: \(words.joined(separator: ", "))") }
    if let fallback { notes.append("default: \(fallback)") }
    let words = notes.isEmpty ? summary : "\(summary) (\(notes.joined(separator: "; ")))"
    return ArgumentHelp(words, valueName: valueName)
  }

  private var completion: CompletionKind? {
    if case .choice(let words) = shape { .list(words) } else { nil }
  }
}
