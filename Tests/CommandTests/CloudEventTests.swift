import Foundation
import JSON
import Stances
import TestSupport
import Testing

/// What event buses get: CloudEvents 1.0 in their JSON format; Tools/checks/feeds has another program
/// read them.
@Suite("stance export --format cloudevents")
struct CloudEventTests {
  private func batch(_ desk: Desk) throws -> [JSONNode] {
    let outcome = try desk.run("export", "--format", "cloudevents")
    #expect(outcome.status == 0, "\(outcome.messages)")
    return try JSONDocument(parsing: Array(outcome.output.utf8)).root.elements
  }

  @Test("each event once, in order, with what the log added beside it and its content untouched")
  func events() throws {
    let desk = try Desk([
      silentReduction("lenovo", .suspended, on: "2022-03~", published: "2022-05-06", id: "stop"),
      announcement("lenovo", .operating, on: "../2022-05-20", id: "word"),
      retraction(of: "word", published: "2022-06-01", id: "back"),
    ])
    let events = try batch(desk)
    let lines = try desk.run("export").output.split(separator: "\n")
    #expect(events.count == lines.count && events.count >= 4)
    for (event, line) in zip(events, lines) {
      let data = try #require(event["data"])
      #expect(data.canonicalBytes(omitting: []) == Array(line.utf8))
      #expect(event["specversion"]?.string == "1.0")
      #expect(event["id"]?.string == data["id"]?.string)
      #expect(event["datacontenttype"]?.string == "application/json")
    }
    let sequence = events.compactMap { $0["sequence"]?.string }
    #expect(sequence == sequence.sorted() && Set(sequence).count == events.count)
    #expect(sequence.allSatisfy { $0.count == 20 })
    let sources = Set(events.compactMap { $0["source"]?.string })
    #expect(sources.count == 1 && sources.first?.hasPrefix("urn:x-stance:log:") == true)
    let stop = try #require(events.first { $0["id"]?.string == "stop" })
    #expect(stop["type"]?.string == "stance.silent_reduction.v2")
    #expect(stop["subject"]?.string == "lenovo")
    // The first instant that it may mean, and none where it has no first one.
    #expect(stop["time"]?.string == "2022-03-01T00:00:00.000Z")
    #expect(events.first { $0["id"]?.string == "word" }?["time"] == nil)
    #expect(events.first { $0["id"]?.string == "back" }?["subject"] == nil)
  }

  @Test("an empty log is an empty batch; the format is refused for tiles and bags")
  func edges() throws {
    let desk = try Desk([])
    #expect(try desk.run("init", "--log", "empty.sqlite").status == 0)
    let empty = try desk.run("export", "--format", "cloudevents", "--log", "empty.sqlite")
    #expect(try JSONDocument(parsing: Array(empty.output.utf8)).root.elements.isEmpty)
    let refused = try desk.run("export", "--format", "cloudevents", "--tiles", "www")
    #expect(refused.status == 64 && refused.messages.contains("--format is for events alone"))
  }
}
