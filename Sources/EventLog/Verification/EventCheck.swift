import JSON
import Stances

/// Holds the columns of one event against its bytes.
struct EventCheck {
  /// What the bytes say: nothing where they cannot be read.
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

  /// Notes the columns that say something else than the event does.
  private mutating func compare(
    _ row: EventRows.Row, _ bytes: UnsafeBufferPointer<UInt8>, with reading: RecordedEventReading
  ) {
    func isSame(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
      range.count == text.count && bytes.extracting(range).elementsEqual(text)
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
