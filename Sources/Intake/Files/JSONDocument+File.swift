package import JSON

extension JSONDocument {
  /// The document in a small file, or in standard input for `-`.
  ///
  /// - Throws: ``InputError``, or ``IntakeError`` with the place of what is no JSON.
  package static func read(fromFile path: String) throws -> JSONDocument {
    try read(
      InputFile.contents(of: path), named: path == "-" ? "standard input" : path)
  }

  /// The document in a text; `name` says in refusals which.
  ///
  /// - Throws: ``IntakeError`` with the place of what is no JSON.
  package static func read(
    _ text: [UInt8], named name: String
  ) throws(IntakeError) -> JSONDocument {
    do throws(JSONError) {
      return try JSONDocument(parsing: text)
    } catch {
      throw IntakeError(
        place: .character(file: name, line: error.position.line, column: error.position.column),
        sentence: "\(error.reason)")
    }
  }
}
