import Stances

extension Evidence {
  /// The source on one line: publisher, title as a link, date, grade in words, and where a copy is.
  var cited: Markup {
    let dated: Markup = published.map { ", \(prose: $0.spoken)" } ?? .empty
    let copy: Markup =
      archived.flatMap { address in
        Markup.webAddress(address).map { ", <a href=\"\($0)\" rel=\"noreferrer\">archived</a>" }
      } ?? .empty
    let name: Markup =
      title.map { title in
        "<bdi>\(publisher)</bdi>, \(linked(title, inLanguage: true))"
      } ?? linked(publisher)
    return "\(name)\(dated)\(copy) <span class=\"soft\">(\(grade.words))</span>"
  }

  /// A text that leads to the source, where that has an address of the web.
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
