/// The shape of a field's value.
package indirect enum Shape: Sendable {
  /// Any text but an empty one, up to so many characters.
  case text(limit: Int)
  /// A slug; `of` names what it identifies: "event", "company", "body", "measure", "tag".
  case slug(of: String)
  /// A fuzzy date in EDTF.
  case date
  /// An `http` or `https` address.
  case address
  /// A market or country code.
  case market
  /// One word of a closed set.
  case term([String])
  /// A decimal number as a string.
  case decimal
  /// `true` or `false`.
  case boolean
  /// The constant `true`.
  case yes
  /// A whole number from 0.
  case integer
  /// A text of a fixed shape, as a regular expression, with its name.
  case pattern(String, named: String)
  /// A list without duplicates of at least so many.
  case list(Shape, atLeast: Int)
  /// An object with fields of its own.
  case part(Part)
  /// An object from language tag to text.
  case translations
  /// A whole event that is no correction, retraction or key of the log.
  case event
}

extension Shape {
  /// The words of a closed set of terms.
  static func term<T: Term>(of type: T.Type) -> Shape { .term(type.allCases.map(\.term)) }

  static let line = Shape.text(limit: TextLimit.line)
  static let paragraph = Shape.text(limit: TextLimit.paragraph)
}

/// How many characters (Unicode scalars) texts may have.
enum TextLimit {
  /// Names and other texts of one line.
  static let line = 300
  /// Titles and quotations.
  static let quotation = 1000
  /// Notes and reasons, and web addresses.
  static let paragraph = 4000
}
