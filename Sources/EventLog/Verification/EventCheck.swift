import JSON
import Stances

/// Compares the columns of one event with its bytes.
struct EventCheck {
  /// What the bytes say; nothing if they cannot be read.
  enum Content {
    case unreadable
    /// An event of a type or version that this program does not know.
    case unknown
    case event(Event)
  }

  private(set) var content = Content.unreadable
  /// What is wrong.
  private(set) var findings: [VerificationFinding] = []

  init(
    _ row: EventRows.Row, in bytes: UnsafeBufferPointer<UInt8>,
    by reader: inout RecordedEventReader
  ) {
    do {
      try reader.read(bytes.extracting(row.json)) { reading in
        content = reading.event.map(Content.event) ?? .unknown
        if !reading.isCanonical { findings.append(.notCanonical(position: row.position)) }
        compare(row, bytes, with: reading)
      }
    } catch {
      findings.append(.unreadable(position: row.position, reason: "\(error)"))
    }
  }

  /// Notes the columns that differ from the event.
  private mutating func compare(
    _ row: EventRows.Row, _ bytes: UnsafeBufferPointer<UInt8>, with reading: RecordedEventReading
  ) {
    func isSame(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
      bytes.extracting(range).isSame(as: text)
    }
    func isSame(_ range: Range<Int>?, _ text: String?) -> Bool {
      guard let range, var text else { return range == nil && text == nil }
      return text.withUTF8 { isSame(range, $0) }
    }
    func expect(_ column: String, _ isSame: Bool) {
      if !isSame { findings.append(.columnDiffers(position: row.position, column: column)) }
    }
    expect("id", isSame(row.id, reading.id))
    expect("type", isSame(row.type, reading.type))
    expect("v", row.version == reading.version)
    expect("recorded", row.recorded == reading.recorded.milliseconds)
    expect("recorder", isSame(row.recorder, reading.recorder))
    guard let event = reading.event else { return }
    let (occurred, published) = (event.occurred, event.published)
    expect("occurred", isSame(row.occurred, occurred?.text))
    expect("published", isSame(row.published, published?.text))
    expect("occurred_earliest", row.occurredEarliest == occurred?.earliest.column)
    expect("occurred_latest", row.occurredLatest == occurred?.latest.column)
    expect("published_earliest", row.publishedEarliest == published?.earliest.column)
    expect("published_latest", row.publishedLatest == published?.latest.column)
  }
}

/// Some rows of the event table, one after the other, copied so that another thread can read them.
struct EventRows: Sendable {
  /// One row: its numbers, and the ranges of its texts among the bytes.
  struct Row: Sendable {
    let position: Position
    let version: Int64
    let recorded: Int64
    let occurredEarliest: Int64?
    let occurredLatest: Int64?
    let publishedEarliest: Int64?
    let publishedLatest: Int64?
    let id: Range<Int>
    let type: Range<Int>
    let recorder: Range<Int>
    let occurred: Range<Int>?
    let published: Range<Int>?
    let nodes: Range<Int>
    let json: Range<Int>
  }

  /// How many rows make a full batch: a power of two, so that a full batch is a perfect subtree.
  static let fullCount = 512

  /// How many rows come before the first.
  let offset: UInt64
  /// The position of the row before the first, and when it was recorded.
  let previous: (position: Position, recorded: Int64)
  private(set) var rows: [Row] = []
  private(set) var bytes: [UInt8] = []

  /// The columns of a row, in the order in which they are taken.
  static let columns = """
    position, v, recorded, occurred_earliest, occurred_latest, published_earliest,
    published_latest, id, type, recorder, occurred, published, nodes, json
    """

  /// Takes the first rows of a log.
  init() {
    offset = 0
    previous = (.beforeFirst, .min)
  }

  /// Takes the rows that follow others.
  init(after rows: EventRows) {
    offset = rows.end
    previous = rows.rows.last.map { ($0.position, $0.recorded) } ?? rows.previous
    bytes.reserveCapacity(rows.bytes.count)
  }

  /// How many rows come before the next batch.
  var end: UInt64 { offset + UInt64(rows.count) }

  /// Whether the next row belongs to the next batch.
  var isFull: Bool { rows.count == Self.fullCount }

  /// Copies the row that a statement over ``columns`` is on.
  mutating func append(_ row: RawStatement) {
    rows.append(
      Row(
        position: row.position(0), version: row.integer(1), recorded: row.integer(2),
        occurredEarliest: row.optionalInteger(3), occurredLatest: row.optionalInteger(4),
        publishedEarliest: row.optionalInteger(5), publishedLatest: row.optionalInteger(6),
        id: copy(row.bytes(7)), type: copy(row.bytes(8)), recorder: copy(row.bytes(9)),
        occurred: optional(row, 10),
        published: optional(row, 11), nodes: copy(row.bytes(12)),
        json: copy(row.bytes(13))))
  }

  private mutating func optional(_ row: RawStatement, _ column: CInt) -> Range<Int>? {
    row.kind(of: column) == .null ? nil : copy(row.bytes(column))
  }

  private mutating func copy(_ text: UnsafeRawBufferPointer) -> Range<Int> {
    let start = bytes.count
    bytes.append(contentsOf: text)
    return start..<bytes.count
  }
}
