import JSON

/// One member of an event's JSON object, declared once: its name, the type of its value, and what
/// it says.
///
/// The struct that has the field reads itself through the declaration; refusals ("did you mean"),
/// the vocabulary page, the JSON Schema, flags and CSV columns list the same one. It is a class so
/// that reading an event copies one reference per field.
final class Field<Value: Sendable>: Sendable {
  /// The name on the wire.
  let key: StaticString
  /// What readers see of it.
  let description: FieldDescription
  /// How a value is read.
  let read: @Sendable (FieldValue) throws(EventError) -> Value
  /// The value without the member; nil if the member is required.
  let absent: Value?
  /// What an object with this member has among its ``JSONView/nameBits``.
  let bit: UInt64

  private init(
    _ key: StaticString, _ shape: Shape, _ words: String, absent: Value?,
    _ history: FieldHistory, read: @escaping @Sendable (FieldValue) throws(EventError) -> Value
  ) {
    self.key = key
    description = FieldDescription(
      name: "\(key)", shape: shape, isRequired: absent == nil, words: words, history: history)
    self.read = read
    self.absent = absent
    bit = key.withUTF8Buffer { JSONView.bit(of: $0) }
  }

  /// A required member.
  static func required(_ key: StaticString, _ type: FieldType<Value>, _ words: String) -> Field {
    Field(key, type.shape, words, absent: nil, FieldHistory(terms: type.added), read: type.read)
  }

  /// A member that is `absent` if it is not there; version `since` of the type added it.
  static func optional(
    _ key: StaticString, _ type: FieldType<Value>, default absent: Value, since: Int = 0,
    _ words: String
  ) -> Field {
    Field(
      key, type.shape, words, absent: absent, FieldHistory(since: since, terms: type.added),
      read: type.read)
  }

  /// A member that need not be there; version `since` of the type added it, or, of a member that
  /// was there before, version `optionalSince` made it optional.
  static func optional<Wrapped>(
    _ key: StaticString, _ type: FieldType<Wrapped>, since: Int = 0, optionalSince: Int = 0,
    _ words: String
  ) -> Field where Value == Wrapped? {
    Field(
      key, type.shape, words, absent: .some(nil),
      FieldHistory(since: since, optionalSince: optionalSince, terms: type.added)
    ) { (value) throws(EventError) in try type.read(value) }
  }

  /// A member that some types of events require and others do not.
  static func optional<Wrapped>(
    _ key: StaticString, _ type: FieldType<Wrapped>, isRequired: Bool, _ words: String
  ) -> Field where Value == Wrapped? {
    Field(key, type.shape, words, absent: isRequired ? nil : .some(nil), FieldHistory()) {
      (value) throws(EventError) in try type.read(value)
    }
  }
}

/// What readers see of a field.
package struct FieldDescription: Sendable {
  /// The member's name on the wire.
  package let name: String
  /// The values that it takes.
  package let shape: Shape
  /// Whether every event of the type has it.
  package let isRequired: Bool
  /// What it says, as a phrase without a full stop.
  package let words: String
  /// Which versions of the type changed it.
  package var history = FieldHistory()
}

/// Which versions of a type added a field, made it optional, or added words to its closed set.
package struct FieldHistory: Sendable {
  /// The version that added it; 0 of a field that was there from the start.
  package var since = 0
  /// The version since which it is optional; 0 of a field that was so from the start, or is not.
  package var optionalSince = 0
  /// The versions that added words to its closed set, by word.
  package var terms: [String: Int] = [:]
}

extension [FieldDescription] {
  /// Describes the fields that are declared as the members of a value, in their order.
  ///
  /// Done once per type, never while an event is read. A list by hand would be a second place for
  /// each field, and could lack one that is read.
  init(declaredIn fields: some Sendable) {
    self = Mirror(reflecting: fields).children.compactMap {
      ($0.value as? any Described)?.description
    }
  }
}

/// A field of any value.
private protocol Described {
  var description: FieldDescription { get }
}

extension Field: Described {}
extension FieldDescription: Described {
  fileprivate var description: FieldDescription { self }
}

/// What holds between the fields of one object.
package enum FieldRule: Sendable {
  /// Exactly one of these fields is required.
  case exactlyOne([String])
  /// At least one of these fields is required.
  case atLeastOne([String])
  /// The first field can be there only with the other.
  case needs(String, other: String)
}
