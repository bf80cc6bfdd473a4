import Stances

/// Holds the columns of one event against its bytes.
struct EventCheck {
  /// The event, as far as the bytes hold one.
  private(set) var event: RecordedEvent?
  /// What is wrong.
  private(set) var findings: [VerificationFinding] = []

  init(_ row: EventRows.Row, in bytes: [UInt8]) {
    let json = Array(bytes[row.json])
    do {
      let (event, isCanonical) = try RecordedEvent.checked(position: row.position, bytes: json)
      self.event = event
      if !isCanonical { findings.append(.notCanonical(position: row.position)) }
      compare(row, bytes, with: event)
    } catch {
      findings.append(.unreadable(position: row.position, reason: "\(error)"))
    }
  }

  /// Notes the columns that say something else than the event does.
  private mutating func compare(
    _ row: EventRows.Row, _ bytes: [UInt8], with event: RecordedEvent
  ) {
    func isSame(_ range: Range<Int>?, _ text: String?) -> Bool {
      guard let range, let text else { return range == nil && text == nil }
      return bytes[range].elementsEqual(text.utf8)
    }
    func expect(_ column: String, _ isSame: Bool) {
      if !isSame { findings.append(.columnDiffers(position: row.position, column: column)) }
    }
    expect("id", isSame(row.id, event.id.text))
    expect("type", isSame(row.type, event.type))
    expect("v", row.version == Int64(event.version))
    expect("recorded", row.recorded == event.recorded.milliseconds)
    expect("recorder", isSame(row.recorder, event.recorder))
    guard let content = event.event else { return }
    let (occurred, published) = (content.occurred, content.published)
    expect("occurred", isSame(row.occurred, occurred?.text))
    expect("published", isSame(row.published, published?.text))
    expect("occurred_earliest", row.occurredEarliest == occurred?.earliest.column)
    expect("occurred_latest", row.occurredLatest == occurred?.latest.column)
    expect("published_earliest", row.publishedEarliest == published?.earliest.column)
    expect("published_latest", row.publishedLatest == published?.latest.column)
  }
}
