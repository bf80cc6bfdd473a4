package import EventLog
import Projections
import Reports
package import Stances

/// A question as asked: what was given, the format, and the current day.
package struct Asked: Sendable {
  /// What was given for the question's parameters, its days and points written out.
  package private(set) var given: Given
  /// The format that the answer will be written in; what only others need is not looked up.
  package let format: Format
  /// The head of the log when the question was asked.
  package let head: LogState
  /// The current day.
  package let today: Day
  /// The current instant.
  package let now: Timestamp
  /// Whether the answer goes on where another one ended, as in a stream.
  private(set) var isContinued = false

  /// A question asked now.
  ///
  /// - Throws: ``ParameterError`` for what belongs to another format, such as a picture.
  package init(
    _ given: Given, as format: Format, at head: LogState, today: Day, now: Timestamp
  ) throws(ParameterError) {
    let isPicture = Format.pictures.contains(format)
    guard isPicture || !Parameter.chart.contains(where: given.has),
      isPicture || given.texts[Parameter.pictureName] == nil
    else { throw .noPictures(format: format.name) }
    guard format == .png || !given.has(.chartScale) else { throw .noPoints(format: format.name) }
    guard format == .csv || !given.has(.byteOrderMark) else { throw .noMark(format: format.name) }
    // Here once, so that no question meets a word such as "yesterday".
    self.given = given.settled(today: today, now: now)
    self.format = format
    self.head = head
    self.today = today
    self.now = now
  }

  /// The clocks of the query.
  package func clocks(in log: LogReader) throws -> Clocks {
    Clocks(
      to: try given.day(.to) ?? today,
      knownBy: try given.day(.knownBy),
      at: try given.point(.at)?.position(in: log, with: head, now: now) ?? head.position,
      fuzzy: given.word(.fuzzy) ?? .lenient, rules: given.word(.rules) ?? .current)
  }

  /// The last position on which the answer can depend: of two queries, that of the longer log.
  package func reach(in log: LogReader) throws -> Position {
    let other = try given.point(.fromAt)?.position(in: log, with: head, now: now)
    return max(try clocks(in: log).at, other ?? .beforeFirst)
  }

  /// Whether the answer may be of any length, written part by part.
  var isStreamed: Bool { Format.streams.contains(format) }

  /// How many items of a list are shown: as many as were asked for, or as many as an answer or a
  /// part of a stream has.
  var shownLimit: Int {
    given.number(.limit).flatMap(Int.init)
      ?? (isStreamed ? Parameter.streamedLimit : Parameter.standardLimit)
  }

  /// The same question about another part of the list, whose answer is written behind this one's.
  func continued(_ part: [(Parameter, String)]) -> Asked {
    var asked = self
    asked.given = given.setting(part)
    asked.isContinued = true
    return asked
  }

  /// What a picture says of itself, and how it looks; PNG has one ground.
  var chart: Chart {
    Chart(
      title: given.text(.chartTitle), subtitle: given.text(.chartSubtitle),
      source: given.text(.chartSource),
      theme: given.word(.chartTheme) ?? (format == .png ? .light : nil),
      scale: given.number(.chartScale).flatMap(Int.init) ?? 1,
      width: given.number(.chartWidth).map(Double.init), aspect: given.word(.chartAspect))
  }

  /// The name of a picture, if one was asked for.
  func picture<Name: RawRepresentable<String>>() -> Name? {
    given.texts[Parameter.pictureName]?.first.flatMap(Name.init)
  }
}

/// Finds a value when it is first asked for, and once.
final class Once<Value> {
  private var found: Value?
  private let find: () throws -> Value

  init(_ find: @escaping () throws -> Value) { self.find = find }

  func callAsFunction() throws -> Value {
    if let found { return found }
    let value = try find()
    found = value
    return value
  }
}
