import EventLog
import Projections
import Stances
import TestSupport
import Testing

@Suite("Explanations of a posture")
struct ExplanationTests {
  private func steps(_ events: [TestEvent], to day: String) throws -> [String] {
    let log = try TestLog(events)
    let clocks = try log.clocks(to: day)
    let explanation = try log.log.read {
      try LogView(of: $0, on: clocks)
        .explanation(of: CompanyID(recorded: "lenovo"), in: try Market(code: "RU"))
    }
    return try #require(explanation).steps.map { step in
      "\(step.event) \(step.field.term) \(step.overruledBy?.term ?? "counts")"
    }
  }

  @Test("says of each event what it set, and by which rule another was overruled")
  func rules() throws {
    let found = try steps(
      [
        company("lenovo"),
        silentReduction("lenovo", .suspended, on: "2022-02-25", grade: "C3", id: "claim"),
        silentReduction(
          "lenovo", .suspended, on: "2022-03~", published: "2022-05-06", id: "report"),
        announcement("lenovo", .operating, on: "2022-03-11", id: "defence"),
        declinedComment("lenovo", on: "2022-05-06", id: "no-comment"),
        continuedBusiness("lenovo", .operating, on: "2022-05-06", grade: "C3", id: "weak"),
      ], to: "2022-05-06")
    #expect(
      found == [
        "claim conduct trimmed_weak", "report conduct counts", "defence voice counts",
        "defence conduct defence", "weak conduct weak_claim",
        "no-comment voice declined_after_word",
      ])
  }

  @Test("names the pledge that a later word cancelled")
  func cancelledPledge() throws {
    let found = try steps(
      [
        company("lenovo"),
        announcement(
          "lenovo", .exited, on: "2022-02-21", effective: "2022-03-04", id: "exit"),
        resumption("lenovo", disclosed: true, on: "2022-02-26", id: "reversal"),
      ], to: "2022-03-10")
    #expect(
      found == [
        "exit voice superseded", "reversal voice counts", "reversal conduct counts",
        "exit conduct cancelled_pledge",
      ])
  }

  @Test("answers nothing if nothing is recorded")
  func nothing() throws {
    let log = try TestLog([company("lenovo")])
    let clocks = try log.clocks(to: "2022-05-06")
    let explanation = try log.log.read {
      try LogView(of: $0, on: clocks)
        .explanation(of: CompanyID(recorded: "lenovo"), in: try Market(code: "RU"))
    }
    #expect(explanation == nil)
  }
}
