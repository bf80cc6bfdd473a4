import Custody
import EventLog
import Files
import Intake
import Stances
import TestSupport
import Testing
import Transparency

@Suite("Appending to a signed log")
struct RecordingTests {
  let signed: SignedLog

  init() throws {
    signed = try SignedLog()
  }

  private func recorder(of user: String = "user") -> NetworkRecorder {
    NetworkRecorder(
      logAt: signed.log.path, SignedLog.files(of: user, in: signed.directory),
      clock: SignedLog.clock)
  }

  private func submission(_ name: String, isDryRun: Bool = false) -> NetworkRecorder.Submission {
    .init(
      content: Array(company(name).line.utf8), format: .json, recorder: "night desk",
      condition: .any, isDryRun: isDryRun, isStrict: false)
  }

  private func signedSize() throws -> UInt64? {
    try signed.log.read { try $0.lastCheckpoint() }?.checkpoint.head.size
  }

  @Test("the new head is signed, and warns of nothing")
  func signs() throws {
    let receipt = try recorder().record(submission("later"), in: signed.log.identity) {
      Issue.record("\($0)")
    }.receipt
    #expect(receipt.head == 3)
    #expect(try signedSize() == 3)
    #expect(try signed.log.read { try $0.event(at: 3)?.recorder } == "night desk")
  }

  @Test("a body that gzip packed is named, in any format", arguments: InputFormat.allCases)
  func packed(format: InputFormat) throws {
    let submission = NetworkRecorder.Submission(
      content: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3], format: format, recorder: "night desk",
      condition: .any, isDryRun: false, isStrict: false)
    let error = #expect(throws: (any Error).self) {
      try recorder().record(submission, in: signed.log.identity) { _ in }
    }
    #expect(error.map { "\($0)" }?.contains("packed by gzip; unpack it first") == true, "\(error)")
  }

  @Test("a dry run records and signs nothing")
  func dryRun() throws {
    let receipt = try recorder().record(
      submission("later", isDryRun: true), in: signed.log.identity
    ) {
      Issue.record("\($0)")
    }.receipt
    #expect(receipt.recorded == 1)
    #expect(try signed.log.read { try $0.head } == 2)
  }

  @Test("without the key events are recorded, and the log's keeper is warned once")
  func withoutKey() throws {
    var warnings: [String] = []
    for _ in 0..<2 {
      let receipt = try recorder(of: "other").record(
        submission("later"), in: signed.log.identity
      ) { warning in
        if case .unsigned(let head) = warning { warnings.append("\(head)") }
      }.receipt
      #expect(receipt.head == 3)
    }
    #expect(try signedSize() == 2)
    #expect(warnings.count == 1)
    #expect(warnings.first?.contains("there is no key of that name at") == true)
  }

  @Test("an older copy takes no events, with the key or without it")
  func olderCopy() throws {
    let copy = signed.directory.file("older.sqlite")
    try signed.log.backup(to: copy)
    _ = try recorder().record(submission("later"), in: signed.log.identity) { _ in }
    for user in ["user", "other"] {
      let files = SignedLog.files(of: user, in: signed.directory)
      let older = NetworkRecorder(logAt: copy, files, clock: SignedLog.clock)
      let file = try EventLog.open(at: copy, for: .reading).identity
      #expect(throws: HistoryError.self) {
        try older.record(submission("more"), in: file) { _ in }
      }
    }
    #expect(try EventLog.open(at: copy, for: .reading).read { try $0.head } == 2)
  }

  @Test("events that cannot be signed are recorded, and reported to the log's operator only")
  func signingFails() throws {
    // A file is in the place of the memory's folder.
    let state = try signed.directory.write([], to: "no folder")
    let files = UserFiles { name in
      name == "XDG_CONFIG_HOME"
        ? signed.directory.file("user") : name == "XDG_STATE_HOME" ? state : nil
    }
    let recorder = NetworkRecorder(logAt: signed.log.path, files, clock: SignedLog.clock)
    var warnings: [String] = []
    let receipt = try recorder.record(submission("later"), in: signed.log.identity) { warning in
      if case .unsigned(let head) = warning { warnings.append("\(head)") }
    }.receipt
    #expect(receipt.head == 3)
    #expect(warnings.count == 1)
    #expect(warnings.first?.hasPrefix("not signed: cannot create \(state)/stance") == true)
    #expect(try signedSize() == 2)
  }

  @Test("a log that is not the file that is served takes no events, and neither file changes")
  func otherFile() throws {
    let (path, moved) = (signed.log.path, signed.directory.file("moved.sqlite"))
    let copy = signed.directory.file("copy.sqlite")
    try signed.log.backup(to: copy)
    try moveExclusively(path, to: moved)
    try moveExclusively(copy, to: path)
    #expect(throws: EventLogError.replaced(path: path)) {
      try recorder().record(submission("later"), in: signed.log.identity) { _ in }
    }
    #expect(try EventLog.open(at: path, for: .reading).read { try $0.head } == 2)
  }

  @Test(
    "what goes into a file that is moved away while it is written is not acknowledged or signed")
  func movedMeanwhile() throws {
    let files = SignedLog.files(of: "user", in: signed.directory)
    let path = signed.log.path
    var announced = false
    let append = try SignedAppend(to: EventLog.open(at: path, for: .appending), files)
    #expect(throws: EventLogError.replaced(path: path)) {
      try append.run(isDryRun: false) { log in
        let receipt = try log.append(
          [company("later").proposed()],
          as: AppendRequest(recorder: "desk", clock: SignedLog.clock))
        try moveExclusively(path, to: signed.directory.file("moved.sqlite"))
        return receipt
      } announce: { _ in
        announced = true
      }
    }
    #expect(!announced)
  }
}
