import EventLog
import HTTPTypes
import Intake
import JSON
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

  /// A site on a log of these events, each recorded a minute after the one before.
  init(
    _ events: [TestEvent] = Self.story, takesEvents: Bool = true, hosts: ServedHosts = .any
  ) throws {
    directory = try TemporaryDirectory()
    let path = directory.file("log.sqlite")
    log = try EventLog.create(at: path)
    for (index, event) in try events.proposed().enumerated() {
      try log.append([event], recorder: "desk", clock: { Self.instant(minute: index) })
    }
    site = try Self.site(at: path, takesEvents: takesEvents, hosts: hosts)
  }

  private init(directory: TemporaryDirectory, log: EventLog, site: WebSite) {
    (self.directory, self.log, self.site) = (directory, log, site)
  }

  /// Another site on the same log, which has kept no answer.
  func restarted() throws -> SiteFixture {
    SiteFixture(
      directory: directory, log: log,
      site: try Self.site(at: directory.file("log.sqlite"), takesEvents: true))
  }

  private static func site(
    at path: String, takesEvents: Bool, hosts: ServedHosts = .any
  ) throws -> WebSite {
    let desk = RecordingDesk { token in
      token == Self.token ? "night desk" : nil
    } append: { submission in
      let file = EventFile(
        InputFile(name: "body", contents: submission.content), format: submission.format)
      return try EventLog.open(at: path, for: .appending).append(
        contentsOf: file, condition: submission.condition, recorder: submission.recorder,
        isDryRun: submission.isDryRun, clock: { instant(minute: 600) }, checking: {})
    }
    let day = try Day(iso: today)
    let clock = SiteClock(now: { instant(minute: 700) }, today: { day })
    return WebSite(
      log: try ServedLog(at: path, readers: 2), desk: takesEvents ? desk : nil, clock: clock,
      version: "test", journal: Journal(now: clock.now) { _ in }, hosts: hosts)
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
