import Stances

/// The first record of a CSV file: which field each column gives.
struct CSVHeader {
  struct Column {
    let name: String
    let path: FieldPath
  }

  let columns: [Column]

  /// - Throws: ``IntakeError`` for a column that is no field of any type, or stands there twice.
  init(_ record: CSVRecord, file: String) throws(IntakeError) {
    var columns: [Column] = []
    for cell in record.cells {
      let place = IntakeError.Place.cell(file: file, line: cell.line, header: cell.text)
      guard let path = FieldPath(cell.text, separatedBy: ".", in: EventType.allCases) else {
        throw IntakeError(
          place: place, sentence: Self.advice(for: cell.text, isAlone: record.cells.count == 1))
      }
      guard !columns.contains(where: { $0.path == path }) else {
        throw IntakeError(place: place, sentence: "this column appears here twice; remove one")
      }
      columns.append(Column(name: cell.text, path: path))
    }
    self.columns = columns
  }

  private static func advice(for name: String, isAlone: Bool) -> String {
    if isAlone, let separator = name.first(where: { ";\t|".contains($0) }) {
      let word = separator == "\t" ? "tabs" : "'\(separator)'"
      return "the columns are separated by \(word); separate them by commas"
    }
    let names = FieldNames.all(of: EventType.allCases, separatedBy: ".")
    let nearest = nearestNames(to: name, among: names)
    return "no event has a field '\(printable(name))'; "
      + (didYouMean(nearest) ?? "the first row names the fields, such as evidence.publisher")
  }
}
