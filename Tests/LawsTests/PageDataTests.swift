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
        let timeline = try TimelineProjection.timeline(in: reader, clocks: clocks)
        #expect(page.timeline.entries == timeline.entries, note)
        #expect(page.timeline.measures == timeline.measures, note)
        #expect(page.timeline.trade == timeline.trade, note)
        #expect(
          try page.postures == PostureProjection.postures(in: reader, clocks: clocks), note)
        let board = try view.board()
        #expect(page.postures == board.postures, note)
        #expect(page.leadTimes == board.leadTimes, note)
        let replayed = try view.boardPage()
        #expect(page.frames == replayed.frames, note)
        #expect(replayed.board.courses == board.courses, note)
        #expect(replayed.board.promises == board.promises, note)
      }
    }
  }

  @Test("its picture has the courses that are found day by day", arguments: UInt64(1)...8)
  func sameCourses(seed: UInt64) throws {
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
          try picture.courses
            == CourseProjection.courses(in: reader, clocks: clocks, from: first), note)
        #expect(
          try picture.later == CourseProjection.courses(in: reader, clocks: open, from: first),
          note)
        #expect(
          try picture.measures
            == CourseProjection.measures(in: reader, clocks: clocks, from: first), note)
        #expect(
          try picture.laterMeasures
            == CourseProjection.measures(in: reader, clocks: open, from: first), note)
      }
    }
  }
}
