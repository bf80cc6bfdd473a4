import Answers
import Custody
import EventLog
import HTTPTypes
import Stances

/// The files that are kept beside the log, at addresses of their digests: only if the site was
/// started with them.
///
/// They are what strangers wrote, perhaps to attack: a browser gets them to save, never to show.
enum CaptureRoutes {
  /// The address of one file.
  static let route = Route(
    "/capture/{sha256}",
    Operation(
      method: .get, id: "capture",
      summary: "A file that is kept beside the log, to be saved: bytes that strangers wrote.",
      parameters: [],
      outcomes: [
        .init(.ok, "The bytes whose SHA-256 the address names.", mediaType),
        .init(.notModified, "The client already has these bytes.", nil),
        .problem(.notFound, "No capture that stands has this SHA-256, or its file is not here."),
        .problem(.serviceUnavailable, "No room for the file, or the log cannot be read now."),
      ], handle: serve))

  private static let mediaType = "application/octet-stream"

  private static func serve(_ call: Call) async throws -> WebAnswer {
    let sha256 = call.values[0]
    guard let store = call.site.captures, isDigest(sha256) else {
      throw RequestError.notFound(path: call.path)
    }
    let path = call.path
    let site = call.site
    return try await site.log.read { log in
      guard let capture = try log.capture(of: sha256)?.capture else {
        throw RequestError.notFound(path: path)
      }
      let room = try site.hold(Int(clamping: capture.bytes))
      guard let bytes = store.contents(of: sha256, count: capture.bytes) else {
        throw RequestError.notFound(path: path)
      }
      var answer = WebAnswer(
        .ok, mediaType, bytes,
        fields: [
          .contentDisposition: "attachment; filename=\"\(sha256)\"",
          .eTag: "\"\(sha256)\"",
          // What is dropped must not be found in a cache.
          .cacheControl: "no-store",
        ])
      answer.room = room
      return answer
    }
  }

  private static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }
}
