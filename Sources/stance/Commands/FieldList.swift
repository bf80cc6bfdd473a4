import JSON
import Intake
import Stances

/// The fields of a type, for people who write its flags or columns.
enum FieldList {
  /// One line per field: its flag, what it says, and the words that it may have.
  static func words(for type: EventType) -> String {
    let flags = FieldNames.leaves(of: type, separatedBy: "-").filter { !isGiven($0.name) }
    let width = flags.map { $0.name.count + 2 }.max() ?? 0
    let lines = flags.map { name, field in
      "  \("--\(name)".padded(to: width))  \(field.words)\(choices(of: field.shape))"
    }
    return """
      \(type.rawValue): \(Vocabulary.sentence(of: type))

      \(lines.joined(separator: "\n"))

      As CSV columns and in JSON the names have dots and underscores: evidence.publisher,
      wind_down. A second source is evidence-2-publisher. Lists are given by repeating the flag.
      """
  }

  /// The same for programs.
  static func json(for type: EventType) -> JSONValue {
    [
      "type": .string(type.rawValue), "says": .string(Vocabulary.sentence(of: type)),
      "fields": .array(
        FieldNames.leaves(of: type, separatedBy: ".").map { name, field in
          ["name": .string(name), "says": .string(field.words)]
        }),
    ]
  }

  /// The type comes before the flags, and the version is today's.
  private static func isGiven(_ name: String) -> Bool { name == "type" || name == "v" }

  private static func choices(of shape: Shape) -> String {
    switch shape {
    case .term(let terms), .list(.term(let terms), _): " (\(terms.joined(separator: ", ")))"
    case .date: " (EDTF: 2022-03-08, 2022-03, 2022-03~)"
    default: ""
    }
  }
}
