import Intake
import JSON
import Reports
import Stances

/// The form of one type of event: a field for each of its own, under what the vocabulary says of it.
///
/// `data-path` is the place of a value in the event's JSON, `data-kind` how it is written there; the
/// script makes the event of both, and finds the field of a fault by its path.
struct EventFormPage {
  let type: EventType
  let purpose: FormPurpose
  let today: Day
  /// What is corrected; nil for a new event.
  var correcting: Corrected?

  /// An event to correct.
  struct Corrected {
    let id: EventID
    /// Since when anyone could have known of it, as it is written.
    let published: String?
    /// What it says now.
    let content: JSONNode
  }

  var markup: Markup {
    let leaves = FieldNames.leavesToGive(of: type, separatedBy: ".").filter {
      correcting == nil || $0.name != "id"
    }
    // What a corrected event has is there at once, too.
    let first =
      FieldNames.leavesToAskFor(of: type, separatedBy: ".").map(\.name)
      + ["evidence.published"]
    func isShown(_ leaf: FieldNames.Leaf) -> Bool {
      group(of: leaf) != .rest && (first.contains(leaf.name) || !value(of: leaf).isEmpty)
    }
    let shown = leaves.filter { isShown($0) }
    let others = leaves.filter { !isShown($0) }
    return """
      \(TokenSection.markup)\
      <form id="event" class="event" novalidate data-type="\(type.rawValue)" \
      data-version="\(Vocabulary.version(of: type).description)" data-purpose="\(purpose.rawValue)"\
      \(corrected)>
      \(standing)\
      <div id="faults" class="faults" role="alert" tabindex="-1" hidden></div>
      \(reason)\
      \(group("What happened", shown.filter { group(of: $0) == .own }))\
      \(group("When", shown.filter { group(of: $0) == .dates }))\
      \(group("On whose word", shown.filter { group(of: $0) == .sources }, more: Self.moreSources))\
      <details><summary>More fields</summary>
      \(others.map(field))</details>
      \(why)\
      <section id="preview" aria-live="polite" aria-label="What this would change"></section>
      <p class="buttons">\(buttons)<span id="state" role="status"></span></p>
      </form>
      <datalist id="markets">\(Market.allCases.map(option))</datalist>
      <datalist id="companies"></datalist><datalist id="bodies"></datalist>
      <datalist id="measures"></datalist>
      <details open><summary>The same on the command line</summary>
      <pre id="command" class="copy">\(command(shown))</pre></details>
      <noscript><p>Checking and sending need a script; the command above does the same without \
      one.</p></noscript>

      """
  }

  private var corrected: Markup {
    guard let correcting else { return .empty }
    return """
       data-corrects="\(correcting.id.text)" data-published="\(correcting.published ?? "")" \
      data-today="\(today.description)"
      """
  }

