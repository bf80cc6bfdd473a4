import ArgumentParser
import Custody
import EventLog
import Intake
import Stances

/// What shells offer for a word of a command: besides the options that ArgumentParser knows, the
/// fields of types, and names and ids that the log has.
///
/// The shells' scripts ask by `stance ---words CURRENT WORD…`: the word at the cursor, then those
/// before it.
enum Completion {
  /// What the first argument is if a shell asks.
  static let question = "---words"

  /// The script for a shell: ArgumentParser's, which then asks this program too.
  ///
  /// - Parameter arguments: those of the program.
  /// - Returns: the script; nil if none is asked for, or the shell is unknown.
  static func script(for arguments: some Collection<String>) -> String? {
    let words = arguments.first?.split(separator: "=", maxSplits: 1).map(String.init) ?? []
    guard words.first == "--generate-completion-script",
      let name = words.count == 2 ? words[1] : arguments.dropFirst().first,
      let shell = CompletionShell(rawValue: name)
    else { return nil }
    let script = Stance.completionScript(for: shell)
    switch shell {
    case .bash:
      return script.replacing("complete -o filenames -F _stance stance", with: bash)
    case .zsh:
      return script.replacing("\n_stance() {\n", with: "\n_stance() {\n\(zsh)", maxReplacements: 1)
    default: return "\(script)\n\(fish)\n"
    }
  }

  private static let bash = """
    # Offers the fields of types, and what the log has, too.
    _stance_and_log() {
        _stance "${@}"
        local offered
        while IFS='' read -r offered; do
            COMPREPLY+=("${offered}")
        done < <("${COMP_WORDS[0]}" \(question) "${COMP_WORDS[COMP_CWORD]}" \\
            "${COMP_WORDS[@]:1:COMP_CWORD-1}" 2>/dev/null)
    }

    complete -o filenames -F _stance_and_log stance
    """

  private static let zsh = """
        # Offers the fields of types, and what the log has, too.
        local -a offered
        offered=("${(@f)$("${words[1]}" \(question) "${words[CURRENT]}" "${(@)words[2,CURRENT-1]}" 2>/dev/null)}")
        [[ -n "${offered[1]}" ]] && compadd -a offered

    """

  private static let fish = """
    # Offers the fields of types, and what the log has, too.
    complete -c stance -f -a '(set -l given (commandline -opc); $given[1] \(question) (commandline -ct) $given[2..] 2>/dev/null)'
    """

  // MARK: Words

  /// What can stand at the cursor; nothing if the log cannot be read.
  ///
  /// - Parameters:
  ///   - current: the word at the cursor, as far as it is typed.
  ///   - before: the words before it, without the program.
  /// - Returns: whole words, at most 200.
  static func words(for current: String, after before: [String]) -> [String] {
    (try? found(current, before)) ?? []
  }

  private static let limit = 200

  /// What a word names.
  private enum Kind: String {
    case company, body, measure, event, market, mark
  }

  private static func found(_ current: String, _ before: [String]) throws -> [String] {
    guard let command = before.first else { return [] }
    let type = try type(of: before)
    if let flag = before.last, flag.hasPrefix("--") {
      let field = type.flatMap { type in
        FieldNames.leaves(of: type, separatedBy: "-").first { "--\($0.name)" == flag }?.field
      }
      if let field {
        // A mark may stand alone, and then the next flag follows.
        if case .yes = field.shape, current.hasPrefix("-") {
          return flags(of: type, current, before)
        }
        return try values(of: field.shape, current, before)
      }
      return try options[flag].map { try names($0, current, before) } ?? []
    }
    if current.hasPrefix("-") || current.isEmpty && type != nil && before.count >= 2 {
      return flags(of: type, current, before)
    }
    let path = [command] + (command == "report" ? before.dropFirst().prefix(1) : [])
    guard let kinds = arguments[path.joined(separator: " ")] else { return [] }
    let given = before.dropFirst(path.count).count { !$0.hasPrefix("-") }
    guard let kind = given < kinds.count ? kinds[given] : command == "posture" ? .company : nil
    else { return [] }
    return try names(kind, current, before)
  }

  /// What the options of questions name.
  private static let options: [String: Kind] = [
    "--company": .company, "--body": .body, "--measure": .measure, "--market": .market,
    "--since": .mark, "--delete": .mark,
  ]

  /// What the arguments of commands name, by their places.
  private static let arguments: [String: [Kind]] = [
    "show": [.event], "correct": [.event], "retract": [.event], "prove": [.event],
    "posture": [.company], "explain": [.company, .market], "certificate": [.company, .market],
    "report company": [.company], "mark": [.mark],
  ]

  /// The type whose fields a command takes as flags.
  private static func type(of words: [String]) throws -> EventType? {
    guard words.count >= 2 else { return nil }
    switch words[0] {
    case "append", "propose": return EventType(rawValue: words[1])
    case "retract": return .retraction
    case "correct":
      return try read(words) { log in
        try EventID(words[1]).flatMap { try log.event($0) }?.event?.content.type
      }
    default: return nil
    }
  }

  /// The flags of a type's fields that can still be given.
  private static func flags(
    of type: EventType?, _ current: String, _ before: [String]
  ) -> [String] {
    guard let type else { return [] }
    return FieldNames.leavesToGive(of: type, separatedBy: "-").filter { leaf in
      let isList = if case .list = leaf.field.shape { true } else { false }
      return isList || !before.contains("--\(leaf.name)")
    }
    .map { "--\($0.name)" }.filter { $0.hasPrefix(current) }
  }

  private static func values(
    of shape: Shape, _ current: String, _ before: [String]
  ) throws -> [String] {
    switch shape {
    case .list(let item, _): return try values(of: item, current, before)
    case .term(let terms): return terms.filter { $0.hasPrefix(current) }
    case .boolean, .yes: return ["true", "false"].filter { $0.hasPrefix(current) }
    case .market: return try names(.market, current, before)
    case .slug(let kind):
      return try Kind(rawValue: kind).map { try names($0, current, before) } ?? []
    case .pattern(_, let name) where name.contains("grade"):
      return AdmiraltyGrade.Reliability.allCases.flatMap { letter in
        AdmiraltyGrade.Credibility.allCases.map { "\(letter.letter)\($0.rawValue)" }
      }
      .filter { $0.hasPrefix(current) }
    case .text, .date, .address, .decimal, .integer, .pattern, .part, .translations, .event:
      return []
    }
  }

  private static func names(
    _ kind: Kind, _ current: String, _ before: [String]
  ) throws -> [String] {
    switch kind {
    case .market: return Market.allCases.map(\.code).filter { $0.hasPrefix(current.uppercased()) }
    case .event: return try read(before) { try $0.eventIDs(beginning: current, limit: limit) }
    case .mark:
      let marks = try read(before) { try UserFiles.configured.marks(of: $0) }.marks()
      return marks.keys.map(\.text).sorted().filter { $0.hasPrefix(current) }
    case .company, .body, .measure:
      return try read(before) { log in
        try log.slugs(of: kind.rawValue, beginning: current, limit: limit)
      }
    }
  }

  /// Reads the log that the words before name.
  private static func read<Result>(
    _ words: [String], _ body: (LogReader) throws -> Result
  ) throws -> Result {
    var options = LogOptions()
    options.givenPath = words.firstIndex(of: "--log").flatMap { index in
      index + 1 < words.count ? words[index + 1] : nil
    }
    return try options.read(body)
  }
}
