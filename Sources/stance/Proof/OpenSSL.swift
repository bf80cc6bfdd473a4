import Errors
import EventLog
import Glibc
import Stances

/// The `openssl` program, which checks the signatures of time stamps.
///
/// A stamp's signature stands under a chain of X.509 certificates; that is not ours to judge.
enum OpenSSL {
  /// Checks that a stamp is over its checkpoint and signed under the certificates of a file.
  ///
  /// - Throws: ``OpenSSLError``.
  static func verify(_ anchor: Anchor, certificates: String) throws {
    guard access(certificates, R_OK) == 0 else {
      throw OpenSSLError.noCertificates(path: certificates)
    }
    let folder = try TemporaryFolder()
    let (note, reply) = (folder.file("note"), folder.file("reply.tsr"))
    try OutputFile.write(anchor.note, to: note)
    try OutputFile.write(anchor.reply, to: reply)
    let status = try run(
      ["openssl", "ts", "-verify", "-data", note, "-in", reply, "-CAfile", certificates])
    guard status == 0 else { throw OpenSSLError.signatureDoesNotHold(path: certificates) }
  }

  /// Runs a program that says nothing, and answers its exit status.
  private static func run(_ words: [String]) throws(OpenSSLError) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in 0...2 {
      posix_spawn_file_actions_addopen(&actions, Int32(descriptor), "/dev/null", O_RDWR, 0)
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    guard posix_spawnp(&process, words[0], &actions, nil, &arguments, environ) == 0 else {
      throw .notThere
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }
}

/// A folder that is gone with its last user.
private final class TemporaryFolder {
  private let path: String
  private var files: [String] = []

  init() throws(OutputError) {
    var template = Array("\(environment("TMPDIR") ?? "/tmp")/stance-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .cannotCreate(path: "a temporary folder", reason: String(cString: strerror(errno)))
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The path of a file in it.
  func file(_ name: String) -> String {
    files.append("\(path)/\(name)")
    return "\(path)/\(name)"
  }

  deinit {
    for file in files { unlink(file) }
    rmdir(path)
  }
}

/// Why `openssl` did not confirm a time stamp.
enum OpenSSLError: StanceError, Hashable {
  case notThere
  case noCertificates(path: String)
  case signatureDoesNotHold(path: String)

  var kind: ErrorKind {
    switch self {
    case .notThere, .noCertificates: .notFound
    case .signatureDoesNotHold: .finding
    }
  }
}

extension OpenSSLError: CustomStringConvertible {
  var description: String {
    switch self {
    case .notThere:
      "openssl is needed to check a time stamp's signature and is not on the PATH; install it"
    case .noCertificates(let path):
      "there are no certificates at \(printable(path)); give the file that the authority publishes"
    case .signatureDoesNotHold(let path):
      "openssl does not find the time stamp signed under \(printable(path)); "
        + "give its authority's certificates, or have the head stamped again"
    }
  }
}
