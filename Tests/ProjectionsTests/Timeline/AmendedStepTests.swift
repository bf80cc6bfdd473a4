import Projections
import Stances
import TestSupport
import Testing

@Suite("Corrected and withdrawn steps of a measure")
struct AmendedStepTests {
  private let steps = [
    step(.adopted, on: "2022-03-01", id: "adoption"),
    step(.inForce, on: "2022-04-01", published: "2022-04-02", id: "entry"),
  ]

  private func status(
    of steps: [TestEvent], on day: String, knownBy: String? = nil, at position: Position = .max
  ) throws -> MeasureStatus? {
    let clocks = try Clocks(to: day, knownBy: knownBy, at: position)
    return TimelineProjection.measures(in: try known(steps, on: clocks)).first?.status
  }

  @Test("a step counts from its publication on the public clock")
  func publicClock() throws {
    #expect(try status(of: steps, on: "2022-05-01", knownBy: "2022-04-01") == .adopted)
    #expect(try status(of: steps, on: "2022-05-01", knownBy: "2022-04-02") == .inForce)
    #expect(try status(of: steps, on: "2022-05-01", knownBy: "2022-02-28") == nil)
  }

  @Test("a step counts from its position on the log clock")
  func logClock() throws {
    #expect(try status(of: steps, on: "2022-05-01", at: 0) == nil)
    #expect(try status(of: steps, on: "2022-05-01", at: 1) == .adopted)
    #expect(try status(of: steps, on: "2022-05-01", at: 2) == .inForce)
  }

  @Test("a corrected effective day counts from when the correction could be known")
  func correctedDay() throws {
    let later = steps[1].with("effective", "2022-06-01")
    let corrected = steps + [correction(to: later, published: "2022-04-20")]
    #expect(try status(of: corrected, on: "2022-05-31") == .adopted)
    #expect(try status(of: corrected, on: "2022-06-01") == .inForce)
    #expect(try status(of: corrected, on: "2022-05-31", knownBy: "2022-04-19") == .inForce)
    #expect(try status(of: corrected, on: "2022-05-31", knownBy: "2022-04-20") == .adopted)
    #expect(try status(of: corrected, on: "2022-05-31", at: 2) == .inForce)
  }

  @Test("a withdrawn step counts no more from when the retraction could be known")
  func withdrawnStep() throws {
    let withdrawn = steps + [retraction(of: "entry", published: "2022-04-20")]
    #expect(try status(of: withdrawn, on: "2022-05-01") == .adopted)
    #expect(try status(of: withdrawn, on: "2022-05-01", knownBy: "2022-04-19") == .inForce)
    #expect(try status(of: withdrawn, on: "2022-05-01", at: 2) == .inForce)
  }

  @Test("a correction can move a step to another measure")
  func movedStep() throws {
    let other = steps[1].with("measure", "other")
    let clocks = try Clocks(to: "2022-05-01")
    let events = steps + [correction(to: other, published: "2022-04-20")]
    let measures = TimelineProjection.measures(in: try known(events, on: clocks))
    #expect(measures.map(\.measure.text) == ["act", "other"])
    #expect(measures.map(\.status) == [.adopted, .inForce])
    #expect(measures.map { $0.events.map(\.text) } == [["adoption"], ["entry"]])
  }
}
