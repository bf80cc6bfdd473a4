import Projections
import Stances
import TestSupport
import Testing

/// A chronicle takes from one reading what other answers read for themselves; it must be the same.
@Suite("Chronicles")
struct ChronicleTests {
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
        let chronicle = try Chronicle(in: reader, clocks: clocks)
        let timeline = try TimelineProjection.timeline(in: reader, clocks: clocks)
        #expect(chronicle.timeline.entries == timeline.entries, note)
        #expect(chronicle.timeline.measures == timeline.measures, note)
        #expect(chronicle.timeline.trade == timeline.trade, note)
        #expect(
          try chronicle.postures == PostureProjection.postures(in: reader, clocks: clocks), note)
        let courses = try Courses(in: reader, clocks: clocks)
        #expect(chronicle.frames == courses.frames, note)
        #expect(chronicle.moves == courses.moves, note)
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
        let panorama = try Chronicle(in: reader, clocks: clocks).panorama
        let first = panorama.days.earliest
        var open = clocks
        (open.to, open.knownBy) = (panorama.days.latest, nil)
        #expect(
          try panorama.courses
            == CourseProjection.courses(in: reader, clocks: clocks, from: first), note)
        #expect(
          try panorama.later == CourseProjection.courses(in: reader, clocks: open, from: first),
          note)
        #expect(
          try panorama.measures
            == CourseProjection.measures(in: reader, clocks: clocks, from: first), note)
        #expect(
          try panorama.laterMeasures
            == CourseProjection.measures(in: reader, clocks: open, from: first), note)
      }
    }
  }
}
