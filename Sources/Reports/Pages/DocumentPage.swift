import Stances

extension Document {
  /// The report as a page of its own.
  package var page: Page { Page(title: title, query: query, proof: proof, body: markup) }

  /// The report's blocks as HTML, below the title: sections, tables in boxes that scroll, notes.
  ///
  /// Recorded text is shown exactly; only `http` and `https` addresses of evidence become links.
  package var markup: Markup { blocks.markup(under: title) }
}

extension [Document.Block] {
  /// The blocks in order, below a title.
  ///
  /// References come before the notes that they mean, so they count the lists of notes from
  /// `firstList` on.
  func markup(under title: String, firstList: Int = 1) -> Markup {
    var body: Markup = .empty
    var label = title
    var list = firstList
    for block in self {
      switch block {
      case .heading(let text), .subheading(let text): label = text
      case .paragraph, .facts, .table, .list, .actions, .strips, .notes: break
      }
      body += block.markup(label: label, notes: list)
      if case .notes = block { list += 1 }
    }
    return body
  }
}

extension Document.Block {
  /// The block under the heading `label`; its notes belong to, or refer to, the given list.
  fileprivate func markup(label: String, notes list: Int) -> Markup {
    switch self {
    case .heading(let text): "<h2>\(text)</h2>\n"
    case .subheading(let text): "<h3>\(text)</h3>\n"
    case .paragraph(let text): "<p>\(text.markup(notes: list))</p>\n"
    case .facts(let facts):
      """
      <dl class="facts">
      \(facts.map { "<dt>\($0.label)</dt><dd>\($0.value.markup(notes: list))</dd>\n" as Markup })\
      </dl>

      """
    case .table(let table): table.markup(label: label, notes: list)
    case .list(let items):
      "<ul>\n\(items.map { "<li>\($0.markup(notes: list))</li>\n" as Markup })</ul>\n"
    case .actions(let actions):
      """
      <ul>
      \(actions.map { action in
        "<li>\(action.text.markup(notes: list))<br><code>\(action.command)</code></li>\n" as Markup
      })\
      </ul>

      """
    case .strips: .empty
    case .notes(let notes):
      """
      <ol class="notes">
      \(notes.enumerated().map { number, note in
        "<li id=\"note-\(list)-\(number + 1)\">\(note.markup(notes: list))</li>\n" as Markup
      })\
      </ol>

      """
    }
  }
}

extension Table {
  /// The table in a box of its own, which scrolls if the window is too narrow for it.
  fileprivate func markup(label: String, notes list: Int) -> Markup {
    let titles = columns.map { column -> Markup in
      "<th scope=\"col\"\(column.attribute)>\(column.title)</th>"
    }
    let lines = rows.map { row -> Markup in
      let cells = zip(columns, row).map { column, cell -> Markup in
        "<td\(column.attribute)>\(cell.markup(notes: list))</td>"
      }
      return "<tr>\(cells)</tr>\n"
    }
    return """
      <div class="scroll" role="group" tabindex="0" aria-label="\(label)"><table>
      <thead><tr>\(titles)</tr></thead>
      <tbody>
      \(lines)</tbody>
      </table></div>

      """
  }
}

extension Table.Column {
  fileprivate var attribute: Markup {
    alignment == .trailing ? " class=\"number\"" : .empty
  }
}

extension RichText {
  /// The text with its links, and references that lead to a list of notes.
  func markup(notes list: Int) -> Markup {
    runs.reduce(into: .empty) { markup, run in
      switch run {
      case .text(let text): markup += "\(prose: text)"
      case .name(let name): markup += "<bdi>\(prose: name)</bdi>"
      case .subject(let name, let subject):
        markup += "<a href=\"\(subject.mark)\"><bdi>\(prose: name)</bdi></a>"
      case .address(let address): markup += .link(to: address)
      case .marked(let text): markup += "<mark>\(text)</mark>"
      case .notes(let numbers):
        let references = numbers.map { number -> Markup in
          "<a href=\"#note-\(list)-\(number)\">\(number)</a>"
        }
        markup += "<span class=\"ref\">[\(Markup.joined(references, by: ", "))]</span>"
      }
    }
  }
}

extension Evidence {
  /// The source on one line: publisher, title as a link, whom it cites, date, grade in words, and
  /// where a copy is.
  var cited: Markup {
    let citing: Markup = origin.map { ", citing <bdi>\($0)</bdi>" } ?? .empty
    let dated: Markup = published.map { ", \(prose: $0.spoken)" } ?? .empty
    let copy: Markup =
      archived.flatMap { address in
        Markup.webAddress(address).map { ", <a href=\"\($0)\" rel=\"noreferrer\">archived</a>" }
      } ?? .empty
    let name: Markup =
      title.map { title in
        "<bdi>\(publisher)</bdi>, \(linked(title, inLanguage: true))"
      } ?? linked(publisher)
    return "\(name)\(citing)\(dated)\(copy) <span class=\"soft\">(\(grade.words))</span>"
  }

  /// A text that leads to the source, if that has a web address.
  func linked(_ text: String, inLanguage isTitle: Bool = false) -> Markup {
    let language = isTitle ? languageAttribute : .empty
    guard let url, let target = Markup.webAddress(url) else {
      return isTitle ? "<cite\(language)>\(text)</cite>" : "\(text)"
    }
    return "<a href=\"\(target)\"\(language)>\(text)</a>"
  }

  /// The recorded language, for text that is in it; its direction follows from the text.
  var languageAttribute: Markup {
    language.map { " lang=\"\($0)\" dir=\"auto\"" } ?? .empty
  }
}
