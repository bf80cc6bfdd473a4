import JSON

/// The key that signs this log's heads from here on, and the name that it binds the log to.
package struct LogKey: Hashable, Sendable {
  /// The log's name, the same through all its keys.
  package let origin: String
  /// The public key as it is published, `name+id+base64` (c2sp.org/signed-note).
  package let vkey: String
  /// The public key that it takes the place of; nil for the log's first.
  package let replaces: String?

  /// A key, and what it takes the place of.
  package init(origin: String, vkey: String, replaces: String?) {
    self.origin = origin
    self.vkey = vkey
    self.replaces = replaces
  }
}

extension LogKey: EventBody {
  static let type = EventType.logKey
  static let sentence = "The key that signs this log from here on, and the log's name."

  struct Fields: Sendable {
    let origin = Field.required(
      "origin",
      .pattern(
        "^[^\\s+]+$", named: "log name, a domain and path without `https://`",
        expected: "log name without spaces and '+'", where: isKeyName),
      "the log's name, to which its first key binds it")
    let vkey = Field.required(
      "vkey", .publicKey, "the public key that signs the log's heads from here on")
    let replaces = Field.optional(
      "replaces", .publicKey, "the public key that it takes the place of")
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    origin = try reader.read(Self.fields.origin)
    vkey = try reader.read(Self.fields.vkey)
    replaces = try reader.read(Self.fields.replaces)
  }
}

extension FieldType where Value == String {
  fileprivate static var publicKey: Self {
    pattern(
      "^[^\\s+]+\\+[0-9a-f]{8}\\+[A-Za-z0-9+/]+={0,2}$", named: "public key, `name+id+base64`",
      expected: "public key: name+id+base64", where: isPublicKey)
  }
}