  /// What a corrected event says now, over which the script puts what is changed.
  private var standing: Markup {
    guard let content = correcting?.content else { return .empty }
    // In ASCII: pages write out signs that are not seen, and the script needs them as they are.
    let json = String(decoding: content.canonicalBytes(), as: UTF8.self)
    let text = json.utf16.reduce(into: "") { text, unit in
      if unit < 0x7F {
        text.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      } else {
        let digits = String(unit, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return "<textarea id=\"standing\" hidden>\(text)</textarea>\n"
  }

  private var reason: Markup {
    guard correcting != nil else { return .empty }
    return """
      <fieldset><legend>Why it is corrected</legend>
      <div class="field"><label for="own-reason">Reason <span class="need">required</span></label>
      <p class="soft" id="own-h-reason">A sentence for the readers of the record.</p>
      <textarea id="own-reason" data-own="reason" rows="2" required maxlength="4000" \
      aria-describedby="own-h-reason own-e-reason"></textarea>
      <p class="fault" id="own-e-reason" hidden></p></div>
      <div class="field"><label><input type="checkbox" id="original" data-own="original"> \
      The slip was the record's own</label>
      <p class="soft">It then counts from the event's own published day; otherwise from today, and \
      answers as known before keep what was recorded.</p></div>
      </fieldset>

      """
  }

  private var why: Markup {
    guard purpose == .propose else { return .empty }
    return """
      <fieldset><legend>For those who look at it</legend>
      <div class="field"><label for="own-why">Why</label>
      <p class="soft" id="own-h-why">Why it should be recorded; kept with the proposal, not in the \
      record.</p>
      <textarea id="own-why" data-own="why" rows="2" maxlength="2000" aria-describedby="own-h-why"></textarea>
      </div></fieldset>

      """
  }

  private var buttons: Markup {
    let check: Markup = "<button type=\"button\" id=\"check\">Check</button>\n"
    let retract: Markup =
      correcting == nil
      ? .empty
      : "<button type=\"button\" id=\"retract\">Propose to withdraw it altogether</button>\n"
    let send: Markup =
      purpose == .propose
      ? "<button type=\"submit\">Propose</button>\n" : "<button type=\"submit\">Record</button>\n"
    return check + send + retract
  }

  // MARK: Fields

  private enum Group { case own, dates, sources, rest }

  private func group(of leaf: FieldNames.Leaf) -> Group {
    if leaf.name.hasPrefix("evidence.") { return .sources }
    if ["occurred", "published", "effective", "until"].contains(leaf.name) { return .dates }
    return ["id", "tags"].contains(leaf.name) ? .rest : .own
  }

  /// Shown by the script, which adds the fields.
  private static let moreSources: Markup =
    "<p class=\"buttons\"><button type=\"button\" id=\"more-sources\" hidden>Another source</button></p>\n"

  private func group(
    _ legend: String, _ leaves: [FieldNames.Leaf], more: Markup = .empty
  ) -> Markup {
    guard !leaves.isEmpty else { return .empty }
    let required = leaves.filter(\.isRequired) + leaves.filter { !$0.isRequired }
    return "<fieldset><legend>\(legend)</legend>\n\(required.map(field))\(more)</fieldset>\n"
  }

  private func field(_ leaf: FieldNames.Leaf) -> Markup {
    let input = EventFormInput(
      leaf: leaf, name: label(of: leaf), value: value(of: leaf), isList: isListed(leaf))
    return input.markup
  }

  /// Sources are a list in JSON; the form has the first of it.
  private func isListed(_ leaf: FieldNames.Leaf) -> Bool { leaf.name.hasPrefix("evidence.") }

  private func label(of leaf: FieldNames.Leaf) -> String {
    let name = leaf.name.hasPrefix("evidence.") ? String(leaf.name.dropFirst(9)) : leaf.name
    return name.replacing("_", with: " ").replacing(".", with: ": ").asSentenceStart
  }

  /// What a corrected event says in a field.
  private func value(of leaf: FieldNames.Leaf) -> String {
    guard let content = correcting?.content else { return "" }
    var node: JSONNode? = content
    for part in leaf.name.split(separator: ".") {
      if node?.kind == .array { node = node?.elements.first }
      node = node?.members.first { $0.name == part }?.value
    }
    guard let node else { return "" }
    switch node.kind {
    case .array: return node.elements.compactMap(\.string).joined(separator: "; ")
    case .string: return node.string ?? ""
    default: return String(decoding: node.canonicalBytes(), as: UTF8.self)
    }
  }

  private func option(_ market: Market) -> Markup {
    "<option value=\"\(market.code)\">\(market.englishName)</option>"
  }

  /// The command that does the same, to be copied and filled in; the script fills it in.
  private func command(_ leaves: [FieldNames.Leaf]) -> String {
    let start =
      correcting.map { "stance correct \($0.id)" }
      ?? "stance \(purpose == .propose ? "propose" : "append") \(type.rawValue)"
    let flags = leaves.filter(\.isRequired).map { leaf in
      "  --\(leaf.name.replacing(".", with: "-").replacing("_", with: "-")) …"
    }
    let end = correcting == nil ? [] : ["  --reason … --propose"]
    return ([start] + flags + end).joined(separator: " \\\n")
  }
}

/// Where the token is typed: it stays in the tab, and goes with each request in a header.
enum TokenSection {
  static let markup: Markup = """
    <form id="token" class="token" autocomplete="off">
    <label for="token-text">Your token</label>
    <input id="token-text" type="password" autocomplete="off" spellcheck="false" \
    aria-describedby="token-help">
    <span class="soft" id="token-help">From 'stance token new'. It is kept until this tab is closed, \
    and sent only to this server.</span>
    </form>

    """
}
