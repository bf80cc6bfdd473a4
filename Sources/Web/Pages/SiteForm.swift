import Answers

/// A form of a page other than the page: a format, and a picture in it.
struct SiteForm {
  let format: Format
  /// The picture; nil for the first, and in other formats.
  let picture: String?

  /// Every other form of a question's page.
  static func all(of question: any Question.Type) -> [SiteForm] {
    question.formats.filter { $0 != .html }.flatMap { format in
      format == .svg
        ? question.pictures.enumerated().map {
          SiteForm(format: format, picture: $0.offset == 0 ? nil : $0.element)
        } : [SiteForm(format: format, picture: nil)]
    }
  }

  /// What a link to it is called.
  var words: String { format.words + (picture.map { ": \($0)" } ?? "") }

  /// Its address, for a page's path and query.
  func address(of path: String, _ given: Given) -> String {
    let shown = picture.map { given.setting([(.picture(among: [$0]), $0)]) } ?? given
    return "\(path)\(format.suffix)\(shown.query)"
  }
}
