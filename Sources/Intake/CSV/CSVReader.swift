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
