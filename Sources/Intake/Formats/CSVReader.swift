import JSON
import Stances

/// Reads CSV: a header of field names, then one event a row.
///
/// Members of objects are named with dots (`change.percent`), further sources by number
/// (`evidence.2.publisher`); lists are separated by semicolons; an empty cell gives nothing. `v` is
/// today's version where no column says otherwise.
struct CSVReader: EventReader {
  private let name: String
  private let defaultType: EventType?
  private var parser: CSVParser
  private let header: CSVHeader

  /// Reads the header; `defaultType` is the type of rows that name none.
  init(_ file: InputFile, defaultType: EventType?) throws {
    name = file.name
    self.defaultType = defaultType
    parser = try CSVParser(file)
    guard let first = try parser.next() else {
      throw IntakeError(
        place: .line(file: name, line: 1),
        sentence: "the file is empty; CSV starts with a row of field names")
    }
    header = try CSVHeader(first, file: name)
  }

  mutating func next() throws -> LocatedEvent? {
    guard let record = try parser.next() else { return nil }
    return LocatedEvent(event: try event(in: record), line: record.line)
  }

  private func event(in record: CSVRecord) throws(IntakeError) -> ProposedEvent {
    let columns = header.columns
    guard record.cells.count == columns.count else {
      let count = "\(record.cells.count) cell\(record.cells.count == 1 ? "" : "s")"
      throw IntakeError(
        place: .line(file: name, line: record.line),
        sentence: "the row has \(count) and the header \(columns.count); "
          + "give one cell a column, and quote cells that hold commas")
    }
    var draft = EventDraft()
    for (index, column) in columns.enumerated() where !record.cells[index].text.isEmpty {
      let cell = record.cells[index]
      do throws(JSONError) {
        let value = try JSONValue(cell.text, as: column.path.kind)
        draft.set(value, at: column.path, from: index)
      } catch {
        throw IntakeError(
          place: place(of: index, in: record), sentence: "\(error.reason)")
      }
    }
    draft.setTypeAndVersion(defaultType)
    return try draft.event { index in place(of: index, in: record) }
  }

  private func place(of index: Int?, in record: CSVRecord) -> IntakeError.Place {
    guard let index else { return .line(file: name, line: record.line) }
    return .cell(
      file: name, line: record.cells[index].line, header: header.columns[index].name)
  }
}

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
