import EventLog
import JSON
import Stances

/// One event of a file as its reader leaves it.
struct Proposal: Sendable {
  /// The line on which it starts; 0 for flags.
  let line: Int
  let content: Content
  /// What is said of how it was read, though it was accepted.
  var notes: [IntakeError] = []

  enum Content: Sendable {
    /// An event, as far as can be seen without the log.
    case event(ProposedEvent, WrittenEvent)
    /// An event that names companies or bodies where slugs are wanted.
    case named(WrittenEvent, JSONValue, [GivenName])
    /// No event.
    case refused(Refusal)
  }

  /// What is wrong, and what the log can still be asked about.
  struct Refusal: Sendable {
    let faults: [IntakeError]
    /// The event with values that would do in the place of those that are wrong.
    var patched: ProposedEvent?
    var written: WrittenEvent?
    var names: [GivenName] = []
  }
}

/// Where the parts of an event were written, so that a refusal can name the place.
struct WrittenEvent: Sendable {
  /// The event as it was written, if that is JSON.
  let source: JSONNode?
  /// The place of what an error is about, if the error is of the text as it was written.
  let place: @Sendable (EventError) -> IntakeError.Place
  /// Whether it has no id, so that one is to be made.
  var isUnnamed = false

  /// An error of the decoder at its place.
  func refusal(_ error: EventError, isOfSource: Bool = false) -> IntakeError {
    IntakeError(
      place: place(isOfSource ? error : error.moved(to: source)), path: error.path,
      sentence: "\(error.reason)")
  }

  /// The place of a value that is there, by the way to it.
  func place(of path: String) -> IntakeError.Place {
    let nowhere = JSONPosition(line: 1, column: 1)
    return place(EventError(position: nowhere, path: path, reason: .empty).moved(to: source))
  }
}

extension EventError {
  /// The error at the place that the value has in another text of the same event.
  fileprivate func moved(to source: JSONNode?) -> EventError {
    guard let source else { return self }
    let owner = source.nearest(to: path)
    if case .unknownField(let name, _, _) = reason,
      let member = owner.members.first(where: { $0.name == name })
    {
      return EventError(position: member.key.position, path: path, reason: reason)
    }
    return EventError(position: owner.position, path: path, reason: reason)
  }
}

extension Proposal {
  /// Reads an event, in its own spelling or in one that can mean nothing else.
  ///
  /// - Parameters:
  ///   - document: the event.
  ///   - source: the same as it was written, which the document may repeat in another spelling.
  ///   - line: where it starts.
  ///   - written: where its parts are.
  init(_ document: JSONDocument, source: JSONNode? = nil, line: Int, _ written: WrittenEvent) {
    self.line = line
    do throws(EventError) {
      content = .event(try ProposedEvent(checked: document), written)
    } catch {
      let isOfSource = source == nil
      content = Self.read(
        source ?? document.root, refused: error, written.refusal(error, isOfSource: isOfSource),
        written)
    }
  }

  private static func read(
    _ source: JSONNode, refused error: EventError, _ fault: IntakeError, _ written: WrittenEvent
  ) -> Content {
    guard let mending = Mending(source) else { return .refused(Refusal(faults: [fault])) }
    var written = written
    written.isUnnamed = mending.isUnnamed
    if mending.isChanged, mending.names.isEmpty,
      let mended = try? JSONDocument(parsing: mending.value.compactBytes()),
      let event = try? ProposedEvent(checked: mended)
    {
      return .event(event, written)
    }
    // Alone, though more may be wrong: what is not filled in has no other faults worth reading.
    if let path = mending.value.path(where: { $0.hasPrefix(FaultFinder.blank) }) {
      let sentence = "\(EventError.Reason.unfilled)"
      return .refused(
        Refusal(faults: [
          IntakeError(place: written.place(of: path), path: path, sentence: sentence)
        ]))
    }
    let finder = FaultFinder(mending.value, passingOver: mending.names)
    if finder.faults.isEmpty, !mending.names.isEmpty {
      return .named(written, mending.value, mending.names)
    }
    // The decoder's own words on the text as it was written have the exact place of the first.
    let faults = finder.faults.map { found in
      found.path == error.path && found.reason == error.reason ? fault : written.refusal(found)
    }
    return .refused(
      Refusal(
        faults: faults.isEmpty ? [fault] : faults, patched: finder.patched, written: written,
        names: mending.names))
  }
}

extension ProposedEvent {
  /// Reads an event that is proposed, under rules that recorded events need not keep.
  init(checked document: JSONDocument) throws(EventError) {
    self = try ProposedEvent(document)
    if canonicalBytes.hasInside(FaultFinder.blankBytes),
      let path = JSONValue(document.root).path(where: { $0.hasPrefix(FaultFinder.blank) })
    {
      throw EventError(
        position: document.root.nearest(to: path).position, path: path, reason: .unfilled)
    }
    // Looked at only if there can be any: most texts are ASCII.
    if canonicalBytes.contains(where: { $0 >= 0x80 }),
      let path = JSONValue(document.root).path(where: { !$0.isEmpty && $0.isUnseen })
    {
      throw EventError(
        position: document.root.nearest(to: path).position, path: path, reason: .unseen)
    }
    if event.id.text.allSatisfy(\.isNumber) {
      throw EventError(
        position: document.root.nearest(to: "id").position, path: "id",
        reason: .badShape(
          found: event.id.text, expected: "id of an event: digits alone are a position"))
    }
    if let (path, code) = event.content.wrongProductCode {
      throw EventError(
        position: document.root.nearest(to: path).position, path: path,
        reason: .badShape(
          found: code,
          expected: "HS code: those have 2, 4 or 6 digits, not \(code.utf8.count); "
            + (code.utf8.count % 2 == 1
              ? "did you mean '0\(code)', with the 0 that spreadsheets drop?"
              : "national codes are longer: did you mean '\(code.prefix(6))'?")))
    }
  }
}

extension JSONValue {
  /// The way to the first text that is as wanted; nil if none is.
  fileprivate func path(where isWanted: (String) -> Bool) -> String? {
    switch self {
    case .string(let text): return isWanted(text) ? "" : nil
    case .object(let members):
      for (name, value) in members {
        guard let path = value.path(where: isWanted) else { continue }
        return path.isEmpty || path.hasPrefix("[") ? name + path : "\(name).\(path)"
      }
      return nil
    case .array(let items):
      for (index, item) in items.enumerated() {
        guard let path = item.path(where: isWanted) else { continue }
        return path.isEmpty ? "[\(index)]" : "[\(index)].\(path)"
      }
      return nil
    case .integer, .bool, .null: return nil
    }
  }
}

extension EventContent {
  /// A code of the Harmonized System of a length that it does not have, with the way to it.
  fileprivate var wrongProductCode: (path: String, code: String)? {
    switch self {
    case .tradeStatistic(let statistic):
      guard let code = statistic.product.hs, ![2, 4, 6].contains(code.utf8.count) else {
        return nil
      }
      return ("product.hs", code)
    case .correction(let correction):
      return correction.replacement.content.wrongProductCode.map {
        ("replacement.\($0.path)", $0.code)
      }
    default: return nil
    }
  }
}
