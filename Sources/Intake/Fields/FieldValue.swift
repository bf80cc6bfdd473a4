import JSON
import Stances

extension JSONValue {
  /// The value that a text stands for in a field.
  ///
  /// A text that does not fit stays a text: the decoder then says what it expected.
  init(_ text: String, as kind: FieldPath.Kind) throws(JSONError) {
    switch kind {
    case .text: self = .string(text)
    case .boolean:
      switch text {
      case "true": self = .bool(true)
      case "false": self = .bool(false)
      default: self = .string(text)
      }
    case .integer: self = Int64(text).map(JSONValue.integer) ?? .string(text)
    case .list: self = JSONValue(text, listSeparatedBy: ";")
    case .event: self = JSONValue(try JSONDocument(parsing: Array(text.utf8)).root)
    }
  }

  /// The list of the texts between separators, without the blanks around them.
  init(_ text: String, listSeparatedBy separators: String) {
    let items = text.split { separators.contains($0) }
      .map { $0.drop(while: \.isWhitespace) }
      .map { String($0.reversed().drop(while: \.isWhitespace).reversed()) }
      .filter { !$0.isEmpty }
    self = .array(items.map(JSONValue.string))
  }
}

extension EventDraft {
  /// The draft read as an event, by the decoder that reads every event.
  ///
  /// `place` says where a source, or the draft as a whole, stands.
  func event(place: (_ source: Int?) -> IntakeError.Place) throws(IntakeError) -> ProposedEvent {
    let document: JSONDocument
    do throws(JSONError) {
      document = try JSONDocument(parsing: json.compactBytes())
    } catch {
      throw IntakeError(place: place(nil), sentence: "\(error.reason)")
    }
    do throws(EventError) {
      return try ProposedEvent(document)
    } catch {
      throw IntakeError(
        place: place(source(of: error)), path: error.path, sentence: "\(error.reason)")
    }
  }
}
