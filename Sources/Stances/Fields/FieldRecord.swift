/// A struct that is read from a JSON object through the fields that it declares.
protocol FieldRecord: Sendable {
  associatedtype Fields: Sendable

  /// What the object is called in refusals, on the vocabulary page and in the schema.
  static var name: String { get }
  /// The fields, as members of a value in reading order.
  static var fields: Fields { get }
  /// What holds between the fields.
  static var rules: [FieldRule] { get }
  /// All fields that the object can have.
  static var known: [FieldDescription] { get }

  /// Reads the fields.
  init(_ reader: inout FieldReader) throws(EventError)
}

extension FieldRecord {
  static var rules: [FieldRule] { [] }
  static var known: [FieldDescription] { [FieldDescription](declaredIn: fields) }
}

/// An object inside an event, such as one source of its evidence.
protocol EventPart: FieldRecord {
  /// What it says, as a phrase without a full stop.
  static var words: String { get }
}

extension EventPart {
  /// What readers see of it.
  static var part: Part { Part(name: name, words: words, fields: known, rules: rules) }

  /// Reads the whole of an object.
  init(_ value: FieldValue) throws(EventError) {
    var reader = try FieldReader(value, as: Self.self)
    try self.init(&reader)
    try reader.finish()
  }
}

/// What readers see of an object inside an event.
package struct Part: Sendable {
  /// What it is called in refusals, on the vocabulary page and in the schema.
  package let name: String
  /// What it says, as a phrase without a full stop.
  package let words: String
  /// Its fields in reading order.
  package let fields: [FieldDescription]
  /// What holds between its fields.
  package let rules: [FieldRule]
}
