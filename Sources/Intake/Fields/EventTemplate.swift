import JSON
package import Stances

/// A file to fill in with events of one type: where something is required, it says what.
package enum EventTemplate {
  /// A spreadsheet: a row of names, those of required fields first, and a row to fill in.
  package static func csv(of type: EventType) -> String {
    let leaves = FieldNames.leaves(of: type, separatedBy: ".").filter { $0.name != "v" }
    let fields =
      leaves.filter { $0.name == "type" } + leaves.filter { $0.isRequired && $0.name != "type" }
      + leaves.filter { !$0.isRequired }
    let names = fields.map(\.name)
    let cells = fields.map { leaf in
      leaf.name == "type" ? type.rawValue : leaf.isRequired ? FaultFinder.blank + leaf.words : ""
    }
    return [names, cells].map { row in
      row.map(quoted).joined(separator: ",") + "\n"
    }
    .joined()
  }

  /// A line of JSON with the fields that are required.
  package static func jsonLine(of type: EventType) -> String {
    var draft = EventDraft()
    draft.setTypeAndVersion(type)
    let required = FieldNames.leaves(of: type, separatedBy: ".").filter {
      $0.isRequired && !["type", "v"].contains($0.name)
    }
    for (index, leaf) in required.enumerated() {
      guard let path = FieldPath(leaf.name, separatedBy: ".", in: [type]) else { continue }
      let text = JSONValue.string(FaultFinder.blank + leaf.words)
      let isList = if case .list = path.kind { true } else { false }
      draft.set(isList ? .array([text]) : text, at: path, from: index)
    }
    return String(decoding: draft.json.compactBytes(), as: UTF8.self) + "\n"
  }

  private static func quoted(_ cell: String) -> String {
    cell.contains { $0 == "," || $0 == "\"" || $0 == "\n" }
      ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
  }
}
