/// Reads one recorded event after another without copying its bytes, as a verification of a whole
/// log does.
package struct RecordedEventReader {
  private var tape = JSONTape()

  /// Makes a reader; it uses its memory again for each event.
  package init() {}

  /// Reads an event from the bytes that the log stores.
  ///
  /// - Parameters:
  ///   - bytes: the canonical form of an event, or what stands in its place.
  ///   - body: is lent what the bytes say.
  /// - Returns: what `body` answers.
  /// - Throws: ``EventError`` where the bytes are not what a log stores.
  package mutating func read<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (RecordedEventReading) -> Result
  ) throws(EventError) -> Result {
    do {
      try tape.parse(bytes, limits: .recordedEvent)
    } catch {
      throw EventError(position: error.position, path: "", reason: .json(error.reason))
    }
    return try tape.read(bytes) { (text) throws(EventError) in
      body(try RecordedEventReading(text))
    }
  }
}
