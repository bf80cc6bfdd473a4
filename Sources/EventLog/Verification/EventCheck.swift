import GRDB
import Stances

/// Reads every event in order and holds columns, derived tables and tree against its bytes.
struct EventCheck {
  private let reader: LogReader
  private let lookup: LogLookup

  init(_ reader: LogReader) throws {
    self.reader = reader
    lookup = try LogLookup(reader.database)
  }

  func run(_ verification: inout Verification, _ heads: SignedHeads) throws {
    var heads = heads
    var derived = try DerivedCheck(reader, lookup: lookup)
    var tree = TreeCheck()
    var previous = (position: Int64(0), recorded: Int64.min)
    let rows = try RawStatement("SELECT * FROM event ORDER BY position", in: reader.database)
    while try rows.step() {
      let position = rows.integer(0)
      if position != previous.position + 1 { verification.note(.gap(before: position)) }
      let recorded = rows.integer(4)
      if recorded < previous.recorded {
        verification.note(.recordedBackwards(position: position))
      }
      previous = (position, recorded)
      verification.events += 1
      tree.add(rows.bytes(13), storedWith: rows.bytes(12), at: position, &verification)
      heads.check(tree, &verification)
      guard let event = read(rows, at: position, &verification) else { continue }
      for column in differingColumns(of: rows, from: event) {
        verification.note(.columnDiffers(position: position, column: column))
      }
      if let content = event.event {
        let expected = try DerivedRows(of: content, at: position, in: lookup)
        try derived.check(expected, at: position, &verification)
      } else {
        verification.unknown += 1
      }
    }
    try derived.checkCounts(&verification)
    verification.head = try tree.head()
    heads.checkEnd(&verification)
    try checkEnd(previous.position, &verification)
  }

  /// The event that the stored bytes hold; nil, with a finding, where they hold none.
  private func read(
    _ row: RawStatement, at position: Int64, _ verification: inout Verification
  ) -> RecordedEvent? {
    let bytes = Array(row.bytes(13))
    do {
      let event = try RecordedEvent(position: position, bytes: bytes)
      if try RecordedEvent.canonicalBytes(of: bytes) != bytes {
        verification.note(.notCanonical(position: position))
      }
      return event
    } catch {
      verification.note(.unreadable(position: position, reason: "\(error)"))
      return nil
    }
  }

  /// The columns of a row that say something else than its bytes.
  private func differingColumns(of row: RawStatement, from event: RecordedEvent) -> [String] {
    var differing: [String] = []
    func expect(_ column: String, _ isSame: Bool) {
      if !isSame { differing.append(column) }
    }
    expect("id", row.matches(event.id.text, 1))
    expect("type", row.matches(event.type, 2))
    expect("v", row.integer(3) == Int64(event.version))
    expect("recorded", row.integer(4) == event.recorded.milliseconds)
    expect("recorder", row.matches(event.recorder, 5))
    guard let content = event.event else { return differing }
    let (occurred, published) = (content.occurred, content.published)
    expect("occurred", row.matches(occurred?.text, 6))
    expect("published", row.matches(published?.text, 7))
    expect("occurred_earliest", row.optionalInteger(8) == occurred?.earliest.column)
    expect("occurred_latest", row.optionalInteger(9) == occurred?.latest.column)
    expect("published_earliest", row.optionalInteger(10) == published?.earliest.column)
    expect("published_latest", row.optionalInteger(11) == published?.latest.column)
    return differing
  }

  /// Holds the last position against the last that SQLite remembers to have given.
  private func checkEnd(_ head: Int64, _ verification: inout Verification) throws {
    let last = try Int64.fetchOne(
      reader.database, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'event'")
    if let last, last != head { verification.note(.truncated(head: head, lastGiven: last)) }
  }
}
