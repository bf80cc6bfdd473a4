import JSON
package import Stances

/// A file to fill in with events of one type: where something is required, it says what.
package enum EventTemplate {
  /// A spreadsheet: a row of names, those of required fields first, and a row to fill in.
  package static func csv(of type: EventType) -> String {
    let leaves = FieldNames.leavesToGive(of: type, separatedBy: ".")
    let fields = leaves.filter(\.isRequired) + leaves.filter { !$0.isRequired }
    let names = ["type"] + fields.map(\.name)
    let cells =
      [type.rawValue] + fields.map { $0.isRequired ? FaultFinder.blank + $0.words : "" }
    return [names, cells].map { row in
      row.map(quoted).joined(separator: ",") + "\n"
    }
    .joined()
  }

  /// A line of JSON with the fields that are required.
  package static func jsonLine(of type: EventType) -> String {
    var draft = EventDraft()
    draft.setTypeAndVersion(type)
    let required = FieldNames.leavesToGive(of: type, separatedBy: ".").filter(\.isRequired)
    for (index, leaf) in required.enumerated() {
      guard let (path, blank) = leaf.blank(in: type) else { continue }
      draft.set(blank, at: path, from: index)
    }
    return String(decoding: draft.json.compactBytes(), as: UTF8.self) + "\n"
  }

  private static func quoted(_ cell: String) -> String {
    cell.contains { $0 == "," || $0 == "\"" || $0 == "\n" }
      ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
  }
}

extension FieldNames.Leaf {
  /// The place of a field of a type in JSON, its name having dots, and the words that stand there until
  /// it is filled in.
  func blank(in type: EventType) -> (path: FieldPath, blank: JSONValue)? {
    guard let path = FieldPath(name, separatedBy: ".", in: [type]) else { return nil }
    let text = JSONValue.string(FaultFinder.blank + words)
    if case .list = path.kind { return (path, .array([text])) }
    return (path, text)
  }
}
