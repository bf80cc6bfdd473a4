import Testing

@testable import Stances

@Suite("Reading recorded events one after another")
struct RecordedEventReaderTests {
  @Test("the time of each is its own, though most have that of the one before")
  func instants() {
    var reader = RecordedEventReader()
    let times = [
      "2022-05-06T12:34:56.789Z", "2022-05-06T12:34:56.789Z", "2022-05-06T12:34:56.790Z",
      "2022-05-06T12:34:56.789Z",
    ]
    let read = times.map { milliseconds(recordedAt: $0, by: &reader) }
    #expect(read == [1_651_840_496_789, 1_651_840_496_789, 1_651_840_496_790, 1_651_840_496_789])
  }

  @Test("what is no time is refused, first of all and after one that was read")
  func noInstant() {
    var reader = RecordedEventReader()
    #expect(milliseconds(recordedAt: "", by: &reader) == nil)
    #expect(milliseconds(recordedAt: "2022-05-06T12:34:56.789Z", by: &reader) != nil)
    #expect(milliseconds(recordedAt: "", by: &reader) == nil)
    #expect(milliseconds(recordedAt: "2022-05-06T12:34:56.789", by: &reader) == nil)
  }

  private func milliseconds(
    recordedAt time: String, by reader: inout RecordedEventReader
  ) -> Int64? {
    let text = """
      {"id":"a","recorded":"\(time)","recorder":"desk","type":"unknown_type","v":1}
      """
    return Array(text.utf8).withUnsafeBufferPointer {
      try? reader.read($0) { $0.recorded.milliseconds }
    }
  }
}
