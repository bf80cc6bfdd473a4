import Answers
import Intake
import Stances

/// What can be recorded, as `stance types` lists it.
enum VocabularyTool {
  private static let type = Parameter(
    "type", "A type of event.", .choice(EventType.allCases.map(\.rawValue)),
    fallback: "a list of them all")

  /// The tool.
  static let tool = Tool(
    "types", title: "Types",
    description: """
      The types of events that can be recorded or, for one of them, its fields.
      Use it before you write an event, and to learn what a type or a field says.
      """,
    input: [type].inputSchema
  ) { call in
    let given = try Given([type].texts(of: call.arguments), for: [type])
    guard let type = given.text(type).flatMap(EventType.init) else {
      return ToolAnswer(text: FieldList.typeWords, json: FieldList.typeJSON)
    }
    return ToolAnswer(text: FieldList.words(for: type, as: .paths), json: FieldList.json(for: type))
  }
}
