import Answers
import ArgumentParser
import Intake
import JSON
import Stances

/// `stance count`: how readers of other schemes would grade this record.
struct Count: QuestionCommand {
  static let configuration: CommandConfiguration = describe(
    "count",
    discussion: """
      EXAMPLES
        stance count                                  by every method
        stance count --method yale-said/1,yale-done/1 --market RU
                                                      word against deed
        stance count --method evenett-pisani/1 --unit parent --roll any
        stance count --method kse/1 --by sector       split by sector
        stance count --method ./ours.json             by a table of your own

      A method is a table of decisions over postures of this record; 'stance
      methods show NAME' prints one. What comes out is no grade of any list.
      """)

  @OptionGroup var answer: AnswerOptions<CountQuestion>

  func run() throws {
    let methods = try Self.methods(answer.question.given().methodNames)
    try answer.write { asked, log in try CountQuestion.reply(to: asked, in: log, by: methods) }
  }

  /// The methods of some names or in some files; all that come with the program if there are none.
  static func methods(_ names: [String]) throws -> [GradingMethod] {
    let all = try GradingMethods.builtIn()
    guard !names.isEmpty else { return all }
    return try names.map { name in
      guard name.contains("."), !all.contains(where: { $0.name == name }) else {
        return try GradingMethods.named(name, among: all)
      }
      return try GradingMethods.method(InputFile.contents(of: name), from: name)
    }
  }
}

/// `stance methods`: the tables by which others would grade.
struct MethodsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "methods",
    abstract: "List the methods by which 'stance count' grades, or show one.",
    discussion: """
      EXAMPLES
        stance methods
        stance methods show yale-done/1

      A method is a table of decisions: what a reader in the manner of another
      scheme would give for what this record says. Events/methods explains the
      file, and each answer names its SHA-256.
      """,
    subcommands: [ListMethods.self, ShowMethod.self], defaultSubcommand: ListMethods.self)
}

/// `stance methods list`: those that come with the program.
struct ListMethods: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the methods that come with stance.",
    discussion: """
      EXAMPLES
        stance methods
        stance methods --json
      """)

  @OptionGroup var output: OutputOptions

  func run() throws {
    let methods = try GradingMethods.builtIn()
    try output.write(
      words: methods.map { "\($0.name)\n  \($0.says)\n  SHA-256 \($0.sha256)" }
        .joined(separator: "\n"),
      json: [
        "methods": .array(
          methods.map {
            [
              "method": .string($0.name), "says": .string($0.says), "sha256": .string($0.sha256),
            ]
          })
      ])
  }
}

/// `stance methods show`: the table of one.
struct ShowMethod: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print the table of a method, as the file that it is.",
    discussion: """
      EXAMPLES
        stance methods show kse/1
        stance methods show yale-done/1 > ours.json
                                                      a start for your own
      """)

  @Argument(help: "The method's name.")
  var name: String

  func run() throws {
    let method = try GradingMethods.named(name, among: GradingMethods.builtIn())
    try StandardStreams.write(GradingMethods.file(named: method.name) ?? [])
  }
}
