import JSON
import Stances

/// One value within an event's JSON, under its path: `addressees.companies`, `evidence.1.url`.
struct FlatField {
  let path: String
  let text: String

  /// The path as a label for readers: "Addressees companies".
  var label: String {
    path.split { $0 == "." || $0 == "_" }.joined(separator: " ").asSentenceStart
  }

  /// The value, in which slugs and ids that name something lead to its page.
  var linked: RichText {
    let subject: (Substring) -> Subject? =
      switch path.split(separator: ".").last ?? "" {
      case "company", "companies", "parent", "merged_into":
        { CompanyID(String($0)).map(Subject.company) }
      case "body": { BodyID(String($0)).map(Subject.body) }
      case "measure", "under", "follows": { MeasureKey(String($0)).map(Subject.measure) }
      case "denies", "corrects", "retracts": { EventID(String($0)).map(Subject.event) }
      default: { _ in nil }
      }
    let names = text.split(separator: "; ")
    guard names.contains(where: { subject($0) != nil }) else { return RichText(text) }
    return names.enumerated().map { place, name in
      RichText.named(String(name), subject(name), place == names.count - 1 ? "" : "; ")
    }.reduce(RichText(runs: []), +)
  }

  /// The name at the path's start.
  var root: String { String(path.prefix { $0 != "." }) }
}

extension JSONValue {
  /// All values within an object in order; a list of plain values is one, separated by semicolons.
  var flattened: [FlatField] { flattened(at: "") }

  private func flattened(at path: String) -> [FlatField] {
    switch self {
    case .object(let members):
      return members.flatMap { name, value in
        value.flattened(at: path.isEmpty ? name : "\(path).\(name)")
      }
    case .array(let elements):
      let texts = elements.compactMap(\.plainText)
      if texts.count == elements.count {
        return [FlatField(path: path, text: texts.joined(separator: "; "))]
      }
      return elements.enumerated().flatMap { $1.flattened(at: "\(path).\($0 + 1)") }
    case .string, .integer, .bool, .null:
      return [FlatField(path: path, text: plainText ?? "")]
    }
  }

  /// The text of a value that is neither object nor array.
  private var plainText: String? {
    switch self {
    case .string(let text): text
    case .integer(let number): String(number)
    case .bool(let flag): flag ? "yes" : "no"
    case .null: "none"
    case .object, .array: nil
    }
  }
}
