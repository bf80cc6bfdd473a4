import JSON
import Answers
import EventLog
import HTTPTypes
import Hummingbird
import NIOCore
import Projections
import Reports
import Stances

/// New events as they are recorded.
enum LiveRoutes {
  static let all = [
    Route(
      "/live",
      Operation(
        method: .get, id: "live",
        summary: "New events as server-sent events, each with its position as the stream's id.",
        parameters: [.after],
        outcomes: [
          .init(.ok, "A stream that stays open.", mediaType),
          .problem(.badRequest, "A parameter or header is not valid."),
          .problem(.tooManyRequests, "Too many streams of one network are open."),
          .problem(.serviceUnavailable, "Too many streams are open."),
        ], handle: stream))
  ]

  static let mediaType = "text/event-stream"

  private static func stream(_ call: Call) async throws -> WebAnswer {
    let head = try call.site.log.head().position
    let start = min(try startingPosition(of: call) ?? head, head)
    // Asking how such a stream would begin must not take a listener's place.
    guard call.request.method == .get else {
      return WebAnswer(.ok, mediaType, [UInt8](), fields: fields)
    }
    let wakes = try call.site.live.listen(from: call.request.network)
    let log = call.site.log
    var answer = WebAnswer(.ok, fields: fields)
    answer.body = .stream { writer in
      var position = start
      try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
      for await _ in wakes {
        var next = try await news(in: log, after: position)
        if next == nil { try await writer.write(ByteBuffer(string: ": still here\n\n")) }
        while let (messages, last) = next {
          try await writer.write(ByteBuffer(string: messages))
          position = last
          next = try await news(in: log, after: position)
        }
      }
      try await writer.finish(nil)
    }
    return answer
  }

  private static let fields: HTTPFields = [
    .contentType: mediaType, .cacheControl: "no-store",
  ]

  /// Where the stream goes on: behind the last event that the client has.
  private static func startingPosition(of call: Call) throws -> Position? {
    guard let last = call.request.fields[.lastEventID], !last.isEmpty else {
      return call.given.position(.after)
    }
    guard let position = Position(last), position >= .beforeFirst else {
      throw RequestError.badHeader("Last-Event-ID", sentence: "it is a position of the log")
    }
    return position
  }

  /// The next events as messages, not many more bytes of them than each listener may keep waiting,
  /// and the position of the last; nil if there are none.
  private static func news(
    in log: ServedLog, after position: Position
  ) async throws -> (messages: String, last: Position)? {
    try await log.read { log in
      var choice = EventChoice()
      choice.after = position
      var messages = ""
      var last: Position?
      try log.forEachEvent(choice.filter(in: log)) { event in
        messages += message(of: event)
        last = event.position
        return messages.utf8.count < 64 * 1_024
      }
      return last.map { (messages, $0) }
    }
  }

  private static func message(of event: RecordedEvent) -> String {
    let data = String(decoding: event.json.compactBytes(), as: UTF8.self)
    return "id: \(event.position)\nevent: recorded\ndata: \(data)\n\n"
  }
}
