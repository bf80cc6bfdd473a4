import EventLog
import Projections
import Stances
import TestSupport
import Testing

@Suite("Laws of the timeline")
struct TimelineLawTests {
  /// All that a query of these projections answers.
  private struct Answers: Equatable {
    let measures: [Measure]
    let entries: [TimelineEntry]
    let trade: [TradeFigure]
    let pressure: CompanyPressure

    init(_ known: KnownEvents) {
      self.init(
        TimelineProjection.timeline(in: known),
        PressureProjection.pressure(on: CompanyID(recorded: "dji"), in: known))
    }

    init(_ timeline: Timeline, _ pressure: CompanyPressure) {
      (measures, entries, trade) = (timeline.measures, timeline.entries, timeline.trade)
      self.pressure = pressure
    }
  }

  @Test("replay of a prefix equals the answer at that position")
  func prefix() throws {
    let seed = UInt64.random(in: .min ... .max)
    var story = RandomStory(seed: seed)
    story.add(events: 16)
    story.add(amendments: 6)
    story.add(events: 6)
    story.add(amendments: 6)
    let all = try RecordedEvents(story.events)
    for length in 0...story.events.count {
      let prefix = try RecordedEvents(Array(story.events.prefix(length)))
      for _ in 1...8 {
        let clocks = try story.clocks(at: Position(length))
        #expect(
          Answers(KnownEvents(all, on: clocks)) == Answers(KnownEvents(prefix, on: clocks)),
          "seed \(seed), \(clocks)")
      }
    }
  }

  @Test("the order of recording does not change an answer at equal knowledge")
  func batchOrder() throws {
    let seed = UInt64.random(in: .min ... .max)
    var story = RandomStory(seed: seed)
    story.add(events: 24)
    let recorded = try RecordedEvents(story.events)
    var order = SeededGenerator(seed: seed)
    for _ in 1...40 {
      let shuffled = try RecordedEvents(story.events.shuffled(using: &order))
      let clocks = try story.clocks(at: .max)
      #expect(
        Answers(KnownEvents(recorded, on: clocks)) == Answers(KnownEvents(shuffled, on: clocks)),
        "seed \(seed), \(clocks)")
    }
  }

  @Test("later appends never change an answer with an older position")
  func laterAppends() throws {
    let seed = UInt64.random(in: .min ... .max)
    var story = RandomStory(seed: seed)
    story.add(events: 12)
    story.add(amendments: 6)
    let log = try TestLog()
    var asked: [(clocks: Clocks, answer: Answers)] = []
    func answer(_ clocks: Clocks) throws -> Answers {
      try log.read { reader in
        let view = LogView(of: reader, on: clocks)
        return Answers(
          try view.timeline(), try view.pressure(on: CompanyID(recorded: "dji")))
      }
    }
    for event in story.events {
      // What the log refuses, such as a second retraction of one event, is not part of the story.
      do { try log.append([event]) } catch is AppendError { continue }
      let clocks = try story.clocks(at: try log.read { try $0.head })
      asked.append((clocks, try answer(clocks)))
    }
    for (clocks, before) in asked {
      #expect(try answer(clocks) == before, "seed \(seed), \(clocks)")
    }
  }
}
