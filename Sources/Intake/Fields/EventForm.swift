package import Errors
package import JSON
package import Stances

/// An event as a text to be filled in with an editor: a line per field, `level: suspended`, under what
/// the field says.
///
/// Lines that begin with `#` and fields without a value are left out. A line that begins with a blank
/// goes on with the value before it. A list has a line for each item, or commas between codes. A value
/// in quotation marks is a string of JSON, for texts that a line cannot hold as they are.
package enum EventForm {
  /// The form of a type, empty or with the values of an event.
  package static func text(of type: EventType, holding event: JSONNode? = nil) -> String {
    let given = event.map { values(of: $0, type) } ?? []
    let leaves = FieldNames.leavesToGive(of: type, separatedBy: "-")
    // Further sources, and names in other languages, stand behind the fields that all have.
    let known = Set(leaves.map(\.name))
    let others = given.filter { !known.contains($0.name) }
    func lines(_ isRequired: Bool) -> [String] {
      leaves.filter { $0.isRequired == isRequired }.flatMap { leaf in
        let values = given.filter { $0.name == leaf.name }.map(\.text)
        return ["# \(leaf.words)"] + (values.isEmpty ? [""] : values).map { line(leaf.name, $0) }
      }
    }
    return
      ([
        "# \(Vocabulary.sentence(of: type))",
        "# Lines that begin with # and fields without a value are left out. A line that begins",
        "# with a blank goes on with the value before it. A list has a line for each item:",
        "# lines: servers, then again lines: laptops. A second source is evidence-2-publisher.",
        "type: \(type.rawValue)", "", "# REQUIRED",
      ] + lines(true) + ["", "# OPTIONAL"] + lines(false) + others.map { line($0.name, $0.text) })
      .joined(separator: "\n") + "\n"
  }

  /// The type and the flags that a form was filled in with.
  ///
  /// - Throws: ``EventFormError`` with the line.
  package static func flags(
    in text: String
  ) throws(EventFormError) -> (type: EventType, words: [String]) {
    var type: EventType?
    var words: [String] = []
    var isOpen = false
    // "\r\n" is one character.
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      // What some editors write before the first character of a file.
      let line = index == 0 && line.first == "\u{FEFF}" ? line.dropFirst() : line
      if line.unicodeScalars.contains(where: {
        $0.properties.generalCategory == .control && $0 != "\t"
      }) {
        throw EventFormError(line: index + 1, reason: .control)
      }
      let trimmed = line.trimmed()
      guard !line.hasPrefix("#"), !trimmed.isEmpty else { continue }
      if line.first?.isWhitespace == true {
        guard isOpen else { throw EventFormError(line: index + 1, reason: .nothingBefore) }
        words[words.count - 1] += "\n\(trimmed)"
        continue
      }
      guard let colon = line.firstIndex(of: ":") else {
        throw EventFormError(line: index + 1, reason: .noColon(String(trimmed)))
      }
      let name = line[..<colon].trimmed()
      let text = String(line[colon...].dropFirst().trimmed())
      let quoted = Self.unquoted(text)
      isOpen = !text.isEmpty && name != "type" && quoted == nil
      if name == "type" {
        guard let found = EventType(rawValue: text) else {
          throw EventFormError(line: index + 1, reason: .noType(text))
        }
        type = found
      } else if !text.isEmpty {
        words.append("--\(name)=\(quoted ?? text)")
      }
    }
    guard let type else { throw EventFormError(line: 1, reason: .noType("")) }
    return (type, words)
  }

  private static func line(_ name: String, _ value: String) -> String {
    let plain = "\(name): \(value.replacing("\n", with: "\n  "))".trimmedAtEnd
    // As it is if it is read as that, byte for byte; empty if there is no value.
    let read = try? flags(in: "type: \(EventType.exit.rawValue)\n\(plain)").words
    if value.isEmpty || read?.map({ Array($0.utf8) }) == [Array("--\(name)=\(value)".utf8)] {
      return plain
    }
    return "\(name): \(String(decoding: JSONValue.string(value).compactBytes(), as: UTF8.self))"
  }

  /// The text that a string of JSON stands for; nil if it is none.
  private static func unquoted(_ text: String) -> String? {
    guard text.utf8.count > 1, text.hasPrefix("\"") else { return nil }
    return (try? JSONDocument(parsing: Array(text.utf8)))?.root.string
  }

  /// The values of an event by the names of their flags, in reading order.
  private static func values(of event: JSONNode, _ type: EventType) -> [(
    name: String, text: String
  )] {
    Vocabulary.fields(of: type).filter { !["type", "v"].contains($0.name) }.flatMap { field in
      event.member(field.name).map { values(of: $0, field.shape, field.flag) } ?? []
    }
  }

  private static func values(
    of value: JSONNode, _ shape: Shape, _ name: String
  ) -> [(name: String, text: String)] {
    switch shape {
    case .part(let part):
      return part.fields.flatMap { field in
        value.member(field.name).map { values(of: $0, field.shape, "\(name)-\(field.flag)") } ?? []
      }
    case .list(.part(let part), _):
      return value.elements.enumerated().flatMap { index, item in
        values(of: item, .part(part), index == 0 ? name : "\(name)-\(index + 1)")
      }
    case .list(let item, _): return value.elements.flatMap { values(of: $0, item, name) }
    case .translations:
      return value.members.compactMap { member in
        member.value.string.map { ("\(name)-\(member.name)", $0) }
      }
    case .event, .text, .slug, .date, .address, .market, .term, .decimal, .pattern, .boolean, .yes,
      .integer:
      let text = value.string ?? String(decoding: value.canonicalBytes(), as: UTF8.self)
      return [(name, text)]
    }
  }
}

