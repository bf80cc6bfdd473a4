import Projections
import Stances
import TestSupport
import Testing

/// A page takes from one reading what other answers read for themselves; it must be the same.
@Suite("The data of pages")
struct PageDataTests {
  @Test(
    "what a page of the timeline shows is what each answer by itself says",
    arguments: UInt64(1)...8, [DateStyle.mixed, .coarse])
  func sameAnswers(seed: UInt64, style: DateStyle) throws {
    let log = try AnsweringLog(RandomHistory(seed: seed, count: 80, style: style).events)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<4 {
      let clocks = Clocks.random(at: try log.head(), using: &generator)
      let note = Comment(rawValue: "seed \(seed), \(clocks)")
      try log.read { reader in
        let view = LogView(of: reader, on: clocks)
        let page = try view.timelinePage()
        let timeline = try view.timeline()
        #expect(page.timeline.entries == timeline.entries, note)
        #expect(page.timeline.measures == timeline.measures, note)
        #expect(page.timeline.trade == timeline.trade, note)
        #expect(
          try page.postures == view.postures(), note)
        let board = try view.board()
        #expect(page.postures == board.postures, note)
        #expect(page.leadTimes == board.leadTimes, note)
        let replayed = try view.boardPage()
        #expect(page.frames == replayed.frames, note)
        #expect(replayed.board.histories == board.histories, note)
        #expect(replayed.board.promises == board.promises, note)
      }
    }
  }

  @Test("its picture has the histories that are found day by day", arguments: UInt64(1)...8)
  func sameHistories(seed: UInt64) throws {
    let log = try AnsweringLog(RandomHistory(seed: seed, count: 80).events)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<6 {
      let clocks = Clocks.random(at: try log.head(), using: &generator)
      let note = Comment(rawValue: "seed \(seed), \(clocks)")
      try log.read { reader in
        let picture = try LogView(of: reader, on: clocks).timelinePage().picture
        let first = picture.days.earliest
        var open = clocks
        (open.to, open.knownBy) = (picture.days.latest, nil)
        #expect(
          try picture.histories
            == LogView(of: reader, on: clocks).postureHistories(from: first), note)
        #expect(
          try picture.later == LogView(of: reader, on: open).postureHistories(from: first),
          note)
        #expect(
          try picture.measures
            == LogView(of: reader, on: clocks).measureHistories(from: first), note)
        #expect(
          try picture.laterMeasures
            == LogView(of: reader, on: open).measureHistories(from: first), note)
      }
    }
  }
}
