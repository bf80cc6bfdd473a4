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

  mutating func next() throws -> LocatedEvent? {
    while let line = try lines.next() {
      guard !line.allSatisfy(isBlank) else { continue }
      return LocatedEvent(event: try event(in: line), line: lines.number)
    }
    return nil
  }

  private func event(in line: ArraySlice<UInt8>) throws(IntakeError) -> ProposedEvent {
    let document: JSONDocument
    do throws(JSONError) {
      document = try JSONDocument(parsing: Array(line), line: lines.number)
    } catch {
      guard let shape = LineShape(of: line, refusedFor: error.reason) else {
        throw refusal(at: error.position, path: "", "\(error.reason)")
      }
      throw refusal(of: shape)
    }
    guard document.root.kind != .array else { throw refusal(of: .array) }
    do throws(EventError) {
      return try ProposedEvent(document)
    } catch {
      throw refusal(at: error.position, path: error.path, "\(error.reason)")
    }
  }

  private func refusal(of shape: LineShape) -> IntakeError {
    IntakeError(place: .line(file: name, line: lines.number), sentence: "\(shape)")
  }

  private func refusal(
    at position: JSONPosition, path: String, _ sentence: String
  ) -> IntakeError {
    IntakeError(
      place: .character(file: name, line: position.line, column: position.column), path: path,
      sentence: sentence)
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
