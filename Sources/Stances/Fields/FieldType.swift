/// A type of values that fields can have: its shape for readers, and how a value is read.
struct FieldType<Value: Sendable>: Sendable {
  let shape: Shape
  let read: @Sendable (FieldValue) throws(EventError) -> Value
  /// The words of a closed set that a later version of the type added, with that version.
  var added: [String: Int] = [:]
}

extension FieldType where Value == String {
  /// Any text but an empty one, up to a number of characters.
  static func text(limit: Int) -> Self {
    Self(shape: .text(limit: limit)) { (value) throws(EventError) in
      try value.text(limit: limit)
    }
  }

  /// A text of one line, such as a name.
  static var line: Self { text(limit: TextLimit.line) }

  /// A text of some sentences, such as a note.
  static var paragraph: Self { text(limit: TextLimit.paragraph) }

  /// An `http` or `https` address.
  static var address: Self {
    Self(shape: .address) { (value) throws(EventError) in try value.address() }
  }

  /// A text of a fixed shape.
  ///
  /// - Parameters:
  ///   - pattern: the shape as a regular expression, for the schema.
  ///   - name: what the page calls it.
  ///   - expected: what a refusal calls it.
  ///   - holds: whether a text has the shape; it may be stricter than the pattern.
  /// - Returns: the type.
  static func pattern(
    _ pattern: String, named name: String, expected: String,
    where holds: @escaping @Sendable (String) -> Bool
  ) -> Self {
    Self(shape: .pattern(pattern, named: name)) { (value) throws(EventError) in
      try value.text(expected, where: holds)
    }
  }
}

extension FieldType where Value == FuzzyDate {
  /// A fuzzy date in EDTF.
  static var date: Self {
    Self(shape: .date) { (value) throws(EventError) in try value.date() }
  }
}

extension FieldType where Value == Market {
  /// A market or country code.
  static var market: Self {
    Self(shape: .market) { (value) throws(EventError) in try value.market() }
  }
}

extension FieldType where Value == Decimal {
  /// A decimal number as a string.
  static var decimal: Self {
    Self(shape: .decimal) { (value) throws(EventError) in try value.decimal() }
  }
}

extension FieldType where Value == Int64 {
  /// A whole number from 1.
  static var count: Self {
    Self(shape: .integer) { (value) throws(EventError) in try value.count() }
  }
}

extension FieldType where Value == Bool {
  /// `true` or `false`.
  static var boolean: Self {
    Self(shape: .boolean) { (value) throws(EventError) in try value.boolean() }
  }

  /// The constant `true`: a mark that is omitted if it does not apply.
  static var yes: Self {
    Self(shape: .yes) { (value) throws(EventError) in try value.yes() }
  }
}

extension FieldType {
  /// A slug that identifies something of a kind.
  static func slug<Kind: IdentifierKind>(of kind: Kind.Type) -> Self
  where Value == Identifier<Kind> {
    Self(shape: .slug(of: kind.word)) { (value) throws(EventError) in try value.slug() }
  }

  /// One word of a closed set, or of those of its words that are given; `added` has those that a
  /// later version of the type added, with that version.
  static func term(
    among terms: [Value] = Array(Value.allCases), added: [Value: Int] = [:]
  ) -> Self where Value: Term {
    let table = TermTable(terms)
    return Self(
      shape: .term(terms.map(\.term)),
      read: { (value) throws(EventError) in try value.term(of: table) },
      added: Dictionary(uniqueKeysWithValues: added.map { ($0.key.term, $0.value) }))
  }

  /// A list without duplicates, with at least this many items.
  static func list<Item: Hashable>(_ item: FieldType<Item>, atLeast: Int = 0) -> Self
  where Value == [Item] {
    Self(shape: .list(item.shape, atLeast: atLeast)) { (value) throws(EventError) in
      try value.list(atLeast: atLeast, of: item.read)
    }
  }

  /// An object with fields of its own.
  static func part(_ part: Value.Type = Value.self) -> Self where Value: EventPart {
    Self(shape: .part(part.part)) { (value) throws(EventError) in try Value(value) }
  }
}

/// The shape of a field's value, as readers see it.
package indirect enum Shape: Sendable {
  /// Any text but an empty one, up to a number of characters.
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
  /// A list without duplicates, with at least this many items.
  case list(Shape, atLeast: Int)
  /// An object with fields of its own.
  case part(Part)
  /// An object from language tag to text.
  case translations
  /// A whole event that is not a correction, retraction or key of the log.
  case event
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
