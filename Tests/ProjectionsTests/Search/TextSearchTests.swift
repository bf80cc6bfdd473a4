import EventLog
import Projections
import Stances
import TestSupport
import Testing

/// Events are found by what they say, as the query that asks sees them.
@Suite("Events by their texts")
struct TextSearchTests {
  private let stop = announcement("acme", .suspended, on: "2022-03-10", id: "stop")
    .with("note", "The plant's staff is on furlough.")

  private func found(
    _ text: String, in log: TestLog, to day: String = "2022-12-31", knownBy: String? = nil,
    at position: Position? = nil
  ) throws -> [String] {
    let clocks = try log.clocks(to: day, knownBy: knownBy, at: position)
    return try log.read {
      try LogView(of: $0, on: clocks).textMatches(of: TextQuery(text), atMost: 20).shown
        .map { "\($0.event) \($0.field): \($0.excerpt.text)" }
    }
  }

  @Test("a note is found by a word of it, from the day on which its event happened")
  func byWord() throws {
    let log = try TestLog([company("acme"), stop])
    #expect(
      try found("FURLOUGH", in: log) == ["stop note: The plant's staff is on furlough."])
    #expect(try found("furlough", in: log, to: "2022-03-09").isEmpty)
    #expect(try found("furlough", in: log, at: 1).isEmpty)
    #expect(try found("furloughs", in: log).isEmpty)
  }

  @Test("a corrected text is found as corrected, from when that could be known")
  func corrected() throws {
    let log = try TestLog([
      company("acme"), stop,
      correction(to: stop.with("note", "The plant's staff is dismissed."), published: "2022-05-01"),
    ])
    #expect(try found("furlough", in: log).isEmpty)
    #expect(
      try found("dismissed", in: log)
        == ["stop replacement.note: The plant's staff is dismissed."])
    #expect(try found("furlough", in: log, knownBy: "2022-04-30").count == 1)
    #expect(try found("dismissed", in: log, knownBy: "2022-04-30").isEmpty)
    #expect(try found("furlough", in: log, at: 2).count == 1)
  }

  @Test("a withdrawn event is not found; the withdrawal is, by its reason")
  func withdrawn() throws {
    let log = try TestLog([
      company("acme"), stop, retraction(of: "stop", published: "2022-05-01", id: "back"),
    ])
    #expect(try found("furlough", in: log).isEmpty)
    #expect(
      try found("withdrew", in: log) == ["back reason: The source withdrew its report."])
    #expect(try found("withdrew", in: log, knownBy: "2022-04-30").isEmpty)
  }

  @Test("names of a registration are found as names and not as texts")
  func registrations() throws {
    let log = try TestLog([company("acme", name: "Furlough Ltd")])
    #expect(try found("furlough", in: log).isEmpty)
  }

  @Test("of a long text, what is around the word is shown, cut at blanks")
  func excerpt() throws {
    let many = (1...60).map { "before\($0)" } + ["furlough"] + (1...60).map { "after\($0)" }
    let log = try TestLog([
      company("acme"), stop.with("note", many.joined(separator: " ")),
    ])
    let text = try #require(try found("furlough", in: log).first)
    #expect(text.hasPrefix("stop note: …before5"))
    #expect(text.contains("before60 furlough after1 "))
    #expect(text.hasSuffix("after11…"))
  }
}
