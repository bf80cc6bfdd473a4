import Projections
import Stances
import TestSupport
import Testing

@Suite("The steps of a measure")
struct MeasureStepTests {
  private let steps = [
    step(.threatened, on: "2022-01-10"), step(.proposed, on: "2022-02-10"),
    step(.adopted, on: "2022-03-10"), step(.inForce, on: "2022-04-10"),
    step(.amended, on: "2022-05-10"), step(.suspended, on: "2022-06-10"),
    step(.inForce, on: "2022-07-10", id: "again"), step(.lifted, on: "2022-08-10"),
  ]

  @Test(
    "lead from a threat to the end, each from its own day",
    arguments: [
      ("2022-01-09", nil),
      ("2022-01-10", "threatened 2022-01-10"), ("2022-02-09", "threatened 2022-01-10"),
      ("2022-02-10", "proposed 2022-02-10"), ("2022-03-09", "proposed 2022-02-10"),
      ("2022-03-10", "adopted 2022-03-10"), ("2022-04-09", "adopted 2022-03-10"),
      ("2022-04-10", "in_force 2022-04-10"), ("2022-05-10", "in_force 2022-04-10"),
      ("2022-06-09", "in_force 2022-04-10"),
      ("2022-06-10", "suspended 2022-06-10"), ("2022-07-09", "suspended 2022-06-10"),
      ("2022-07-10", "in_force 2022-07-10"), ("2022-08-09", "in_force 2022-07-10"),
      ("2022-08-10", "lifted 2022-08-10"), ("2030-01-01", "lifted 2022-08-10"),
    ] as [(String, String?)])
  func fromThreatToEnd(day: String, expected: String?) throws {
    #expect(try standing(of: steps, on: day) == expected)
    #expect(try standing(of: steps.reversed(), on: day) == expected)
  }

  @Test("are taken in order of first day, last day, publication, position")
  func order() throws {
    let steps = [
      step(.lifted, on: "2022-03-10", id: "d"),
      step(.inForce, on: "2022-03-10", published: "2022-03-09", id: "c"),
      step(.proposed, on: "2022-03", id: "b"), step(.threatened, on: "2022-03-01", id: "a"),
      step(.amended, on: "2022-03-10", id: "e"),
    ]
    let counted = try life(of: steps, on: "2022-04-01")?.steps.map(\.event.text)
    #expect(counted == ["a", "b", "c", "d", "e"])
  }

  @Test("never take back how far an act has come")
  func noWayBack() throws {
    let steps = [
      step(.inForce, on: "2022-03-01"), step(.threatened, on: "2022-04-01"),
      step(.proposed, on: "2022-04-02"), step(.adopted, on: "2022-04-03"),
    ]
    #expect(try standing(of: steps, on: "2022-05-01") == "in_force 2022-03-01")
  }

  @Test("begin again after an act has ended")
  func revival() throws {
    let ended = [step(.inForce, on: "2022-01-01"), step(.expired, on: "2022-03-01")]
    #expect(try standing(of: ended, on: "2022-03-01") == "expired 2022-03-01")
    let proposed = ended + [step(.proposed, on: "2022-04-01")]
    #expect(try standing(of: proposed, on: "2022-04-01") == "proposed 2022-04-01")
    let revived = ended + [step(.inForce, on: "2022-04-01", id: "again")]
    #expect(try standing(of: revived, on: "2022-03-31") == "expired 2022-03-01")
    #expect(try standing(of: revived, on: "2022-04-01") == "in_force 2022-04-01")
  }

  @Test("an act first met as amended was in force, since a day that is not recorded")
  func firstMetAmended() throws {
    #expect(try standing(of: [step(.amended, on: "2022-03-01")], on: "2022-03-01") == "in_force")
  }

  @Test("title and push are those of the step that brought the act furthest, not of an amendment")
  func foundingStep() throws {
    let steps = [
      step(.proposed, on: "2022-02-01", push: .none).with("title", "Bill"),
      step(.inForce, on: "2022-03-01", push: .withdraw).with("title", "Act"),
      step(.amended, on: "2022-04-01", push: .stay).with("title", "Second list"),
    ]
    let proposed = try #require(try life(of: steps, on: "2022-02-28")).founding.measure
    #expect(proposed.title == "Bill" && proposed.push == .none)
    let amended = try #require(try life(of: steps, on: "2022-04-01")).founding.measure
    #expect(amended.title == "Act" && amended.push == .withdraw)
  }
}
