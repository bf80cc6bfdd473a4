import Files

/// Asks servers with the program `curl`, and reads no more of an answer than it may have.
///
/// A client of our own would bring a second BoringSSL into every build, for a few requests.
struct Curl: Sendable {
  /// What came back.
  struct Answer: Sendable {
    let status: Int
    let body: [UInt8]
  }

  /// How long a server has for each answer.
  let patience: Duration
  /// The file with the certificates that are believed over TLS; if nil, those of the system are.
  let authorities: String?

  /// Sends one request and waits for the whole of its answer.
  ///
  /// - Parameters:
  ///   - url: the address, at which no redirect is followed.
  ///   - body: what is posted as plain text; if nil, the address is only read.
  ///   - limit: the longest answer that is read, in bytes.
  /// - Returns: its status and its body.
  /// - Throws: ``UnreachedError``, ``OutputError``.
  func ask(_ url: String, posting body: [UInt8]? = nil, limit: Int) throws -> Answer {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let messages = try folder.write([], to: "messages")
    let curl: ChildProcess
    do {
      curl = try ChildProcess(
        words(for: url, isPosting: body != nil, limit),
        input: try body.map { try folder.write($0, to: "request") } ?? ChildProcess.nothing,
        output: .pipe, messages: messages)
    } catch is ChildProcess.StartError {
      throw UnreachedError.noCurl
    }
    var printed: [UInt8] = []
    while let part = try? curl.output?.read(upTo: 1 << 16), !part.isEmpty {
      printed += part
      // What curl adds is short.
      guard printed.count <= limit + 64 else {
        curl.end()
        break
      }
    }
    let exit = curl.status()
    let end = printed.lastIndex(of: UInt8(ascii: "\n")) ?? printed.endIndex
    guard printed.count <= limit + 64 else { throw UnreachedError.tooLong(limit: limit) }
    guard exit == 0, let status = Int(String(decoding: printed[end...].dropFirst(), as: UTF8.self))
    else {
      let said = try? OpenFile(messages, for: .reading).read(upTo: 1 << 12)
      throw cause(exit, String(decoding: said ?? [], as: UTF8.self), limit)
    }
    return Answer(status: status, body: Array(printed[..<end]))
  }

  private func words(for url: String, isPosting: Bool, _ limit: Int) -> [String] {
    [
      // First of all, no settings of the user: they may lead elsewhere.
      "curl", "--disable", "--silent", "--show-error", "--globoff",
      // A server is asked at the address its operator gave; redirects are not followed.
      "--proto", "=http,https", "--max-redirs", "0", "--noproxy", "*",
      "--max-time", "\(patience.components.seconds)", "--max-filesize", "\(limit)",
      "--write-out", "\\n%{http_code}",
    ]
      + (isPosting
        ? [
          "--header", "content-type: text/plain; charset=utf-8", "--header", "expect:",
          "--data-binary", "@-",
        ] : []) + (authorities.map { ["--cacert", $0] } ?? []) + ["--url", url]
  }

  /// What curl's exit code means (curl(1), exit codes).
  private func cause(_ exit: Int32, _ said: String, _ limit: Int) -> UnreachedError {
    switch exit {
    case 28: return .timedOut(after: patience)
    // One code for everything wrong with a certificate; curl says if a name does not match.
    case 60: return said.contains(" match") ? .otherHost : .untrusted
    case 63: return .tooLong(limit: limit)
    case 77: if let authorities { return .noAuthorities(path: authorities) }
    default: break
    }
    let reason = said.prefix { $0 != "\n" }.trimmingPrefix(/curl: (\([0-9]+\) )?/)
    return .failed(reason.isEmpty ? "curl ended with status \(exit)" : String(reason))
  }
}
