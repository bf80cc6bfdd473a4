import JSON
import Projections
import Stances
import TestSupport
import Testing

/// How many get which grade, in whole and in parts.
@Suite("Counts by grading methods")
struct GradeCountTests {
  private let left = GradingMethod(
    name: "left/1", says: "Who is out.", note: nil,
    grades: [("sold", "sold"), ("seized", "seized"), ("out", "out otherwise"), ("in", "not out")],
    left: ["sold", "out"],
    rows: [
      .init(modes: [.seized], gives: "seized"), .init(modes: [.sold], gives: "sold"),
      .init(does: [.exited], gives: "out"), .init(isKnown: true, gives: "in"),
    ], sha256: "a")
  private let said = GradingMethod(
    name: "said/1", says: "Who says so.", note: nil,
    grades: [("goes", "says that it goes"), ("stays", "does not")], left: ["goes"],
    rows: [
      .init(says: [.announced(.exited), .announced(.exiting)], gives: "goes"),
      .init(gives: "stays"),
    ], sha256: "b")

  private func exit(_ company: String, _ mode: Exit.Mode, id: String) -> TestEvent {
    TestSupport.exit(company, mode, disclosed: false, on: "2022-05-01", id: id)
  }

  private func log() throws -> TestLog {
    try TestLog([
      company("acme", country: "US", sector: "oil"), company("bell", country: "US"),
      company("cray", country: "DE", sector: "oil"), company("dell", country: "DE"),
      exit("acme", .sold, id: "acme-out"), exit("bell", .seized, id: "bell-out"),
      exit("cray", .liquidated, id: "cray-out"),
      announcement("dell", .exited, on: "2022-03-01", id: "dell-word"),
    ])
  }

  private func count(
    _ log: TestLog, to day: String = "2022-12-31", split: GradeCount.Split? = nil
  ) throws -> GradeCount {
    let clocks = try log.clocks(to: day)
    return try log.read {
      try LogView(of: $0, on: clocks).gradeCount(by: [left, said], split: split)
    }
  }

  @Test("each posture has a grade by each method; those without one are not among the graded")
  func counts() throws {
    let count = try count(log())
    #expect(
      count.postures.map { "\($0.posture.company) \($0.grades.joined(separator: " "))" }
        == ["acme sold stays", "bell seized stays", "cray out stays", "dell in goes"])
    let grades = count.grades(by: 0)
    #expect(
      grades.counts.map { "\($0.grade) \($0.count)" } == ["sold 1", "seized 1", "out 1", "in 1"])
    #expect(grades.graded == 4 && grades.left == 2)
    #expect(count.grades(by: 1).left == 1)
    #expect(count.disputed.map(\.posture.company.text) == ["acme", "cray", "dell"])
    // On an earlier day nothing was done, and a word was said.
    let before = try self.count(log(), to: "2022-04-01")
    #expect(before.postures.map(\.grades) == [["in", "goes"]])
  }

  @Test("parts add up to the whole, the largest first, and what has none last")
  func parts() throws {
    for split in GradeCount.Split.allCases {
      let count = try count(log(), split: split)
      let parts = count.parts(by: 0)
      #expect(parts.reduce(0) { $0 + $1.graded } == count.grades(by: 0).graded)
      #expect(parts.compactMap(\.left).reduce(0, +) == count.grades(by: 0).left)
      switch split {
      case .country: #expect(parts.map(\.part) == ["DE", "US"])
      case .sector: #expect(parts.map(\.part) == ["oil", nil])
      case .market: #expect(parts.map(\.part) == ["RU"])
      }
    }
  }

  @Test("how a company left is as corrected")
  func corrected() throws {
    let log = try log()
    try log.append([
      correction(to: exit("acme", .walkedAway, id: "acme-out"), published: "2022-06-01")
    ])
    #expect(try count(log).postures.first?.grades.first == "out")
  }
}
