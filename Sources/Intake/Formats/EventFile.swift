package import Stances

/// The events proposed in a file, read on a second thread ahead of the one that records them.
///
///     let file = try EventFile(InputFile(path: "events.jsonl"))
///     let receipt = try log.append(contentsOf: file, as: request, remarks: &remarks)
package final class EventFile {
  /// The path as given, or "standard input".
  package let name: String

  /// How many events were handed out so far.
  package private(set) var count = 0

  private let ahead = ReadAhead<[Proposal]>(depth: 4)
  private var isFinished = false

  private static let batchSize = 2_000

  /// Starts to read.
  ///
  /// - Parameters:
  ///   - file: The open file.
  ///   - format: how the file is written; default: as its name or first byte says.
  ///   - defaultType: The type of CSV rows that name none.
  package init(_ file: InputFile, format: InputFormat? = nil, defaultType: EventType? = nil) {
    name = file.name
    let size = Self.batchSize
    switch format ?? InputFormat(of: file) {
    case .jsonl:
      ahead.start {
        var reader = BatchReader(JSONLinesReader(file), size: size)
        return { try reader.next() }
      }
    case .json:
      ahead.start {
        var reader = BatchReader(JSONArrayReader(file), size: size)
        return { try reader.next() }
      }
    case .csv:
      ahead.start {
        var reader: BatchReader<CSVReader>?
        return {
          var current =
            try reader ?? BatchReader(CSVReader(file, defaultType: defaultType), size: size)
          defer { reader = current }
          return try current.next()
        }
      }
    }
  }

  deinit { ahead.cancel() }

  /// The next events, or nil after the last.
  ///
  /// - Parameter check: Called before and while waiting; throws to stop reading.
  /// - Returns: Events in the order of the file, accepted or refused.
  /// - Throws: ``IntakeError`` if the file's form does not let it be read on, ``InputError`` if the
  ///   system does not.
  func next(checking check: () throws -> Void) throws -> [Proposal]? {
    guard !isFinished else { return nil }
    isFinished = true
    guard let batch = try ahead.next(checking: check) else { return nil }
    isFinished = false
    count += batch.count
    return batch
  }
}

/// How a file of events is written.
package enum InputFormat: String, CaseIterable, Sendable {
  /// One JSON object a line.
  case jsonl
  /// One JSON object over any lines, or an array of them; never guessed.
  case json
  /// A header of field names, then one event a row.
  case csv

  /// The format that a file's name says, else the one that its first byte does: JSON starts with a
  /// bracket, a CSV header with a letter or a quotation mark.
  package init(of file: InputFile) {
    let name = file.name.lowercased()
    if name.hasSuffix(".csv") {
      self = .csv
    } else if [".jsonl", ".ndjson", ".json"].contains(where: name.hasSuffix) {
      self = .jsonl
    } else {
      let first = file.firstBlock.first { $0 > UInt8(ascii: " ") }
      switch first {
      case nil, UInt8(ascii: "{"), UInt8(ascii: "["): self = .jsonl
      default: self = .csv
      }
    }
  }
}
