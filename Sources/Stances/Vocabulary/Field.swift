/// One member of an event's JSON object: its name, its shape, and what it says.
///
/// The table of fields is what readers see (the vocabulary page, the JSON Schema, "did you mean")
/// and what flags and CSV columns are checked against; a test holds the decoder to it.
package struct Field: Sendable {
  package let name: String
  package let shape: Shape
  package let isRequired: Bool
  /// What it says, as a phrase without a full stop.
  package let words: String

  /// A member that must be there.
  static func required(_ name: String, _ shape: Shape, _ words: String) -> Field {
    Field(name: name, shape: shape, isRequired: true, words: words)
  }

  /// A member that may be left out.
  static func optional(_ name: String, _ shape: Shape, _ words: String) -> Field {
    Field(name: name, shape: shape, isRequired: false, words: words)
  }
}

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
  /// An object of fields.
  case object([Field])
  /// An object of at least one of these fields.
  case anyOf([Field])
  /// An object from language tag to text.
  case translations
  /// A whole event.
  case event
}

extension Shape {
  /// The words of a closed set of terms.
  static func term<T: Term>(of type: T.Type) -> Shape { .term(type.allCases.map(\.term)) }

  /// The lengths that texts are kept to.
  static let line = Shape.text(limit: 300)
  static let paragraph = Shape.text(limit: 4000)
}
