import JSON
import Stances

/// Reads JSON Lines: one event a line; blank lines are passed over.
struct JSONLinesReader: EventReader {
  private let name: String
  private var lines: LineReader

  init(_ file: InputFile) {
    name = file.name
    lines = LineReader(file)
  }

  mutating func next() throws -> Proposal? {
    while let line = try lines.next() {
      guard !line.allSatisfy(isBlank) else { continue }
      return proposal(in: line)
    }
    return nil
  }

  private func proposal(in line: ArraySlice<UInt8>) -> Proposal {
    let document: JSONDocument
    do throws(JSONError) {
      document = try JSONDocument(parsing: Array(line), line: lines.number)
    } catch {
      guard let shape = LineShape(of: line, refusedFor: error.reason) else {
        return refused(
          IntakeError(
            place: .character(
              file: name, line: error.position.line, column: error.position.column),
            sentence: "\(error.reason)"))
      }
      return refused(refusal(of: shape))
    }
    guard document.root.kind != .array else { return refused(refusal(of: .array)) }
    return Proposal(document, line: lines.number, WrittenEvent(of: document.root, in: name))
  }

  private func refused(_ fault: IntakeError) -> Proposal {
    Proposal(line: lines.number, content: .refused(.init(faults: [fault])))
  }

  private func refusal(of shape: LineShape) -> IntakeError {
    IntakeError(place: .line(file: name, line: lines.number), sentence: "\(shape)")
  }
}

extension WrittenEvent {
  /// An event that is written as JSON in a file.
  init(of source: JSONNode, in file: String) {
    self.init(source: source) { error in
      .character(file: file, line: error.position.line, column: error.position.column)
    }
  }
}

private func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
}

/// Frequent ways to write JSON that are not JSON Lines, told from the line that they break.
enum LineShape: CustomStringConvertible {
  /// All events in one array.
  case array
  /// One event over several lines.
  case severalLines

  /// The shape that explains why a line was refused, if one does.
  init?(of line: ArraySlice<UInt8>, refusedFor reason: JSONError.Reason) {
    guard reason == .unfinished, let first = line.first(where: { $0 > UInt8(ascii: " ") }),
      let last = line.last(where: { $0 > UInt8(ascii: " ") })
    else { return nil }
    if first == UInt8(ascii: "[") {
      self = .array
    } else if "{[,:".utf8.contains(last) {
      self = .severalLines
    } else {
      return nil
    }
  }

  var description: String {
    switch self {
    case .array:
      "this is a JSON array; JSON Lines has one event a line, without brackets and commas around "
        + "them (jq -c '.[]' writes it so)"
    case .severalLines:
      "the line ends before the event does; JSON Lines has each event on one line "
        + "(jq -c . writes it so)"
    }
  }
}
