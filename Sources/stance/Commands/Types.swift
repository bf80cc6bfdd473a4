import JSON
import ArgumentParser
import Stances

/// `stance types`: what can be recorded, and with which fields.
struct Types: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the types of events, or the fields of one.",
    discussion: """
      EXAMPLES
        stance types                         every type with what it says
        stance types silent_reduction        its fields, as 'stance append' flags
      """)

  @Argument(
    help: "A type of event.", completion: .list(EventType.allCases.map(\.rawValue)),
    transform: eventType)
  var type: EventType?

  @OptionGroup var output: OutputOptions

  func run() throws {
    if let type {
      try output.write(words: FieldList.words(for: type), json: FieldList.json(for: type))
    } else {
      let width = EventType.allCases.map(\.rawValue.count).max() ?? 0
      try output.write(
        words: EventType.allCases.map { type in
          let gap = String(repeating: " ", count: width - type.rawValue.count + 2)
          return "\(type.rawValue)\(gap)\(Vocabulary.sentence(of: type))"
        }.joined(separator: "\n"),
        json: [
          "types": .array(
            EventType.allCases.map {
              ["type": .string($0.rawValue), "says": .string(Vocabulary.sentence(of: $0))]
            })
        ])
    }
  }
}
