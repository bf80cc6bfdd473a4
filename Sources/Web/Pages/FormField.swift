import Projections
import Reports
import Stances

/// A field of a page's form: what a reader sees of a parameter.
struct FormField {
  let parameter: Parameter
  /// What was asked for; empty where nothing was.
  let value: String

  var markup: Markup {
    "<label>\(label)\(input)</label>\n"
  }

  private var input: Markup {
    switch parameter.shape {
    case .day:
      // A browser's own field knows days only, not words such as "today".
      "<input type=\"date\" name=\"\(parameter.name)\" value=\"\(day)\">"
    case .choice(let words):
      "<select name=\"\(parameter.name)\">\(words.map(option))</select>"
    case .text(_, let longest):
      """
      <input type="text" name="\(parameter.name)" value="\(value)" size="14" \
      maxlength="\(longest)">
      """
    case .number, .flag:
      "<input type=\"text\" name=\"\(parameter.name)\" value=\"\(value)\">"
    }
  }

  private var day: String { (try? Day(iso: value)).map(\.description) ?? "" }

  private func option(_ word: String) -> Markup {
    "<option\(isChosen(word) ? " selected" : .empty)>\(word)</option>"
  }

  private func isChosen(_ word: String) -> Bool {
    value.isEmpty
      ? parameter == .step && word == ReplayStepUnit.month.rawValue : word == value
  }

  private var label: String {
    switch parameter {
    case .to: "As of"
    case .knownBy: "As known by"
    case .at: "Log position or instant"
    case .fromTo: "Before: as of"
    case .fromKnownBy: "Before: as known by"
    case .fromAt: "Before: log position or instant"
    case .from: "From"
    case .step: "Steps"
    case .search: "Name"
    default: parameter.name
    }
  }
}
