package import Stances

/// A grading method as a file of JSON: a table of decisions, and what its grades mean.
///
/// Its members: `method` (name and version), `says`, `note`, `grades` (what each means, in order),
/// `left` (the grades of those that have left), `rows`, each with the conditions `does`, `says`,
/// `mode`, `basis`, `reading` and `known`, and the grade that it `gives`.
package enum MethodFile {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - path: its name, for refusals.
  ///   - sha256: the digest of the bytes.
  /// - Returns: the method.
  /// - Throws: ``DataFileError``.
  package static func method(
    _ bytes: [UInt8], from path: String, sha256: String
  ) throws(DataFileError) -> GradingMethod {
    let root = try DataReader(bytes, from: path)
    try root.allow(["method", "says", "note", "grades", "left", "rows"])
    let name = try root.required("method")
    let grades = try root.required("grades").entries()
    let known = grades.map(\.name) + [GradingMethod.none]
    var words: [(grade: String, words: String)] = []
    for grade in grades { words.append((grade.name, try grade.value.text())) }
    var left: Set<String> = []
    for item in try root.items("left") { left.insert(try item.word(among: known)) }
    var rows: [GradingMethod.Row] = []
    for row in try root.items("rows") { rows.append(try self.row(row, giving: known)) }
    guard !rows.isEmpty else { throw root.fault("'rows' has no row; give at least one") }
    return GradingMethod(
      name: try checkedName(name), says: try root.required("says").text(),
      note: try root.optionalText("note"), grades: words, left: left, rows: rows, sha256: sha256)
  }

  private static func checkedName(_ name: DataReader) throws(DataFileError) -> String {
    let text = try name.text()
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, MethodName(String(parts[0])) != nil,
      let version = Int(parts[1]), version > 0, "\(version)" == parts[1]
    else {
      throw name.fault("'\(text)' is not a name and a version, such as \"kse/1\"")
    }
    return text
  }

  private static func row(
    _ row: DataReader, giving grades: [String]
  ) throws(DataFileError) -> GradingMethod.Row {
    try row.allow(["does", "says", "mode", "basis", "reading", "known", "gives"])
    var says: [GradingMethod.Word] = []
    for item in try row.items("says") {
      let term = try item.word(among: GradingMethod.Word.terms)
      if let word = GradingMethod.Word(term: term) { says.append(word) }
    }
    return GradingMethod.Row(
      does: try row.terms("does"), says: says, modes: try row.terms("mode"),
      bases: try row.terms("basis"), readings: try row.terms("reading"),
      isKnown: try row.optionalBoolean("known"),
      gives: try row.required("gives").word(among: grades))
  }
}

/// Marks a name as that of a method.
private enum MethodKind: IdentifierKind {
  static let word = "method"
}
private typealias MethodName = Identifier<MethodKind>
