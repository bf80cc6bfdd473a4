import JSON
import Intake
import Stances

/// The fields of a type, for people who write its flags or columns.
enum FieldList {
  /// One line per field, those that every event needs first: its flag, what it says, and the words
  /// that it may have.
  static func words(for type: EventType) -> String {
    let flags = FieldNames.leavesToGive(of: type, separatedBy: "-")
    let width = flags.map { $0.name.count + 2 }.max() ?? 0
    func lines(_ isRequired: Bool) -> String {
      flags.filter { $0.isRequired == isRequired }.map { leaf in
        "  \("--\(leaf.name)".padded(to: width))  \(leaf.words)"
      }
      .joined(separator: "\n")
    }
    let rules = FieldNames.rules(of: type, separatedBy: "-").map { "\n  \(sentence(of: $0))" }
      .joined()
    return """
      \(type.rawValue): \(Vocabulary.sentence(of: type))

      REQUIRED
      \(lines(true))\(rules)

      OPTIONAL
      \(lines(false))

      As CSV columns and in JSON the names have dots and underscores: evidence.publisher,
      wind_down. A second source is evidence-2-publisher (evidence.2.publisher). Lists are given
      by repeating the flag, in a cell with ; between the items.
      'stance template \(type.rawValue)' prints a file to fill in.
      """
  }

  /// The same for programs.
  static func json(for type: EventType) -> JSONValue {
    [
      "type": .string(type.rawValue), "says": .string(Vocabulary.sentence(of: type)),
      "fields": .array(
        FieldNames.leaves(of: type, separatedBy: ".").map { leaf in
          [
            "name": .string(leaf.name), "says": .string(leaf.field.words),
            "required": .bool(leaf.isRequired),
          ]
        }),
    ]
  }

  private static func sentence(of rule: FieldRule) -> String {
    func flags(_ names: [String]) -> [String] {
      names.map { "--\($0.replacing("_", with: "-"))" }
    }
    return switch rule {
    case .exactlyOne(let names): "one of \(enumerated(flags(names), conjunction: "and"))"
    case .atLeastOne(let names): "at least one of \(enumerated(flags(names), conjunction: "and"))"
    case .needs(let name, let other):
      "\(flags([other]).joined()) wherever \(flags([name]).joined()) is given"
    }
  }
}
