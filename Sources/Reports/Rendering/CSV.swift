import Errors
import Stances

extension Document {
  /// The document's records as CSV: RFC 4180, a header line, CR LF after each line.
  ///
  /// One record is one line: line breaks within texts become spaces. A cell that a spreadsheet
  /// would take for a formula gets an apostrophe in front; plain numbers stay numbers.
  package func csv() -> String { csv { _ in } }

  /// The same, or what continues another one without a header; `check` is called with the number of bytes written by now, and throws to end what
  /// grows too long.
  package func csv(
    withHeader hasHeader: Bool = true, checking check: (_ written: Int) throws -> Void
  ) rethrows -> String {
    var text = ""
    for row in (hasHeader ? [records.columns] : []) + records.rows {
      text += row.map(csvCell).joined(separator: ",") + "\r\n"
      try check(text.utf8.count)
    }
    return text
  }
}

private func csvCell(_ text: String) -> String {
  let safe = (isFormula(text) ? "'" : "") + printableData(text)
  guard safe.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" }) || safe.first == " "
  else { return safe }
  // By scalars: as a `Character`, a quotation mark under an accent is a different one.
  return safe.unicodeScalars.reduce(into: "\"") { quoted, scalar in
    if scalar == "\"" { quoted += "\"" }
    quoted.unicodeScalars.append(scalar)
  } + "\""
}

/// Whether a spreadsheet may run a cell instead of showing it.
///
/// Source: OWASP, "CSV Injection": in front `=`, `+`, `-`, `@`, their fullwidth forms, a tab or a
/// line break.
private func isFormula(_ text: String) -> Bool {
  switch text.unicodeScalars.first {
  case "=", "+", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
  case "-": Decimal(text) == nil
  default: false
  }
}
