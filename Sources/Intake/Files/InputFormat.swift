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
