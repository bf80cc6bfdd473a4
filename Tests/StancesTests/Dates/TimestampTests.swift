import Stances
import Testing

@Suite("Timestamps")
struct TimestampTests {
  @Test(
    "An instant is read with its offset and written in UTC to the millisecond",
    arguments: [
      ("2022-05-06T12:34:56Z", "2022-05-06T12:34:56.000Z"),
      ("2022-05-06T12:34:56.7Z", "2022-05-06T12:34:56.700Z"),
      ("2022-05-06T12:34:56.789+03:00", "2022-05-06T09:34:56.789Z"),
      ("2022-05-06T23:30:00-05:30", "2022-05-07T05:00:00.000Z"),
      ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
      ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00.000Z"),
      ("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"),
    ])
  func roundTrip(text: String, written: String) throws {
    let instant = try Timestamp(rfc3339: text)
    #expect(instant.description == written)
    #expect(try Timestamp(rfc3339: written) == instant)
  }

  @Test("The epoch is 0 and milliseconds count from it")
  func epoch() throws {
    #expect(try Timestamp(rfc3339: "1970-01-01T00:00:00Z").milliseconds == 0)
    #expect(try Timestamp(rfc3339: "1969-12-31T23:59:59.999Z").milliseconds == -1)
    #expect(try Timestamp(rfc3339: "2022-05-06T12:34:56.789Z").milliseconds == 1_651_840_496_789)
    #expect(Timestamp(milliseconds: -1).day.description == "1969-12-31")
    #expect(Timestamp(milliseconds: .max).description == "9999-12-31T23:59:59.999Z")
    #expect(Timestamp(milliseconds: .min).description == "0000-01-01T00:00:00.000Z")
  }

  @Test(
    "Another form, a time that no day has or an instant off the calendar is refused",
    arguments: [
      "", "2022-05-06", "2022-05-06T12:34Z", "2022-05-06T12:34:56", "2022-05-06 12:34:56Z",
      "2022-05-06T12:34:56.Z", "2022-05-06T24:00:00Z", "2022-05-06T12:34:60Z",
      "2022-05-06T12:34:56+0300", "2022-05-06T12:34:56Zz", "-0001-01-01T00:00:00Z",
      "9999-12-31T23:59:59-01:00", "2022-05-06t12:34:56z",
    ])
  func refused(text: String) {
    #expect(throws: TimestampError.notAnInstant(text)) { try Timestamp(rfc3339: text) }
  }

  @Test("More digits than a millisecond has and impossible days have their own reasons")
  func reasons() {
    let exact = "2022-05-06T12:34:56.7891Z"
    #expect(throws: TimestampError.tooExact(exact)) { try Timestamp(rfc3339: exact) }
    #expect(throws: TimestampError.impossible(.noSuchDay(year: 2022, month: 2, day: 30))) {
      try Timestamp(rfc3339: "2022-02-30T00:00:00Z")
    }
  }
}
