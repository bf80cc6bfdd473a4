import Errors
import JSON
import Stances

/// Reads CSV: a header of field names, then one event a row.
///
/// Members of objects are named with dots (`change.percent`), further sources by number
/// (`evidence.2.publisher`); lists are separated by semicolons, or by `|` if those separate
/// cells; an empty cell gives nothing. `v` is today's version if no column says otherwise.
struct CSVReader: EventReader {
  private let name: String
  private let defaultType: EventType?
  private var parser: CSVParser
  private let header: CSVHeader
  /// What is wrong with the header, until it is handed out.
  private var headerFaults: [IntakeError]

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
    (header, headerFaults) = CSVHeader.read(first, file: name)
  }

  mutating func next() throws -> Proposal? {
    if !headerFaults.isEmpty, let line = headerFaults.first?.place.line {
      defer { headerFaults = [] }
      return Proposal(line: line, content: .refused(.init(faults: headerFaults)))
    }
    guard let record = try parser.next() else { return nil }
    return proposal(in: record)
  }

  private func proposal(in record: CSVRecord) -> Proposal {
    if let fault = fault(in: record) {
      return Proposal(line: record.line, content: .refused(.init(faults: [fault])))
    }
    var draft = EventDraft()
    var notes: [IntakeError] = []
    for (index, column) in header.columns.enumerated() where index < record.cells.count {
      guard let path = column.path else { continue }
      let cell = record.cells[index]
      let (text, note) = Self.plain(cell.text)
      guard !text.isEmpty else { continue }
      if let note { notes.append(IntakeError(place: place(of: index, in: record), sentence: note)) }
      do throws(JSONError) {
        let separator: Character = parser.delimiter == ";" ? "|" : ";"
        draft.set(
          try JSONValue(text, as: path.kind, listSeparatedBy: separator), at: path, from: index)
      } catch {
        let fault = IntakeError(place: place(of: index, in: record), sentence: "\(error.reason)")
        return Proposal(line: record.line, content: .refused(.init(faults: [fault])))
      }
    }
    draft.setTypeAndVersion(defaultType)
    let places = header.columns.indices.map { place(of: $0, in: record) }
    let whole = place(of: nil, in: record)
    var proposal = draft.proposal(line: record.line) { $0.map { places[$0] } ?? whole }
    proposal.notes = notes
    return proposal
  }

  /// What keeps a row from being read against the header.
  private func fault(in record: CSVRecord) -> IntakeError? {
    let columns = header.columns
    let extra = record.cells.dropFirst(columns.count)
    guard record.cells.count >= columns.count, extra.allSatisfy(\.isBlank) else {
      let count = "\(record.cells.count) cell\(record.cells.count == 1 ? "" : "s")"
      let delimiter =
        switch parser.delimiter {
        case ",": "commas"
        case ";": "semicolons"
        case "\t": "tabs"
        default: "'\(parser.delimiter)'"
        }
      return IntakeError(
        place: .line(file: name, line: record.line),
        sentence: "the row has \(count) and the header \(columns.count); "
          + "give one cell a column, and quote cells that hold \(delimiter)")
    }
    for (index, column) in columns.enumerated() {
      let cell = record.cells[index]
      if column.name.isEmpty, !cell.isBlank {
        return IntakeError(
          place: .line(file: name, line: cell.line),
          sentence: "column \(index + 1) has no name in the header, and a text here; name the "
            + "column, or empty the cell")
      }
      if case .list(isOfCodes: true)? = column.path?.kind, parser.delimiter == ";",
        cell.text.contains(";")
      {
        return IntakeError(
          place: place(of: index, in: record),
          sentence: "the cells of this file are separated by semicolons; separate the items of a "
            + "list by '|'")
      }
    }
    return nil
  }

  /// The text of a cell as events hold it, and what was changed if that could not be seen.
  private static func plain(_ text: String) -> (text: String, note: String?) {
    if text.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) { return (text, nil) }
    let blanks = { (character: Character) in
      character.isWhitespace || character == "\u{FEFF}" || character == "\u{200B}"
    }
    let trimmed = String(text.trimmed(where: blanks))
    let whole = composed(trimmed)
    let wasComposed = whole.utf8.elementsEqual(trimmed.utf8)
    switch (trimmed.utf8.count == text.utf8.count, wasComposed) {
    case (true, true): return (whole, nil)
    case (false, true): return (whole, "the blanks around the text were taken off")
    case (true, false): return (whole, "accents were joined to their letters (Unicode NFC)")
    case (false, false):
      return (
        whole,
        "the blanks around the text were taken off, and accents joined to their letters (Unicode NFC)"
      )
    }
  }

  private func place(of index: Int?, in record: CSVRecord) -> IntakeError.Place {
    guard let index, index < record.cells.count else { return .line(file: name, line: record.line) }
    return .cell(
      file: name, line: record.cells[index].line, header: header.columns[index].name)
  }
}

extension CSVRecord.Cell {
  /// Whether there is nothing to be seen in it.
  var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
}

/// The first record of a CSV file: which field each column gives.
struct CSVHeader {
  struct Column {
    let name: String
    /// The field; nil for a column that has no name or a wrong one.
    let path: FieldPath?
  }

  let columns: [Column]

  /// Reads the header, with a fault for each column that is no field of any type, or appears twice.
  static func read(_ record: CSVRecord, file: String) -> (CSVHeader, [IntakeError]) {
    var columns: [Column] = []
    var faults: [IntakeError] = []
    for cell in record.cells {
      let name = String(cell.text.trimmed())
      let place = IntakeError.Place.cell(file: file, line: cell.line, header: name)
      let path = FieldPath(name, separatedBy: ".", in: EventType.allCases)
      if path == nil, !name.isEmpty {
        faults.append(
          IntakeError(
            place: place, sentence: advice(for: name, isAlone: record.cells.count == 1)))
      } else if let path, columns.contains(where: { $0.path == path }) {
        faults.append(
          IntakeError(place: place, sentence: "this column appears here twice; remove one"))
      }
      columns.append(Column(name: name, path: path))
    }
    return (CSVHeader(columns: columns), faults)
  }

  private static func advice(for name: String, isAlone: Bool) -> String {
    if isAlone, name.contains("|") {
      return "the columns are separated by '|'; separate them by commas"
    }
    let nearest = FieldNames.nearest(to: name, of: EventType.allCases, separatedBy: ".")
    return "no event has a field '\(printable(name))'; "
      + (didYouMean(nearest) ?? "the first row names the fields, such as evidence.publisher")
  }
}
