import ArgumentParser
import Intake
import Stances

/// `stance types`: what can be recorded, and with which fields.
struct Types: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "types",
    abstract: "List the types of events, or the fields of one.",
    discussion: """
      EXAMPLES
        stance types                         every type and what it says
        stance types silent_reduction        its fields, as 'stance append' flags
        stance types --schema                a JSON Schema of all types
      """)

  @Argument(
    help: "A type of event.", completion: .list(EventType.allCases.map(\.rawValue)),
    transform: eventType)
  var type: EventType?

  @Flag(help: "Print the JSON Schema of events (draft 2020-12).")
  var schema = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if schema, type != nil {
      throw ValidationError("--schema describes all types; omit the type")
    }
  }

  func run() throws {
    if schema {
      try output.write(EventSchema.document)
    } else if let type {
      try output.write(
        words: FieldList.words(for: type, as: .flags), json: FieldList.json(for: type))
    } else {
      try output.write(words: FieldList.typeWords, json: FieldList.typeJSON)
    }
  }
}
