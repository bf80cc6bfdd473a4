import Answers
import Reports
import Stances

/// A field of a page's form: what a reader sees of a parameter.
struct FormField {
  let parameter: Parameter
  /// What was asked for; empty if nothing was.
  let value: String

  var markup: Markup {
    "<label>\(parameter.label)\(input)</label>\n"
  }

  private var input: Markup {
    switch parameter.shape {
    case .day:
      // A browser's own field knows days only, not words such as "today".
      "<input type=\"date\" name=\"\(parameter.name)\" value=\"\(value)\">"
    case .choice(let words):
      "<select name=\"\(parameter.name)\">\(choices(words).map(option))</select>"
    case .flag:
      "<input type=\"checkbox\" name=\"\(parameter.name)\" value=\"true\"\(checked)>"
    case .text(let longest):
      """
      <input type="text" name="\(parameter.name)" value="\(value)" size="14" \
      maxlength="\(longest)">
      """
    case .slug, .date, .point, .market, .grade, .number:
      "<input type=\"text\" name=\"\(parameter.name)\" value=\"\(value)\" size=\"14\">"
    }
  }

  private var checked: Markup { value == "true" ? " checked" : .empty }

  /// The words, and none if there is no default.
  private func choices(_ words: [String]) -> [String] {
    parameter.fallback == nil ? [""] + words : words
  }

  private func option(_ word: String) -> Markup {
    let chosen: Markup = isChosen(word) ? " selected" : .empty
    return word.isEmpty
      ? "<option value=\"\"\(chosen)>any</option>" : "<option\(chosen)>\(word)</option>"
  }

  private func isChosen(_ word: String) -> Bool {
    word == (value.isEmpty ? parameter.fallback ?? "" : value)
  }
}
