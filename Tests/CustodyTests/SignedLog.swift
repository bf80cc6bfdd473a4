import Custody
import EventLog
import Files
import Stances
import TestSupport
import Transparency

/// A log in a folder of its own, with a user's key and what this machine remembers.
struct SignedLog {
  let directory: TemporaryDirectory
  let log: EventLog
  let files: UserFiles

  /// A log of two companies, whose head is signed.
  init() throws {
    directory = try TemporaryDirectory()
    log = try EventLog.create(at: directory.file("log.sqlite"))
    files = Self.files(of: "user", in: directory)
    try append("dji")
    _ = try files.key.made(named: KeyName("stance.example.org/log"))
    let signer = try LogSigner(files)
    try signer.bind(log, recorder: "desk", clock: Self.clock)
    try signer.sign(log)
  }

  /// The files of a user on this machine.
  static func files(of user: String, in directory: TemporaryDirectory) -> UserFiles {
    UserFiles { name in
      switch name {
      case "XDG_CONFIG_HOME": directory.file(user)
      case "XDG_STATE_HOME": directory.file("state")
      default: nil
      }
    }
  }

  static let clock: @Sendable () -> Timestamp = { Timestamp(milliseconds: 1_651_836_896_789) }

  /// Appends a company and signs nothing.
  func append(_ name: String) throws {
    try log.append(
      [company(name).proposed()], as: AppendRequest(recorder: "desk", clock: Self.clock))
  }

  /// Signs the head; answers the name of the file that holds it.
  func keepCheckpoint(_ name: String) throws -> String {
    let note = try LogSigner(files).sign(log)
    return try directory.write(note.bytes, to: name)
  }

  /// Whom this user believes.
  func trust(key: String? = nil, policy: String? = nil) -> TrustChoice {
    TrustChoice(
      key: key, witnesses: [], policyFile: policy.map(PolicyFile.init), own: files)
  }

  /// What the verification of the log shows.
  func verified(kept: [String] = []) throws -> LogVerification {
    try LogVerification(
      of: log,
      .init(trust: trust(), kept: kept, certificates: nil, now: Self.clock()),
      remembered: files)
  }
}

extension TemporaryDirectory {
  /// Writes a file; answers its path.
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    try OutputFile.write(bytes, to: file(name))
    return file(name)
  }
}
