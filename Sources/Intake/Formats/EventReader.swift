/// Reads the events of one file, one after the other.
protocol EventReader {
  /// The next event, accepted or refused, or nil after the last.
  ///
  /// Throws when the file cannot be read on.
  mutating func next() throws -> Proposal?
}

/// Gathers a reader's events into batches.
///
/// What was read before the reader had to give up is handed out before its refusal.
struct BatchReader<Reader: EventReader> {
  private var reader: Reader
  private var refusal: (any Error)?
  private let size: Int

  init(_ reader: Reader, size: Int) {
    self.reader = reader
    self.size = size
  }

  /// The next events, or nil after the last.
  mutating func next() throws -> [Proposal]? {
    if let refusal { throw refusal }
    var batch = [Proposal]()
    do {
      while batch.count < size, let proposal = try reader.next() {
        batch.append(proposal)
      }
    } catch {
      guard !batch.isEmpty else { throw error }
      refusal = error
    }
    return batch.isEmpty ? nil : batch
  }
}
