/// One member of an event's JSON object: its name, its shape, and what it says.
///
/// The table of fields is what readers see (the vocabulary page, the JSON Schema, "did you mean")
/// and what flags and CSV columns are checked against; a test holds the decoder to it.
package struct Field: Sendable {
  /// The member's name on the wire.
  package let name: String
  /// The values that it takes.
  package let shape: Shape
  /// Whether every event of the type has it.
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

/// An object inside an event, such as one source of its evidence.
package struct Part: Sendable {
  /// What it is called in refusals, on the vocabulary page and in the schema.
  package let name: String
  /// What it says, as a phrase without a full stop.
  package let words: String
  /// The members that are the type's own, in the order of the page.
  package let fields: [Field]
  /// What holds between its fields.
  package let rules: [FieldRule]

  init(_ name: String, _ words: String, fields: [Field], rules: [FieldRule] = []) {
    self.name = name
    self.words = words
    self.fields = fields
    self.rules = rules
  }
}

/// What holds between the fields of one object.
package enum FieldRule: Sendable {
  /// One of these fields must be there, and only one.
  case exactlyOne([String])
  /// One of these fields must be there, or more.
  case atLeastOne([String])
}
