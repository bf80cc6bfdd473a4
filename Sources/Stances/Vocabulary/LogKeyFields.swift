/// The own fields of the event that names the log's key.
enum LogKeyFields {
  static let key: [Field] = [
    .required(
      "origin", .pattern("^[^\\s+]+$", named: "log name, a domain and path without `https://`"),
      "the log's name, which its first key binds it to for ever"),
    .required("vkey", vkey, "the public key that signs the log's heads from here on"),
    .optional("replaces", vkey, "the public key that it takes the place of"),
  ]

  private static let vkey = Shape.pattern(
    "^[^\\s+]+\\+[0-9a-f]{8}\\+[A-Za-z0-9+/]+={0,2}$", named: "public key, `name+id+base64`")
}
