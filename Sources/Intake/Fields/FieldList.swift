package import JSON
package import Stances

/// What can be recorded: the types of events, and the fields of one, for people who write events.
package enum FieldList {
  /// How the names of fields are written.
  package enum Spelling {
    /// As flags of the command line: `--evidence-publisher`.
    case flags
    /// As paths into JSON: `evidence.publisher`.
    case paths

    fileprivate var separator: String { self == .flags ? "-" : "." }
    fileprivate var prefix: String { self == .flags ? "--" : "" }
  }

  /// One line per type: its name and what it says.
  package static var typeWords: String {
    let width = EventType.allCases.map(\.rawValue.count).max() ?? 0
    return EventType.allCases.map { type in
      let gap = String(repeating: " ", count: width - type.rawValue.count + 2)
      return "\(type.rawValue)\(gap)\(Vocabulary.sentence(of: type))"
    }.joined(separator: "\n")
  }

  /// The same for programs.
  package static var typeJSON: JSONValue {
    [
      "types": .array(
        EventType.allCases.map {
          ["type": .string($0.rawValue), "says": .string(Vocabulary.sentence(of: $0))]
        })
    ]
  }

  /// One line per field, those that every event needs first: its name, what it says, and the words
  /// that it may have; then how to write an event.
  package static func words(for type: EventType, as spelling: Spelling) -> String {
    let leaves = FieldNames.leavesToGive(of: type, separatedBy: spelling.separator)
    let names = leaves.map { spelling.prefix + $0.name }
    let width = names.map(\.count).max() ?? 0
    func lines(_ isRequired: Bool) -> String {
      zip(leaves, names).filter { $0.0.isRequired == isRequired }.map { leaf, name in
        "  \(name.padded(to: width))  \(leaf.words)"
      }
      .joined(separator: "\n")
    }
    let rules = FieldNames.rules(of: type, separatedBy: spelling.separator).map {
      "\n  \(sentence(of: $0, as: spelling))"
    }
    .joined()
    return """
      \(type.rawValue): \(Vocabulary.sentence(of: type))

      REQUIRED
      \(lines(true))\(rules)

      OPTIONAL
      \(lines(false))

      \(howToWrite(type, as: spelling))
      """
  }

  private static func howToWrite(_ type: EventType, as spelling: Spelling) -> String {
    switch spelling {
    case .flags:
      """
      As CSV columns and in JSON the names have dots and underscores: evidence.publisher,
      wind_down. A second source is evidence-2-publisher (evidence.2.publisher). Lists are given
      by repeating the flag, in a cell with ; between the items.
      'stance template \(type.rawValue)' prints a file to fill in.
      """
    case .paths:
      """
      A name with dots is a path into objects; evidence is a list of such objects. What is required,
      as JSON, with what to put there in place of the values:
      \(EventTemplate.jsonLine(of: type).trimmed())
      """
    }
  }

  /// The fields for programs, with their paths into JSON.
  package static func json(for type: EventType) -> JSONValue {
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

  private static func sentence(of rule: FieldRule, as spelling: Spelling) -> String {
    func spelled(_ names: [String]) -> [String] {
      switch spelling {
      case .flags: names.map { "--\($0.replacing("_", with: "-"))" }
      case .paths: names
      }
    }
    return switch rule {
    case .exactlyOne(let names): "one of \(enumerated(spelled(names), conjunction: "and"))"
    case .atLeastOne(let names): "at least one of \(enumerated(spelled(names), conjunction: "and"))"
    case .needs(let name, let other):
      "\(spelled([other]).joined()) wherever \(spelled([name]).joined()) is given"
    }
  }
}
