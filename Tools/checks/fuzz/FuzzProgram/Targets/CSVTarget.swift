import Glibc
import Stances

@testable import Intake

/// CSV that is read can be written so that it is read again, cell by cell; its rows are events fit
/// to be stored, or refused in a sentence.
func acceptsCSV(_ bytes: [UInt8]) -> Bool {
  guard let records = attempt({ try records(of: bytes) }) else { return false }
  let written = records.map { record in
    record.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\r\n"
  }.joined()
  let again = read("CSV written again") { try ScratchFile.feeding(Array(written.utf8), cells) }
  hold(again == records.map { $0.map { Array($0.utf8) } }, "CSV written again has different cells")

  let events = attempt {
    try ScratchFile.feeding(bytes) { file in
      var reader = try CSVReader(file, defaultType: .publicAnnouncement)
      var events: [ProposedEvent] = []
      while let proposal = try reader.next() {
        if case .event(let event, _) = proposal.content { events.append(event) }
      }
      return events
    }
  }
  events?.forEach(holdRecordable)
  return true
}

/// The texts of a file's cells, record by record.
private func records(of bytes: [UInt8]) throws -> [[String]] {
  try ScratchFile.feeding(bytes) { file in
    var parser = try CSVParser(file)
    var records: [[String]] = []
    while let record = try parser.next() { records.append(record.cells.map(\.text)) }
    return records
  }
}

/// The same as bytes: as strings, texts that differ only in normal form are equal.
private func cells(of file: InputFile) throws -> [[[UInt8]]] {
  var parser = try CSVParser(file)
  var records: [[[UInt8]]] = []
  while let record = try parser.next() { records.append(record.cells.map { Array($0.text.utf8) }) }
  return records
}

/// A file without a name, for readers that want a file.
private enum ScratchFile {
  private static let descriptor: CInt = {
    guard let file = tmpfile() else { fatalError("no temporary file can be made") }
    return fileno(file)
  }()

  static func feeding<Result>(
    _ bytes: [UInt8], _ body: (InputFile) throws -> Result
  ) throws -> Result {
    guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, bytes, bytes.count, 0) == bytes.count
    else { fatalError("the temporary file cannot be written") }
    return try body(InputFile(path: "/dev/fd/\(descriptor)"))
  }
}
