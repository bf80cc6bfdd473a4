import JSON

/// Reads a text as an event is read.
func json(_ text: String) throws -> JSONNode {
  try JSONDocument(parsing: Array(text.utf8)).root
}

/// The canonical form of a text, as text.
func canonical(_ text: String) throws -> String {
  String(decoding: try json(text).canonicalBytes(), as: UTF8.self)
}
