import EventLog
import Intake
import Projections
import Reports
import Stances

/// Asks on the terminal for the fields of one event, each checked against the log at once.
struct AppendDialogue {
  private let type: EventType
  private let log: EventLog
  private let recording: RecordingOptions
  /// The flags by name, in the order in which they were given.
  private var answers: [(flag: String, texts: [String])]

  private static let width = 78

  /// The fields that can be answered.
  private var leaves: [FieldNames.Leaf] {
    FieldNames.leavesToGive(of: type, separatedBy: "-")
  }

  /// A dialogue that begins with the flags that were given.
  init(type: EventType, given: FlagFields, log: EventLog, recording: RecordingOptions) {
    (self.type, self.log, self.recording) = (type, log, recording)
    answers = given.given
  }

  /// Whether a type is asked for: the log's own events are not, and 'stance correct' and 'stance
  /// retract' make amendments.
  static func canAsk(_ type: EventType) -> Bool { !type.isOfLog && !type.isAmendment }

  /// The type of event, chosen by what it says.
  static func type() throws -> EventType {
    let types = EventType.allCases.filter { canAsk($0) }
    Dialogue.say("What happened?\n")
    for (index, type) in types.enumerated() {
      let number = String(repeating: " ", count: index < 9 ? 1 : 0) + "\(index + 1)"
      let says = "\(Vocabulary.sentence(of: type)) (\(type.rawValue))"
      Dialogue.say("  \(number)  \(says.wrapped(to: width - 4, indent: 6))")
    }
    while true {
      let answer = try Dialogue.line("\nNumber or name:")
      if let number = Int(answer), types.indices.contains(number - 1) { return types[number - 1] }
      if let type = EventType(rawValue: answer) { return type }
      Dialogue.say("  a number from 1 to \(types.count), or a name such as exit")
    }
  }

  /// Asks for each field that every event needs, or without which it counts for little.
  ///
  /// - Throws: ``InterruptionError``, or what reading the log throws.
  mutating func ask() throws {
    Dialogue.say(
      "\n\(Vocabulary.sentence(of: type))\nEnter alone leaves a field out, ? says more, Ctrl-C records nothing."
    )
    for leaf in FieldNames.leavesToAskFor(of: type, separatedBy: "-")
    where !answers.contains(where: { $0.flag == "--\(leaf.name)" }) {
      try ask(leaf)
    }
    try mend()
  }

  /// Asks for fields anew until they make an event that the log takes.
  private mutating func mend() throws {
    while case let faults = try faults(), !faults.isEmpty {
      Dialogue.say("\nNot yet an event:")
      for fault in faults { Dialogue.say("  " + "\(fault)".wrapped(to: Self.width)) }
      try askAgain()
    }
  }

  /// Shows what the event would change, and asks whether to record it.
  ///
  /// - Returns: the flags, and the head at which they were looked at; nil if they are not to be
  ///   recorded.
  /// - Throws: ``InterruptionError``, or what reading the log throws.
  mutating func confirm() throws -> (flags: FlagFields, head: Position)? {
    while true {
      let receipt = try recording.preview(in: log) { request, remarks, inspect in
        try log.append(
          flags(), as: request, isStrict: recording.strict, remarks: &remarks, inspecting: inspect)
      }
      if receipt.recorded == 0 { return nil }
      if try Dialogue.confirms(recording.propose ? "\nPropose it?" : "\nRecord it?") {
        return (try flags(), receipt.previousHead)
      }
      guard try Dialogue.confirms("Change a field?") else { return nil }
      try askAgain()
      try mend()
    }
  }

  // MARK: Asking

