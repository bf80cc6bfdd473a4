import Intake
import Reports
import Stances

/// One field of a form: its label, what the vocabulary says of it, a control, and the place for a
/// fault.
struct EventFormInput {
  let leaf: FieldNames.Leaf
  let name: String
  let value: String
  /// Whether it belongs to the first object of a list.
  let isList: Bool

  var markup: Markup {
    let need: Markup =
      leaf.isRequired ? " <span class=\"need\">required</span>" : .empty
    let words =
      "<p class=\"soft\" id=\"h-\(id)\">\(leaf.words.replacing("`", with: "\""))</p>\n" as Markup
    if case .pattern = leaf.field.shape, leaf.name.hasSuffix("grade") {
      return "<div class=\"field\" role=\"group\" aria-labelledby=\"l-\(id)\">\n"
        + "<p class=\"label\" id=\"l-\(id)\">\(name)\(need)</p>\n\(grade)\(fault)</div>\n"
    }
    return """
      <div class="field"><label for="f-\(id)">\(name)\(need)</label>
      \(words)\(control)
      \(echo)\(fault)</div>

      """
  }

  private var id: String { leaf.name.replacing(".", with: "-").replacing("_", with: "-") }

  /// The place in the event's JSON.
  private var path: String {
    guard isList, let dot = leaf.name.firstIndex(of: ".") else { return leaf.name }
    return leaf.name[..<dot] + "[0]" + leaf.name[dot...]
  }

  private var attributes: Markup {
    let required: Markup = leaf.isRequired ? " required" : .empty
    return """
      id="f-\(id)" data-path="\(path)" data-kind="\(kind)" aria-describedby="h-\(id) e-\(id)"\(required)
      """
  }

  /// How the value is written in JSON.
  private var kind: String {
    switch leaf.field.shape {
    case .boolean, .yes: "boolean"
    case .integer: "integer"
    case .list(let item, _):
      switch item {
      // Commas are as good as semicolons between words that have none.
      case .slug, .market, .term: "codes"
      default: "list"
      }
    case .date: "date"
    case .text, .slug, .address, .market, .term, .decimal, .pattern, .part, .translations, .event:
      "text"
    }
  }

  private var control: Markup {
    switch leaf.field.shape {
    case .term(let words): select(words)
    case .boolean: select(["true", "false"])
    case .yes: select(["true"])
    case .text(let limit) where limit > 300:
      "<textarea \(attributes) rows=\"2\" maxlength=\"\(limit.description)\">\(value)</textarea>"
    case .text(let limit):
      "<input type=\"text\" \(attributes) maxlength=\"\(limit.description)\" value=\"\(value)\">"
    case .slug(let kind): input(list: Self.lists[kind])
    case .market: input(list: "markets")
    case .list(let item, _):
      switch item {
      case .market: input(list: "markets")
      case .slug(let kind): input(list: Self.lists[kind])
      default: input(list: nil)
      }
    case .address:
      "<input type=\"url\" \(attributes) value=\"\(value)\" placeholder=\"https://\">"
    case .integer:
      "<input type=\"text\" inputmode=\"numeric\" \(attributes) value=\"\(value)\">"
    case .pattern where leaf.name.hasSuffix("sha256"):
      """
      \(input(list: nil)) <label>of a file <input type="file" data-hashes="f-\(id)"></label>
      """
    case .date, .decimal, .pattern, .part, .translations, .event: input(list: nil)
    }
  }

  /// The lists of names that the script fills as someone types.
  private static let lists = ["company": "companies", "body": "bodies", "measure": "measures"]

  private func input(list: String?) -> Markup {
    let list: Markup = list.map { " list=\"\($0)\"" } ?? .empty
    return "<input type=\"text\" \(attributes)\(list) value=\"\(value)\" autocomplete=\"off\">"
  }

  private func select(_ words: [String]) -> Markup {
    let options = words.map { word -> Markup in
      let chosen: Markup = word == value ? " selected" : .empty
      return "<option value=\"\(word)\"\(chosen)>\(word.replacing("_", with: " "))</option>"
    }
    return "<select \(attributes)><option value=\"\">–</option>\(options)</select>"
  }

  /// A letter and a digit, chosen by what they say; none is chosen beforehand.
  private var grade: Markup {
    func select(_ part: String, _ label: String, _ options: [(code: String, words: String)])
      -> Markup
    {
      let chosen = part == "letter" ? value.prefix(1) : value.dropFirst().prefix(1)
      return """
        <label>\(label) <select data-grade="\(part)" aria-describedby="e-\(id)">\
        <option value="">–</option>\
        \(options.map { code, words -> Markup in
          let mark: Markup = chosen == code ? " selected" : .empty
          return "<option value=\"\(code)\"\(mark)>\(code): \(words)</option>"
        })</select></label>

        """
    }
    let letters = AdmiraltyGrade.Reliability.allCases.map { (String($0.letter), $0.words) }
    let digits = AdmiraltyGrade.Credibility.allCases.map { ("\($0.rawValue)", $0.words) }
    return """
      \(select("letter", "The source is a", letters))\(select("digit", "What it says is", digits))\
      <input type="hidden" id="f-\(id)" data-path="\(path)" data-kind="text" value="\(value)">

      """
  }

  private var echo: Markup {
    guard case .date = leaf.field.shape else { return .empty }
    return "<p class=\"echo\" data-echoes=\"f-\(id)\" aria-live=\"polite\"></p>\n"
  }

  private var fault: Markup { "<p class=\"fault\" id=\"e-\(id)\" hidden></p>\n" }
}
