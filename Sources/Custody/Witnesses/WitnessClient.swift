import Dispatch
import Files
import Stances

/// Sends requests to witnesses with the program `curl`, and reads no more of an answer than a
/// witness may send.
///
/// This program sends others only one POST per witness; a client of our own would bring a
/// second BoringSSL into every build.
package struct WitnessClient: Sendable {
  /// What came back.
  struct Answer: Sendable {
    let status: Int
    let body: [UInt8]
  }

  private let patience: Duration
  private let authorities: String?

  /// A client.
  ///
  /// - Parameters:
  ///   - patience: how long a witness has for each answer.
  ///   - authorities: the file with the certificates that are believed over TLS; if nil, those of
  ///     the system are.
  package init(patience: Duration, authorities: String?) {
    self.patience = patience
    self.authorities = authorities
  }

  /// Sends one request and waits for the whole of its answer.
  func post(_ body: [UInt8], to address: WitnessAddress) async throws -> Answer {
    // A thread of its own: many are asked at once, and each waits.
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue(label: "witness").async {
        continuation.resume(with: Result { try ask(body, address) })
      }
    }
  }

  private func ask(_ body: [UInt8], _ address: WitnessAddress) throws -> Answer {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let messages = try folder.write([], to: "messages")
    let curl: ChildProcess
    do {
      curl = try ChildProcess(
        words(for: address), input: try folder.write(body, to: "request"), output: .pipe,
        messages: messages)
    } catch is ChildProcess.StartError {
      throw WitnessUnreachedError(address: address, cause: .noCurl)
    }
    var printed: [UInt8] = []
    while let part = try? curl.output?.read(upTo: 1 << 16), !part.isEmpty {
      printed += part
      // What curl adds is short.
      guard printed.count <= Self.greatestAnswer + 64 else {
        curl.end()
        break
      }
    }
    let exit = curl.status()
    let end = printed.lastIndex(of: UInt8(ascii: "\n")) ?? printed.endIndex
    guard printed.count <= Self.greatestAnswer + 64 else {
      throw WitnessUnreachedError(address: address, cause: .tooLong(limit: Self.greatestAnswer))
    }
    guard exit == 0, let status = Int(String(decoding: printed[end...].dropFirst(), as: UTF8.self))
    else {
      let said = try? OpenFile(messages, for: .reading).read(upTo: 1 << 12)
      throw WitnessUnreachedError(
        address: address, cause: cause(exit, String(decoding: said ?? [], as: UTF8.self)))
    }
    return Answer(status: status, body: Array(printed[..<end]))
  }

  private func words(for address: WitnessAddress) -> [String] {
    [
      // First of all, no settings of the user: they may lead elsewhere.
      "curl", "--disable", "--silent", "--show-error", "--globoff",
      // A witness is asked at the address its operator gave; redirects are not followed.
      "--proto", "=http,https", "--max-redirs", "0", "--noproxy", "*",
      "--max-time", "\(patience.components.seconds)", "--max-filesize", "\(Self.greatestAnswer)",
      "--header", "content-type: text/plain; charset=utf-8", "--header", "expect:",
      "--data-binary", "@-", "--write-out", "\\n%{http_code}",
    ] + (authorities.map { ["--cacert", $0] } ?? []) + ["--url", address.addCheckpoint]
  }

  /// What curl's exit code means (curl(1), exit codes).
  private func cause(_ exit: Int32, _ said: String) -> WitnessUnreachedError.Cause {
    switch exit {
    case 28: return .timedOut(after: patience)
    // One code for everything wrong with a certificate; curl says if a name does not match.
    case 60: return said.contains(" match") ? .otherHost : .untrusted
    case 63: return .tooLong(limit: Self.greatestAnswer)
    case 77: if let authorities { return .noAuthorities(path: authorities) }
    default: break
    }
    let reason = said.prefix { $0 != "\n" }.trimmingPrefix(/curl: (\([0-9]+\) )?/)
    return .failed(reason.isEmpty ? "curl ended with status \(exit)" : String(reason))
  }

  /// The longest answer that is read, in bytes: a hundred cosignatures have a tenth of it.
  private static let greatestAnswer = 1 << 18
}