  private mutating func ask(_ leaf: FieldNames.Leaf) throws {
    Dialogue.say("\n" + leaf.words.wrapped(to: Self.width))
    while true {
      let text = try Dialogue.line("\(leaf.name)\(leaf.isRequired ? "" : " (optional)"):")
      if text.isEmpty {
        if !leaf.isRequired { return }
        Dialogue.say("  every \(type.rawValue) needs it")
        continue
      }
      if text == "?" {
        try explain(leaf)
        continue
      }
      let former = answers
      set("--\(leaf.name)", to: [leaf.answer(text)])
      let faults = try faults().filter {
        $0.place == .flag("--\(leaf.name)") || $0.unknownName == leaf.name
      }
      guard !faults.isEmpty else {
        for line in try echo(text, of: leaf) { Dialogue.say("  = \(line)") }
        return
      }
      answers = former
      for fault in faults { Dialogue.say("  " + fault.sentence.wrapped(to: Self.width)) }
    }
  }

  /// Says what can be answered: what the field says again, and the first names that the log has.
  private func explain(_ leaf: FieldNames.Leaf) throws {
    Dialogue.say("  " + leaf.words.wrapped(to: Self.width))
    guard case .slug(let kind) = leaf.field.shape, ["company", "body"].contains(kind) else {
      return
    }
    let slugs = try log.read { try $0.slugs(of: kind, beginning: "", limit: 40) }
    let names = slugs.isEmpty ? "none is registered yet" : slugs.joined(separator: ", ")
    Dialogue.say("  " + names.wrapped(to: Self.width))
  }

  /// Asks which field to change, and for its value.
  private mutating func askAgain() throws {
    while true {
      let name = try Dialogue.line("\nWhich field?")
      let plain = name.hasPrefix("--") ? String(name.dropFirst(2)) : name
      if let leaf = leaves.first(where: { $0.name == plain }) {
        answers.removeAll { $0.flag == "--\(plain)" }
        return try ask(leaf)
      }
      let names = leaves.map(\.name)
      let hint = didYouMean(nearestNames(to: plain, among: names))
      Dialogue.say(
        "  " + (hint ?? "one of " + names.joined(separator: ", ")).wrapped(to: Self.width))
    }
  }

  private mutating func set(_ flag: String, to texts: [String]) {
    answers.removeAll { $0.flag == flag }
    answers.append((flag, texts))
  }

  // MARK: Checking

  private func flags() throws -> FlagFields {
    try FlagFields(
      answers.flatMap { answer in answer.texts.map { "\(answer.flag)=\($0)" } }, type: type)
  }

  /// What is wrong so far, found by trying to record the event.
  private func faults() throws -> [IntakeError] {
    var remarks = AppendRemarks()
    let request = AppendRequest(
      recorder: recording.recorder.name, isDryRun: true, clock: SystemClock.now)
    do {
      _ = try log.append(
        flags(), as: request, isStrict: recording.strict, remarks: &remarks)
      return []
    } catch let error as IntakeFaultsError {
      return error.list.findings.map(\.first)
    }
  }

  /// How an answer was understood: dates in words with their first and last day, names of companies
  /// and bodies.
  private func echo(_ text: String, of leaf: FieldNames.Leaf) throws -> [String] {
    switch leaf.field.shape {
    case .date:
      guard let date = try? FuzzyDate(text), date.earliest != date.latest else { return [] }
      return ["\(date.spoken): \(date.earliest) to \(date.latest)"]
    case .slug(let kind) where ["company", "body"].contains(kind):
      return try log.read { log in
        let view = LogView(of: log, on: Clocks(to: .distantFuture, at: try log.head))
        return try view.matches(of: text).filter { $0.nearness == .same }.prefix(1).map(\.name)
      }
    default: return []
    }
  }
}

extension FieldNames.Leaf {
  /// An answer as the flag has it: yes and no for true and false.
  fileprivate func answer(_ text: String) -> String {
    switch field.shape {
    case .boolean, .yes:
      switch text.lowercased() {
      case "y", "yes": "true"
      case "n", "no": "false"
      default: text
      }
    default: text
    }
  }
}

extension String {
  /// The words in lines of some columns, those behind the first indented.
  fileprivate func wrapped(to width: Int, indent: Int = 2) -> String {
    Reports.wrapped(self, to: width - 2)
      .joined(separator: "\n" + String(repeating: " ", count: indent))
  }
}
