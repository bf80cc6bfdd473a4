import Stances
import TestSupport
import Testing

/// Where a desk is, and which part of a country an answer is about.
@Suite("Time zones and regions")
struct PlaceTests {
  @Test("no answer depends on the time zone of the machine, on a leap day and at the end of a year")
  func timeZones() throws {
    let desk = try Desk([
      body("us-doc"), silentReduction("lenovo", .suspended, on: "2024-02-29", id: "leap"),
      announcement("lenovo", .suspended, on: "2024-12-31", effective: "2025-01-01", id: "last"),
      measure("act", by: "us-doc", .inForce, on: "2023-12-31", until: "2024-02-29"),
    ])
    for question in [
      ["posture", "--to", "2024-02-29", "--json"], ["posture", "--to", "2025-01-01"],
      ["replay", "--from", "2024-02-28", "--to", "2024-03-01", "--step", "day"],
      ["report", "timeline", "--to", "2025-01-01", "--format", "ics"],
      ["report", "company", "lenovo", "--to", "2025-01-01", "--format", "atom"],
      ["report", "board", "--to", "2025-01-01", "--format", "html"],
    ] {
      let answers = try ["UTC", "Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati"].map {
        try desk.run(question, environment: ["TZ": $0])
      }
      #expect(answers[0].status == 0, "\(question): \(answers[0].messages)")
      #expect(!answers[0].output.isEmpty)
      #expect(answers.allSatisfy { $0.output == answers[0].output }, "\(question)")
    }
  }

  @Test("a region is named as a country is, in pictures, calendars, feeds and the search")
  func regions() throws {
    let desk = try Desk([silentReduction("lenovo", .suspended, on: "2022-03-01", in: ["UA-43"])])
    for question in [
      ["report", "board", "--format", "svg"], ["report", "timeline", "--format", "ics"],
      ["report", "company", "lenovo", "--format", "atom"], ["posture"],
      ["report", "company", "lenovo", "--format", "html"],
      ["report", "board", "--format", "vega-lite"],
    ] {
      let answer = try desk.run(question)
      #expect(answer.status == 0, "\(question): \(answer.messages)")
      #expect(answer.output.contains("Crimea"), "\(question): \(answer.output.prefix(600))")
    }
  }
}
