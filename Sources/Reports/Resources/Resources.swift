/// The script and the style sheets that pages and pictures bring along, from the files beside this
/// one, which are compiled in.
package enum Resources {
  /// The style of all pictures, for pages that hold some and for files of their own: light, dark if
  /// the reader prefers it, light again on paper.
  ///
  /// It names every colour instead of using properties, because few programs that show SVG know
  /// these. Conduct is ordinal and no judgement: one hue, further from the ground the further a
  /// company has withdrawn. Hatching, not a warning colour, shows word and deed apart.
  static let pictureStyle = text(PackageResources.picture_css)

  /// The style of all pages, on screen and on paper, with that of their pictures.
  package static let pageStyle = pictureStyle + "\n" + text(PackageResources.stance_css)

  /// The script of pages with a replay, which moves it; what it reads is described at
  /// ``ReplayData``.
  package static let pageScript = text(PackageResources.page_js)

  /// A file as the content of an element, without the line feed at its end.
  private static func text(_ file: [UInt8]) -> String {
    String(decoding: file.last == UInt8(ascii: "\n") ? file.dropLast() : file[...], as: UTF8.self)
  }
}
