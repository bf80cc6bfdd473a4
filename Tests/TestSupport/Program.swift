import Foundation
import Glibc

/// A program that runs beside the test.
package struct Program {
  private let process: pid_t
  private let outputPath: String
  private let messagePath: String

  /// The program under test: it lies beside the bundle that holds the tests.
  package static let stance: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let folders = [tests] + CommandLine.arguments
    let found = folders.map { path in
      URL(filePath: path).deletingLastPathComponent().appending(path: "stance")
        .path(percentEncoded: false)
    }
    return found.first(where: FileManager.default.isExecutableFile) ?? "stance"
  }()

  /// Starts a program in a folder, in which what it writes is kept; `arguments` begins with the
  /// program's path, and `input` is the path of what it reads.
  package init(
    _ arguments: [String], input: String = "/dev/null", in folder: String,
    environment: [String: String] = [:]
  ) throws {
    let name = UUID().uuidString
    outputPath = "\(folder)/\(name).out"
    messagePath = "\(folder)/\(name).err"
    var variables = ["PATH": "/usr/bin:/bin", "TZ": "UTC", "STANCE_RECORDER": "desk"]
    // Under a sanitizer the program is one that has it as well, and heeds the same options.
    for name in ["ASAN_OPTIONS", "TSAN_OPTIONS"] {
      variables[name] = ProcessInfo.processInfo.environment[name]
    }
    variables.merge(environment) { $1 }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    let writing = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 1, outputPath, writing, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, messagePath, writing, 0o600)
    // A test may run on a thread that holds signals back; the program must not inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

    // The shell changes to the folder and becomes the program.
    let command = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder] + arguments
    var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    var settings: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for word in words + settings { free(word) } }
    var process = pid_t()
    let code = posix_spawn(&process, command[0], &actions, &attributes, &words, &settings)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EINVAL) }
    self.process = process
  }

  /// Waits until it holds the write lock of a log, as the kernel lists it (proc_locks(5)).
  package func waitUntilItWrites() throws {
    for _ in 0..<6_000 {
      let locks = try String(contentsOfFile: "/proc/locks", encoding: .utf8)
      // Byte 120 of the write-ahead log's index is that lock (sqlite.org/walformat.html, 2.3).
      let isHeld = locks.split(separator: "\n").contains {
        $0.contains(" WRITE \(process) ") && $0.hasSuffix(" 120 120")
      }
      if isHeld { return }
      Thread.sleep(forTimeInterval: 0.01)
    }
    throw POSIXError(.ETIMEDOUT)
  }

  /// Sends a signal.
  package func send(_ signal: Int32) {
    kill(process, signal)
  }

  /// Waits for the end.
  package func outcome() throws -> Outcome {
    var raw: Int32 = 0
    while waitpid(process, &raw, 0) < 0 && errno == EINTR {}
    let signal = raw & 0x7F
    return Outcome(
      status: signal == 0 ? raw >> 8 & 0xFF : 128 + signal,
      output: try String(contentsOfFile: outputPath, encoding: .utf8),
      messages: try String(contentsOfFile: messagePath, encoding: .utf8))
  }
}
