import JSON
import ArgumentParser
import Custody
import EventLog
import Projections
import Stances

/// `stance mark`: how far a reader has seen the log.
struct MarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark",
    abstract: "Mark how far you have seen the log, for 'stance news --since NAME'.",
    discussion: """
      EXAMPLES
        stance mark desk                             up to the head and today
        stance mark desk --at 412                    set back to a position
        stance mark --list
        stance mark --delete desk

      Marks are kept on this machine, in $XDG_STATE_HOME/stance/marks.
      """)

  @Argument(help: "The mark; a lower-case letter, then letters, digits and hyphens.")
  var name: String?

  @Option(
    help: ArgumentHelp(
      "What was seen: a position, the start of a day or an instant; default: all.",
      valueName: "position|day|instant"))
  var at: String?

  @Flag(help: "List the marks of this log.")
  var list = false

  @Option(help: ArgumentHelp("Remove a mark.", valueName: "name"))
  var delete: String?

  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let count = [name != nil, list, delete != nil].count { $0 }
    guard count == 1, at == nil || name != nil else {
      throw ValidationError("Give the name of a mark, --list, or --delete NAME.")
    }
  }

  func run() throws {
    if let delete {
      let name = try MarkName(delete)
      try log.read { try UserFiles.configured.marks(of: $0) }.remove(name)
      return try output.write(
        words: "the mark '\(name)' is removed", json: ["removed": .string(name.text)])
    }
    if let name { return try set(MarkName(name)) }
    let marks = try log.read { try UserFiles.configured.marks(of: $0) }.marks()
      .sorted { $0.key < $1.key }
    let words = marks.map { "\($0.key): position \($0.value.position), \($0.value.day)" }
    try output.write(
      words: words.isEmpty
        ? "there is no mark for this log yet; 'stance mark NAME' sets one"
        : words.joined(separator: "\n"),
      json: ["marks": .array(marks.map { Self.json($0.key, $0.value) })])
  }

  private func set(_ name: MarkName) throws {
    let (file, mark) = try log.read { log -> (MarkFile, Mark) in
      let file = try UserFiles.configured.marks(of: log)
      let head = try log.state
      let now = Clocks(to: SystemClock.today(), at: head.position)
      let seen = try at.map {
        try SeenPoint($0, today: SystemClock.today()).clocks(
          before: now, seen: nil, in: log, with: head, now: SystemClock.now())
      }
      return (file, Mark(position: (seen ?? now).at, day: (seen ?? now).to))
    }
    try file.set(name) { _ in mark }
    try output.write(
      words: "the mark '\(name)' is at position \(mark.position), \(mark.day)",
      json: Self.json(name, mark))
  }

  private static func json(_ name: MarkName, _ mark: Mark) -> JSONValue {
    [
      "name": .string(name.text), "position": .integer(mark.position.number),
      "day": .string(mark.day.description),
    ]
  }
}
