package import Stances

/// The events proposed in a file, read on a second thread ahead of the one that records them.
///
///     let file = try EventFile(InputFile(path: "events.jsonl"))
///     while let events = try file.next(checking: {}) { … }
package final class EventFile {
  /// The path as given, or "standard input".
  package let name: String

  private let ahead = ReadAhead<EventBatch>(depth: 4)
  /// The line on which each event handed out starts: a reference that leads nowhere is found at the
  /// end only.
  private var lines: [Int] = []
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
  /// - Returns: Events in the order of the file.
  /// - Throws: ``IntakeError`` for the first line that is not an event, ``InputError`` if the
  ///   file cannot be read on.
  package func next(checking check: () throws -> Void) throws -> [ProposedEvent]? {
    guard !isFinished else { return nil }
    isFinished = true
    guard let batch = try ahead.next(checking: check) else { return nil }
    isFinished = false
    lines += batch.lines
    return batch.events
  }

  /// How many events were handed out so far.
  package var count: Int { lines.count }

  /// The line on which an event of the file, counted from 0, starts; nil if it was not handed
  /// out.
  package func line(ofEvent index: Int) -> Int? {
    lines.indices.contains(index) ? lines[index] : nil
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