/// Why a form cannot be read.
package struct EventFormError: StanceError, Hashable {
  /// What is wrong.
  enum Reason: Hashable {
    case nothingBefore
    case control
    case noColon(String)
    case noType(String)
  }

  let line: Int
  let reason: Reason

  package var kind: ErrorKind { .badData }
}

extension EventFormError: CustomStringConvertible {
  package var description: String {
    let sentence =
      switch reason {
      case .nothingBefore: "it begins with a blank, and there is no value before it to go on with"
      case .control: "it has a control character, which no field can have; take it out"
      case .noColon(let text): "'\(printable(text))' has no field before it; write field: value"
      case .noType(""): "there is no line that says the type; write type: silent_reduction"
      case .noType(let name):
        "there is no type of event '\(printable(name))'; 'stance types' lists them"
      }
    return "line \(line): \(sentence)"
  }
}

extension FieldNames.Leaf {
  /// What the field says, and which words it may have.
  package var words: String {
    switch field.shape {
    case .term(let terms), .list(.term(let terms), _):
      "\(field.words) (\(terms.joined(separator: ", ")))"
    case .date: "\(field.words) (EDTF: 2022-03-08, 2022-03, 2022-03~)"
    case .boolean: "\(field.words) (yes or no)"
    case .yes: "\(field.words) (yes, or left out)"
    case .pattern where field.name == "grade": "\(field.words), and counts for nothing (\(grades))"
    case .slug where field.name == "id": "\(field.words); default: made of who, when and what"
    default: field.words
    }
  }
}

/// What the two characters of a grade mean.
private let grades: String = {
  let letters = AdmiraltyGrade.Reliability.allCases.map { "\($0.letter) \($0.words)" }
  let digits = AdmiraltyGrade.Credibility.allCases.map { "\($0.rawValue) \($0.words)" }
  return letters.joined(separator: ", ") + "; " + digits.joined(separator: ", ") + ": B2"
}()

extension FieldDescription {
  /// The name as a flag has it, without its hyphens in front.
  fileprivate var flag: String { name.replacing("_", with: "-") }
}

extension JSONNode {
  fileprivate func member(_ name: String) -> JSONNode? {
    members.first { $0.name == name }?.value
  }
}

extension StringProtocol {
  fileprivate var trimmedAtEnd: String {
    lastIndex { !$0.isWhitespace }.map { String(self[...$0]) } ?? ""
  }
}
