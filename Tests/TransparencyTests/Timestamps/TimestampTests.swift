import TestSupport
import Testing
import Transparency

@Suite("Time stamps of RFC 3161")
struct TimestampTests {
  private let note = Array("a signed note\n".utf8)

  @Test("A query is the bytes that RFC 3161 describes, and is read again")
  func query() throws {
    let query = TimestampQuery(stamping: note, nonce: [0x00, 0x91, 0x02])
    let algorithm: [UInt8] = [
      0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00,
    ]
    #expect(
      try query.bytes
        == [0x30, 0x3E, 0x02, 0x01, 0x01, 0x30, 0x31] + algorithm + [0x04, 0x20] + query.imprint
        // Without the zero in front the number would be negative.
        + [0x02, 0x03, 0x00, 0x91, 0x02, 0x01, 0x01, 0xFF])
    #expect(try TimestampQuery(query.bytes) == query)
  }

  @Test("A reply says what was stamped, when and by whom")
  func reply() throws {
    var sent = StampReply(imprint: TimestampQuery.imprint(of: note))
    sent.time = "20220506123456.789Z"
    let reply = try TimestampReply(sent.bytes)
    #expect(reply.imprint == TimestampQuery.imprint(of: note))
    #expect(reply.nonce == [0x11, 0x22])
    #expect(reply.time == "2022-05-06T12:34:56.789Z")
    #expect(reply.authority == "Example Time Stamps")
  }

  @Test("A refusal of the authority, and a time that is none, are refused")
  func refused() {
    var refusal = StampReply(imprint: TimestampQuery.imprint(of: note))
    refusal.status = 2
    #expect(throws: StampError.notGranted) { try TimestampReply(refusal.bytes) }
    for time in ["220506123456Z", "20220506123456", "20220506123456+01", "2022-05-06Z"] {
      var reply = StampReply(imprint: TimestampQuery.imprint(of: note))
      reply.time = time
      #expect(throws: StampError.malformed, "\(time)") { try TimestampReply(reply.bytes) }
    }
  }

  @Test("Bytes that are cut off, changed or long are refused or read, and never more")
  func hostile() {
    let bytes = StampReply(imprint: TimestampQuery.imprint(of: note)).bytes
    for count in 0..<bytes.count {
      #expect(throws: StampError.self) { try TimestampReply(Array(bytes.prefix(count))) }
    }
    for index in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << UInt8(bit)
        _ = try? TimestampReply(changed)
        _ = try? TimestampQuery(changed)
      }
    }
    #expect(throws: StampError.self) { try TimestampReply([0x30, 0x88] + bytes) }
    #expect(throws: StampError.self) { try TimestampReply(bytes + bytes) }
  }
}
