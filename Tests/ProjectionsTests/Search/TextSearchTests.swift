import EventLog
import JSON
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

  @Test("a name finds texts by the other names of its company, in any script")
  func byOtherNames() throws {
    let log = try TestLog([
      company("acme", name: "Acme").with("names", ["zh": "联想"]),
      company("dacme", name: "Dacme"),
      stop.with("note", "Acme stops."),
      announcement("acme", .suspended, on: "2022-03-12", id: "later").with("note", "联想停产"),
      announcement("dacme", .suspended, on: "2022-03-12", id: "other").with("note", "Dacme too."),
      company("xiaomi", name: "Xiaomi").with("names", ["zh": "小米集团"]),
      announcement("xiaomi", .suspended, on: "2022-03-01", id: "rice").with("note", "Xiaomi goes."),
    ])
    let clocks = try log.clocks(to: "2022-12-31")
    func found(_ text: String, before: Position? = nil, atMost limit: Int = 20) throws -> FoundTexts
    {
      try log.read {
        try LogView(of: $0, on: clocks).textMatches(of: text, before: before, atMost: limit)
      }
    }
    let byName = try found("联想").matches
    #expect(byName.shown.map(\.event.text) == ["later", "stop"])
    #expect(byName.shown.map(\.manner) == [.spelt, .name("Acme")])
    #expect(try found("acme").matches.shown.map(\.manner) == [.name("联想"), .spelt])
    // In Chinese, the start of a name is how people say it; elsewhere it may be anything.
    let start = try log.read {
      try LogView(of: $0, on: clocks).textMatches(of: "小米", atMost: 20).matches.shown
    }
    #expect(start.map(\.event.text) == ["rice"] && start.map(\.manner) == [.name("Xiaomi")])
    // In parts, each text once.
    let first = try found("联想", atMost: 1).matches
    #expect(first.shown.map(\.event.text) == ["later"])
    let before = first.more.before.flatMap(Int64.init).map { Position($0) }
    let rest = try found("联想", before: before, atMost: 1).matches
    #expect(rest.shown.map(\.event.text) == ["stop"] && rest.more.isWhole)
    // Words beside a name are no name.
    #expect(try found("联想 stops").matches.shown.isEmpty)
  }

  @Test("words one letter off are shown where no text has the words, and are no matches")
  func oneLetterOff() throws {
    let log = try TestLog([company("acme"), stop])
    func found(_ text: String, to day: String = "2022-12-31") throws -> FoundTexts {
      let clocks = try log.clocks(to: day)
      return try log.read { try LogView(of: $0, on: clocks).textMatches(of: text, atMost: 20) }
    }
    for text in ["furlogh", "furluogh", "furloughs", "fuulough staff", "staaf on furlough"] {
      let texts = try found(text)
      #expect(texts.matches.shown.isEmpty, "\(text)")
      #expect(texts.alike.map(\.event.text) == ["stop"], "\(text)")
      #expect(texts.alike.map(\.manner) == [.alike], "\(text)")
    }
    #expect(try found("furlough").alike.isEmpty)
    #expect(try found("furlogh", to: "2022-03-09").alike.isEmpty)
    // Two letters off, too short, or another word that is nowhere.
    for text in ["furlgoh", "stff", "furlogh everywhere"] {
      #expect(try found(text).alike.isEmpty, "\(text)")
    }
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
