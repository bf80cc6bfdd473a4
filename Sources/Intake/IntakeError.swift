package import Errors
package import EventLog
package import Stances

/// Why a file of events, or the flags of one event, were refused, and where.
package struct IntakeError: CallerError, Hashable {
  /// Where in the input the trouble is.
  package let place: Place
  /// The way to the value inside the event: `evidence[0].grade`; empty for the event itself.
  package let path: String
  /// What is wrong and what to do about it.
  package let sentence: String
  /// What the log had against the event, if it was the log that refused it.
  package let refusal: AppendError?
  /// The flag's name, without hyphens in front, of a field whose name the log does not have; nil if it
  /// is about anything else.
  package let unknownName: String?
  /// The event beside which it does not count, if there is one.
  let against: EventID?

  /// Where to look.
  package enum Place: Hashable, Sendable {
    /// A character of a JSON Lines file, both counted from 1.
    case character(file: String, line: Int, column: Int)
    /// A cell of a CSV file, by the name at the head of its column.
    case cell(file: String, line: Int, header: String)
    /// A line as a whole.
    case line(file: String, line: Int)
    /// One flag of the command line.
    case flag(String)
    /// The flags as a whole.
    case flags
  }

  /// Refuses what is at a place, for a reason in one sentence.
  package init(
    place: Place, path: String = "", sentence: String, refusal: AppendError? = nil,
    unknownName: String? = nil, against: EventID? = nil
  ) {
    self.place = place
    self.path = path
    self.sentence = sentence
    self.refusal = refusal
    self.unknownName = unknownName
    self.against = against
  }

  package var kind: ErrorKind { refusal?.kind ?? .badData }
  /// What programs know it by.
  package var code: String { kind == .conflict ? "event_conflict" : "event_refused" }
  /// Where to look, and the event that the log refused.
  package var particulars: [Particular] {
    var particulars = place.particulars
    if !path.isEmpty { particulars.append(Particular("path", .text(path))) }
    if let against { particulars.append(Particular("against", .text(against.text))) }
    if let refusal { particulars.append(Particular("event", .text(refusal.id.text))) }
    if case .conflict(let position)? = refusal?.reason {
      particulars.append(Particular("position", .integer(position.number)))
    }
    return particulars
  }
}

extension IntakeError {
  /// The field that it is about, without the numbers of items: `evidence.grade`.
  var field: String {
    if case .cell(_, _, let header) = place { return header }
    if case .flag(let name) = place { return name }
    // A file may have a finding for every event; each is asked.
    return path.split(separator: "[", omittingEmptySubsequences: false).enumerated().reduce(
      into: ""
    ) { field, part in
      field += part.offset == 0 ? part.element : part.element.drop { $0 != "]" }.dropFirst()
    }
  }

  /// What is said of all events with the same fault: the log's reason without the event's id.
  var groupedSentence: String { refusal.map { "\($0.reason)" } ?? sentence }

  /// The sentence, and what it is said beside.
  private var wholeSentence: String {
    sentence + (against.map { "; '\($0)' stands" } ?? "")
  }

  /// Place, path and sentence without the name of the file.
  var withoutFile: String {
    let way = path.isEmpty || place.alreadyNames(path) ? "" : "\(path): "
    return [place.withoutFile, way + wholeSentence].filter { !$0.isEmpty }.joined(separator: ": ")
  }
}

extension IntakeError: CustomStringConvertible {
  /// Place, path and sentence: `events.jsonl: line 3, column 14: level: 'x' is not one of …`.
  package var description: String {
    let way = path.isEmpty || place.alreadyNames(path) ? "" : "\(path): "
    return [place.description, way + wholeSentence].filter { !$0.isEmpty }.joined(separator: ": ")
  }
}

extension IntakeError.Place: CustomStringConvertible {
  package var description: String {
    switch self {
    case .character(let file, _, _), .cell(let file, _, _), .line(let file, _):
      "\(printable(file)): \(withoutFile)"
    case .flag, .flags: withoutFile
    }
  }

  /// The place inside the file.
  var withoutFile: String {
    switch self {
    case .character(_, let line, let column): "line \(line), column \(column)"
    case .cell(_, let line, let header): "line \(line), column '\(printable(header))'"
    case .line(_, let line): "line \(line)"
    case .flag(let name): name
    case .flags: ""
    }
  }

  /// The line or the flags, without the place in them.
  var whole: Self {
    switch self {
    case .character(let file, let line, _), .cell(let file, let line, _):
      .line(file: file, line: line)
    case .line, .flag, .flags: self
    }
  }

  /// The line; nil for flags.
  var line: Int? {
    switch self {
    case .character(_, let line, _), .cell(_, let line, _), .line(_, let line): line
    case .flag, .flags: nil
    }
  }

  /// What events are called there.
  var unit: String {
    if case .cell = self { "row" } else { "event" }
  }

  /// The place for programs, which know what file they sent.
  fileprivate var particulars: [Particular] {
    switch self {
    case .character(_, let line, let column):
      [Particular("line", .integer(Int64(line))), Particular("column", .integer(Int64(column)))]
    case .cell(_, let line, let header):
      [Particular("line", .integer(Int64(line))), Particular("header", .text(header))]
    case .line(_, let line): [Particular("line", .integer(Int64(line)))]
    case .flag, .flags: []
    }
  }

  /// Whether the reader sees from the place alone which value is meant.
  fileprivate func alreadyNames(_ path: String) -> Bool {
    switch self {
    case .cell(_, _, let header):
      header.lowercased() == path.lowercased()
        || path.lowercased().hasPrefix("\(header.lowercased())[")
    case .flag(let name):
      // A flag of a correction is put into the event that it replaces.
      ["--\(path)", "--\(path.dropping("replacement."))"]
        .contains { $0 == name || $0.hasPrefix("\(name)[") }
    case .character, .line, .flags: false
    }
  }
}

extension String {
  /// The text without what it begins with, if it begins so.
  fileprivate func dropping(_ prefix: String) -> Substring {
    hasPrefix(prefix) ? dropFirst(prefix.count) : self[...]
  }
}
