import ArgumentParser
import Custody
import Files
import Stances
import Web

/// `stance serve`: the log as a web site, and as an interface for programs.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve the log as a web site and as an interface for programs.",
    discussion: """
      EXAMPLES
        stance serve                         http://127.0.0.1:8080, here only
        stance serve --listen 127.0.0.1:0    any free port, which is then printed
        stance serve --listen 0.0.0.0:80     for anyone who can reach this machine
        stance serve --memory 4096           longer answers, and more at once
        stance serve --captures              the kept files, too; mind copyright
        stance serve --public https://example.org
                                             whole addresses in feeds
        stance serve --embed https://news.example
                                             pictures and data in its articles
        curl http://127.0.0.1:8080/company/lenovo.json?to=2022-05-06
                                             as 'stance report company' writes it

      Anyone can read; proposing and recording need a token ('stance token new').
      /openapi.json describes the interface. The access log on standard error has
      one line of JSON per request. SIGTERM and Ctrl-C end the server after it has
      answered the requests in progress, at most \(ServerLimits().endingSeconds) seconds later.

      What takes too long or too much memory is refused: an answer of more than a
      sixteenth of --memory with 413, and with 503 what is not ready in time or
      has no room beside the answers that others have asked for.

      If only this machine can reach the address, only its own names are answered
      (localhost, 127.0.0.1, [::1]); a proxy must ask for one of them.
      """)

  @Option(
    help: ArgumentHelp("Where to listen.", valueName: "host:port"), transform: listenAddress)
  var listen = ListenAddress.standard

  @Flag(help: "Accept no events, even with a token.")
  var readOnly = false

  @Flag(help: "Record nothing that only one person has looked at: events are proposed first.")
  var twoPeople = false

  @Flag(help: "Serve the files that are kept beside the log, to be saved, at /capture/SHA256.")
  var captures = false

  @Option(
    name: .customLong("public"),
    help: ArgumentHelp(
      "Where readers find the site; feeds, Link fields and previews then name whole addresses.",
      valueName: "address"), transform: siteAddress)
  var publicAddress: PublicAddress?

  @Option(
    name: .customLong("embed"),
    help: ArgumentHelp(
      "Whose pages may show and read the answers, such as https://example.org; may be repeated.",
      valueName: "origin"), transform: webOrigin)
  var embedders: [WebOrigin] = []

  @Option(
    help: ArgumentHelp(
      "About how much memory to use at most, in MiB; at least \(ServerLimits.leastMemory).",
      valueName: "mib"))
  var memory = ServerLimits.standardMemory

  @Option(
    help: ArgumentHelp("How long the making of an answer may take.", valueName: "seconds"))
  var answerTime = ServerLimits().makingSeconds

  @OptionGroup var log: LogOptions

  func validate() throws {
    guard (ServerLimits.leastMemory...1 << 20).contains(memory) else {
      throw ValidationError(
        "--memory is a number of MiB from \(ServerLimits.leastMemory) to \(1 << 20).")
    }
    if readOnly, twoPeople { throw ValidationError("Give --read-only or --two-people, not both.") }
    guard (1...3_600).contains(answerTime) else {
      throw ValidationError("--answer-time is a number of seconds from 1 to 3600.")
    }
  }

  func run() async throws {
    // If tokens have no place, that is said now and not to the first who sends an event.
    if !readOnly { _ = try UserFiles.configured.tokens }
    var limits = ServerLimits(memory: memory)
    limits.makingSeconds = answerTime
    let openFiles = raiseOpenFileLimit() ?? .max
    let isLowered = limits.fit(openFiles: openFiles)
    let served = try ServedLog(at: log.path, readers: Self.readers)
    try served.prepareSpells()
    let writer = AccessLogWriter()
    let accessLog = AccessLog(now: SystemClock.now) { writer.write($0) }
    defer { writer.finish() }
    if isLowered { accessLog.warn(openFiles: openFiles, connections: limits.connections) }
    let site = WebSite(
      log: served,
      recorder: readOnly
        ? nil : NetworkRecorder(logAt: log.path, .configured, clock: SystemClock.now),
      needsTwoPeople: twoPeople, clock: SiteClock(now: SystemClock.now, today: SystemClock.today),
      version: Version.number, accessLog: accessLog, publicAddress: publicAddress,
      embedders: embedders, captures: captures ? log.captures : nil,
      hosts: ServedHosts(servedAt: listen), limits: limits)
    if !listen.isLoopback { StandardStreams.say(Self.warning) }
    try await WebServer(site: site, at: listen, accessLog: accessLog, limits: limits).run {
      [listen] port in
      let address = ListenAddress(host: listen.host, port: port)
      // If no one reads the line any more, there is nothing to say.
      try? StandardStreams.write("serving http://\(address)/\n".utf8)
    }
  }

  /// How many queries are answered at once; more would only wait for the processors.
  private static let readers = 4

  private static let warning = """
    stance: WARNING: this address can be reached from other machines. Anyone who reaches it can
    stance: read the whole log, unencrypted. Put a TLS proxy in front of it, or omit --listen to
    stance: serve only this machine.
    """
}

/// Reads a host and a port.
private func listenAddress(_ text: String) throws -> ListenAddress {
  guard let address = ListenAddress(text) else {
    throw ValidationError("write host and port, as in 127.0.0.1:8080 or [::1]:8080")
  }
  return address
}

/// Reads the address under which readers find the site.
private func siteAddress(_ text: String) throws -> PublicAddress {
  guard let address = PublicAddress(text) else {
    throw ValidationError(
      "write scheme and host, and a path if there is one, as in https://example.org/stance")
  }
  return address
}

/// Reads the origin of another site.
private func webOrigin(_ text: String) throws -> WebOrigin {
  guard let origin = WebOrigin(text) else {
    throw ValidationError(
      "write scheme and host, and no path, as in https://example.org or http://localhost:8000")
  }
  return origin
}
