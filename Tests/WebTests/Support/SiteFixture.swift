import JSON
import Custody
import EventLog
import Files
import Glibc
import HTTPTypes
import Intake
import Stances
import TestSupport
import Web

/// A site on a log of its own, asked without a socket.
struct SiteFixture {
  private let directory: TemporaryDirectory
  let log: EventLog
  let site: WebSite

  /// The day that is today for the site.
  static let today = "2022-06-01"
  /// The token of the one who may record.
  static let token = "stance-test"
  /// What the file of tokens holds: its SHA-256 and a name.
  private static let tokens = Array(
    "6c4728a8c074108263ea3c2ff29e57b818a5a0eded5d1542f1ae10fe6ea17c2b night desk\n".utf8)

  /// A site on a log of these events, each recorded a minute after the one before.
  init(
    _ events: [TestEvent] = Self.story, takesEvents: Bool = true, hosts: ServedHosts = .any,
    isOfToday: Bool = false, needsTwoPeople: Bool = false, limits: ServerLimits = ServerLimits(),
    keepsCaptures: Bool = false, publicAddress: String? = nil, embedders: [String] = []
  ) throws {
    directory = try TemporaryDirectory()
    let path = directory.file("log.sqlite")
    log = try EventLog.create(at: path)
    for (index, event) in try events.proposed().enumerated() {
      try log.append(
        [event], as: AppendRequest(recorder: "desk", clock: { Self.instant(minute: index) }))
    }
    try OpenFile(directory.file("tokens"), for: .creating(.ownersOnly)).write(Self.tokens)
    site = try Self.site(
      in: directory, takesEvents: takesEvents, hosts: hosts, isOfToday: isOfToday,
      needsTwoPeople: needsTwoPeople, limits: limits, keepsCaptures: keepsCaptures,
      publicAddress: publicAddress, embedders: embedders)
  }

  private init(directory: TemporaryDirectory, log: EventLog, site: WebSite) {
    (self.directory, self.log, self.site) = (directory, log, site)
  }

  /// Another site on the same log, which has kept no answer.
  func restarted() throws -> SiteFixture {
    SiteFixture(
      directory: directory, log: log,
      site: try Self.site(in: directory, takesEvents: true))
  }

  private static func site(
    in directory: TemporaryDirectory, takesEvents: Bool, hosts: ServedHosts = .any,
    isOfToday: Bool = false, needsTwoPeople: Bool = false, limits: ServerLimits = ServerLimits(),
    keepsCaptures: Bool = false, publicAddress: String? = nil, embedders: [String] = []
  ) throws -> WebSite {
    let path = directory.file("log.sqlite")
    let files = UserFiles { name in
      name == "STANCE_TOKENS" ? directory.file("tokens") : name == "HOME" ? directory.path : nil
    }
    let now = isOfToday ? Timestamp(milliseconds: Int64(time(nil)) * 1_000) : instant(minute: 700)
    let day = try isOfToday ? now.day : Day(iso: today)
    let clock = SiteClock(now: { now }, today: { day })
    let recorder = NetworkRecorder(logAt: path, files) { instant(minute: 600) }
    return WebSite(
      log: try ServedLog(at: path, readers: 2), recorder: takesEvents ? recorder : nil,
      needsTwoPeople: needsTwoPeople, clock: clock, version: "test",
      accessLog: AccessLog(now: clock.now) { _ in },
      publicAddress: publicAddress.flatMap(PublicAddress.init),
      embedders: embedders.compactMap { WebOrigin($0) },
      captures: keepsCaptures ? CaptureStore(besideLogAt: path) : nil, hosts: hosts, limits: limits)
  }

  /// What companies said and did, with one word that changes a posture.
  static let story = [
    company("lenovo", name: "Lenovo").with("names", ["zh": "联想集团"]),
    body("mofcom", name: "Ministry of Commerce"),
    announcement("lenovo", .operating, on: "2022-03-11"),
    silentReduction("lenovo", .suspended, on: "2022-03-20", published: "2022-05-06"),
  ]

  /// Minutes after noon of 2022-05-10.
  static func instant(minute: Int) -> Timestamp {
    Timestamp(milliseconds: 1_652_184_000_000 + Int64(minute) * 60_000)
  }

  /// Runs the program on the site's log.
  func run(_ arguments: [String]) throws -> Outcome {
    try Program(
      [Program.stance] + arguments, in: directory.path,
      environment: ["STANCE_LOG": directory.file("log.sqlite")]
    ).outcome()
  }

  /// The path of a new file in the site's folder.
  func file(_ name: String, holding text: String) throws -> String {
    let path = directory.file(name)
    removeFile(path)
    try OpenFile(path, for: .creating(.common)).write(Array(text.utf8))
    return path
  }

  /// The path of the file of tokens.
  var tokensPath: String { directory.file("tokens") }

  /// Replaces the file of tokens, or removes it.
  func setTokens(_ text: String?) throws {
    removeFile(tokensPath)
    guard let text else { return }
    try OpenFile(tokensPath, for: .creating(.ownersOnly)).write(Array(text.utf8))
  }

  /// Moves the log's file and those beside it away, as before a restore.
  func moveLog() throws {
    for suffix in ["", "-wal", "-shm"] where (try? FileStatus(of: log.path + suffix)) != nil {
      try moveExclusively(log.path + suffix, to: "\(log.path).old\(suffix)")
    }
  }

  /// Asks for an address.
  func get(_ target: String, _ fields: HTTPFields = [:]) async -> WebAnswer {
    await send(.get, target, fields)
  }

  /// Sends any request.
  func send(
    _ method: HTTPRequest.Method, _ target: String, _ fields: HTTPFields = [:], body: String = ""
  ) async -> WebAnswer {
    await site.answer(
      WebRequest(method: method, target: target, fields: fields) { _ in Array(body.utf8) })
  }
}

extension WebAnswer {
  /// The content as text; empty for a stream.
  var text: String { String(decoding: bytes ?? [], as: UTF8.self) }

  /// The content as JSON.
  var json: JSONNode {
    get throws {
      try JSONDocument(
        parsing: bytes ?? [], limits: JSONLimits(maximumBytes: 1 << 24, maximumDepth: 64)
      ).root
    }
  }
}

extension JSONNode {
  /// The first element of an array.
  var firstElement: JSONNode? { elements.first { _ in true } }
}
