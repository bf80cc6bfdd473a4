import Crypto
import Stances
import TestSupport
import Testing

@testable import EventLog
@testable import Transparency

@Suite("Cosignatures of a log's heads")
struct CosigningTests {
  let fixture: LogFixture
  let key: SigningKey
  let witnesses: [Witness]

  init() throws {
    fixture = try LogFixture(company("dji"))
    key = try SigningKey(newFor: KeyName("stance.example.org/log"))
    try fixture.log.name(key.verifier, recorder: "desk") { Timestamp(milliseconds: 0) }
    witnesses = try ["one", "two"].map { try Witness("\($0).example") }
  }

  @Test("They are kept in the order in which they came, after the log's signature")
  func order() throws {
    let note = try sign()
    let second = try keep(by: 1, at: 7)
    let first = try keep(by: 0, at: 5)
    #expect(try last().bytes == note.bytes + second.line + first.line)
    let later = try keep(by: 1, at: 9)
    #expect(try last().bytes == note.bytes + first.line + later.line)
    #expect(try count() == 3)
    #expect(try fixture.log.read { try $0.lastCheckpoint()?.note.bytes } == note.bytes)
    #expect(try fixture.log.verify().isSound)
  }

  @Test("The same one again is not another")
  func again() throws {
    _ = try sign()
    let line = try keep(by: 0, at: 5)
    try fixture.log.keep([line], of: witnesses[0].key, atSize: 2)
    #expect(try count() == 1)
  }

  @Test("One that does not hold is not kept, nor one of a head that was never signed")
  func refused() throws {
    _ = try sign()
    let line = try witnesses[0].cosign([1, 10], at: 5)
    #expect(throws: NoteError.wrongSignature(line.name, line.id)) {
      try fixture.log.keep([line], of: witnesses[0].key, atSize: 2)
    }
    #expect(throws: NoteError.noKnownKey) {
      try fixture.log.keep([line], of: witnesses[1].key, atSize: 2)
    }
    #expect(throws: EventLogError.self) {
      try fixture.log.keep([line], of: witnesses[0].key, atSize: 1)
    }
    #expect(try count() == 0)
  }

  @Test(
    "An event is found in the first head that was cosigned, by enough witnesses if that is asked")
  func covering() throws {
    for name in ["zte", "smic", "oppo"] {
      try fixture.append([company(name)])
      _ = try sign()
    }
    _ = try keep(by: 0, at: 5, size: 4)
    _ = try keep(by: 0, at: 6, size: 5)
    _ = try keep(by: 1, at: 6, size: 5)
    let both = try TrustPolicy(
      Array(
        """
        witness A \(witnesses[0].key.text)
        witness B \(witnesses[1].key.text)
        group G all A B
        quorum G

        """.utf8))
    func size(covering position: Position, asks: Bool) throws -> UInt64? {
      try fixture.log.read { log in
        try log.cosignedCheckpoint(covering: position) { !asks || both.isMet(by: $0) }
      }.map(\.checkpoint.head.size)
    }
    #expect(try [1, 3, 4, 5].map { try size(covering: $0, asks: false) } == [4, 4, 4, 5])
    #expect(try [1, 5].map { try size(covering: $0, asks: true) } == [5, 5])
    try fixture.append([company("dahua")])
    _ = try sign()
    #expect(try size(covering: 6, asks: false) == 6)
    #expect(try size(covering: 6, asks: true) == nil)
    #expect(try size(covering: 7, asks: false) == nil)
    var seen: [UInt64] = []
    try fixture.log.read { log in
      try log.forEachCosignedCheckpoint {
        seen.append($0.checkpoint.head.size)
        return true
      }
    }
    #expect(seen == [5, 4])
  }

  @Test("One that was taken out or spoiled is found")
  func tampered() throws {
    _ = try sign()
    for time in UInt64(5)...7 { _ = try keep(by: 0, at: time) }
    try SQLiteShell.tamper("DELETE FROM cosignature WHERE number = 2", with: fixture.path)
    #expect(try fixture.log.verify().findings == [.missingCosignature(number: 2)])
    try SQLiteShell.tamper(
      "UPDATE cosignature SET line = x'00' WHERE number = 3", with: fixture.path)
    #expect(
      try fixture.log.verify().findings
        == [.missingCosignature(number: 2), .unreadableCosignature(size: 2)])
    try fixture.append([company("zte")])
  }

  private func sign() throws -> SignedNote {
    try fixture.log.sign(with: key, remembered: nil) { _ in }
  }

  private func last() throws -> SignedNote {
    try #require(try fixture.log.read { try $0.lastCosignedCheckpoint()?.note })
  }

  private func count() throws -> Int64? {
    try fixture.log.read {
      try RawStatement("SELECT count(*) FROM cosignature", in: $0.database).firstInteger()
    }
  }

  private func keep(by index: Int, at time: UInt64, size: UInt64 = 2) throws -> NoteSignature {
    let note = try #require(try fixture.log.read { try $0.checkpoint(atSize: size)?.note })
    let line = try witnesses[index].cosign(note.text, at: time)
    try fixture.log.keep([line], of: witnesses[index].key, atSize: size)
    return line
  }

  /// A witness, which signs what it is given, at the time it is given.
  struct Witness {
    let key: VerifierKey
    private let secret = Curve25519.Signing.PrivateKey()

    init(_ name: String) throws {
      key = VerifierKey(
        name: try KeyName(name), type: .cosignature,
        publicKey: try Ed25519PublicKey(Array(secret.publicKey.rawRepresentation)))
    }

    func cosign(_ text: [UInt8], at time: UInt64) throws -> NoteSignature {
      let bytes = (0..<8).reversed().map { UInt8(truncatingIfNeeded: time >> (8 * $0)) }
      let signature = try secret.signature(for: Cosignature.message(timestamp: time, text: text))
      return NoteSignature(name: key.name, id: key.id, bytes: bytes + signature)
    }
  }
}
