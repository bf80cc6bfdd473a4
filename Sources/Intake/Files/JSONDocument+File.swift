package import JSON

extension JSONDocument {
  /// The document in a small file, or in standard input for `-`.
  ///
  /// - Throws: ``InputError``, or ``IntakeError`` with the place of what is no JSON.
  package static func read(fromFile path: String) throws -> JSONDocument {
    let text = try InputFile.contents(of: path)
    do throws(JSONError) {
      return try JSONDocument(parsing: text)
    } catch {
      throw IntakeError(
        place: .character(
          file: path == "-" ? "standard input" : path, line: error.position.line,
          column: error.position.column),
        sentence: "\(error.reason)")
    }
  }
}
