import Custody
import EventLog
import JSON
import Stances
import TestSupport
import Testing
import Transparency

@Suite("An older copy of a log, and another history of it")
struct OlderCopyTests {
  let signed: SignedLog
  let copy: EventLog

  /// A signed log, and a copy of it from before its last events.
  init() throws {
    signed = try SignedLog()
    let path = signed.directory.file("copy.sqlite")
    try signed.log.backup(to: path)
    copy = try EventLog.open(at: path, for: .appending)
  }

  @Test("an older copy is sound, and says what it is and what it cannot show")
  func older() throws {
    try signed.append("later")
    try LogSigner(signed.files).sign(signed.log)
    let verification = try verified(copy)
    #expect(!verification.isSound)
    let words = verification.words
    #expect(words.hasPrefix("2 events read: nothing is wrong\n"))
    #expect(words.contains("INTACT        shown: the first 2 events rebuild the root"))
    #expect(words.contains("SAME HISTORY  MISSED: this is an older copy of the log, or it was cut"))
    #expect(words.contains("a head of 3 events was signed, which is in '"))
    #expect(words.contains("', and here are 2; nothing in it is wrong, and it can be read"))
    #expect(words.contains("it cannot show that the later head continues it"))
    #expect(!words.contains("restore a backup"))
    let json = String(decoding: verification.json.compactBytes(), as: UTF8.self)
    #expect(json.contains(#""olderThan":3,"otherHistory":null"#))
    #expect(json.contains(#""sound":true"#))
    #expect(try verified(signed.log).isSound)
  }

  @Test("an older copy is told apart by a checkpoint that someone else kept, too")
  func kept() throws {
    try signed.append("later")
    let kept = try signed.keepCheckpoint("kept")
    let stranger = try LogVerification(
      of: copy,
      .init(
        trust: signed.trust(key: signed.files.key.key().verifier.text), kept: [kept],
        certificates: nil, now: SignedLog.clock()),
      remembered: files(rememberingIn: "elsewhere"))
    #expect(!stranger.isSound)
    #expect(stranger.words.contains("SAME HISTORY  MISSED: this is an older copy"))
    #expect(stranger.words.contains(kept))
  }

  @Test("two signed heads of one size that disagree are a fork, and both files are to be kept")
  func fork() throws {
    try signed.append("later")
    try LogSigner(signed.files).sign(signed.log)
    try append("other", to: copy)
    try LogSigner(files(rememberingIn: "elsewhere")).sign(copy)
    let verification = try verified(copy)
    #expect(!verification.isSound)
    let words = verification.words
    #expect(words.hasPrefix("3 events read: nothing is wrong\n"))
    #expect(words.contains("INTACT        shown: the first 3 events rebuild the root"))
    #expect(words.contains("SAME HISTORY  REFUTED: these are two histories of one log"))
    #expect(words.contains("and so was this log's own head of 3; keep this file, the copy"))
    #expect(words.contains("together they prove it"))
    let json = String(decoding: verification.json.compactBytes(), as: UTF8.self)
    #expect(json.contains(#""olderThan":null,"otherHistory":3"#))
    #expect(throws: HistoryError.rewritten(size: 3)) { try LogSigner(signed.files).sign(copy) }
  }

  @Test("a copy that continued differently without the key is another history, unsigned")
  func unsignedFork() throws {
    try signed.append("later")
    try LogSigner(signed.files).sign(signed.log)
    try append("other", to: copy)
    let words = try verified(copy).words
    #expect(words.contains("SAME HISTORY  REFUTED: these are two histories"))
    #expect(words.contains("this log's own signed head covers only the first 2"))
  }

  private func append(_ name: String, to log: EventLog) throws {
    try log.append(
      [company(name).proposed()], as: AppendRequest(recorder: "desk", clock: SignedLog.clock))
  }

  private func verified(_ log: EventLog) throws -> LogVerification {
    try LogVerification(
      of: log,
      .init(trust: signed.trust(), kept: [], certificates: nil, now: SignedLog.clock()),
      remembered: signed.files)
  }

  /// The user's key, and another machine's memory.
  private func files(rememberingIn state: String) -> UserFiles {
    UserFiles { name in
      switch name {
      case "XDG_CONFIG_HOME": signed.directory.file("user")
      case "XDG_STATE_HOME": signed.directory.file(state)
      default: nil
      }
    }
  }
}
