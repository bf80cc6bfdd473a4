import Projections
import Stances
import TestSupport
import Testing

@Suite("The effective day of a measure")
struct MeasureEffectiveTests {
  @Test(
    "an act counts as adopted until its day comes, and is in force from that day on",
    arguments: [GovernmentMeasure.Phase.inForce, .adopted])
  func ahead(phase: GovernmentMeasure.Phase) throws {
    let steps = [step(phase, on: "2022-03-25", effective: "2022-04-01")]
    #expect(try standing(of: steps, on: "2022-03-24") == nil)
    #expect(try standing(of: steps, on: "2022-03-25") == "adopted 2022-03-25")
    #expect(try standing(of: steps, on: "2022-03-31") == "adopted 2022-03-25")
    #expect(try standing(of: steps, on: "2022-04-01") == "in_force 2022-04-01")
    #expect(try life(of: steps, on: "2022-03-31")?.effective?.text == "2022-04-01")
    #expect(try life(of: steps, on: "2022-04-01")?.effective == nil)
  }

  @Test("a step made with an earlier effective day counts from that day")
  func retroactive() throws {
    let steps = [step(.inForce, on: "2022-03-25", effective: "2022-03-01")]
    #expect(try standing(of: steps, on: "2022-02-28") == nil)
    #expect(try standing(of: steps, on: "2022-03-01") == "in_force 2022-03-01")
  }

  @Test("an act lifted before its day comes never comes into force")
  func liftedBefore() throws {
    let steps = [
      step(.adopted, on: "2022-03-01", effective: "2022-04-01"), step(.lifted, on: "2022-03-20"),
    ]
    #expect(try standing(of: steps, on: "2022-03-19") == "adopted 2022-03-01")
    #expect(try standing(of: steps, on: "2022-04-01") == "lifted 2022-03-20")
  }

  @Test("an act suspended before its day comes is in force from that day on")
  func suspendedBefore() throws {
    let steps = [
      step(.adopted, on: "2022-03-01", effective: "2022-04-01"),
      step(.suspended, on: "2022-03-20", until: "2022-04-30"),
    ]
    #expect(try standing(of: steps, on: "2022-03-31") == "suspended 2022-03-20 to 2022-04-30")
    #expect(try standing(of: steps, on: "2022-04-01") == "in_force 2022-04-01")
    func before(_ day: String) throws -> String? {
      try standing(of: steps, on: day, rules: .first)
    }
    #expect(try before("2022-04-01") == "suspended 2022-03-20 to 2022-04-30")
    #expect(try before("2022-05-01") == "in_force 2022-05-01")
  }

  @Test("a listing added to an act in force, for a later day, leaves it in force")
  func laterListing() throws {
    let steps = [
      step(.inForce, on: "2022-03-01", id: "first"),
      step(.inForce, on: "2022-04-01", effective: "2022-05-01", id: "second"),
    ]
    #expect(try standing(of: steps, on: "2022-04-15") == "in_force 2022-03-01")
    #expect(try life(of: steps, on: "2022-05-01")?.steps.count == 2)
  }

  @Test(
    "a lifting, suspension or amendment for a later day waits for that day",
    arguments: [GovernmentMeasure.Phase.lifted, .suspended, .amended])
  func othersAhead(phase: GovernmentMeasure.Phase) throws {
    let steps = [
      step(.inForce, on: "2022-03-01"), step(phase, on: "2022-04-01", effective: "2022-05-01"),
    ]
    #expect(try standing(of: steps, on: "2022-04-30") == "in_force 2022-03-01")
    #expect(try life(of: steps, on: "2022-04-30")?.steps.count == 1)
    #expect(try life(of: steps, on: "2022-05-01")?.steps.count == 2)
  }

  @Test("a fuzzy effective day has come by its first day, or strictly by its last")
  func fuzzy() throws {
    let steps = [step(.inForce, on: "2022-02-15", effective: "2022-04")]
    #expect(try standing(of: steps, on: "2022-03-31", .lenient) == "adopted 2022-02-15")
    #expect(try standing(of: steps, on: "2022-04-01", .lenient) == "in_force 2022-04")
    #expect(try standing(of: steps, on: "2022-04-29", .strict) == "adopted 2022-02-15")
    #expect(try standing(of: steps, on: "2022-04-30", .strict) == "in_force 2022-04")
  }

  @Test("an act made within the month from which it counts is strictly adopted until its end")
  func withinItsMonth() throws {
    let steps = [step(.inForce, on: "2022-04-07", effective: "2022-04")]
    #expect(try standing(of: steps, on: "2022-04-07", .strict) == "adopted 2022-04-07")
    #expect(try standing(of: steps, on: "2022-04-30", .strict) == "in_force 2022-04")
    #expect(try standing(of: steps, on: "2022-04-07", .lenient) == "in_force 2022-04")
    #expect(try life(of: steps, on: "2022-04-30")?.steps.count == 1)
  }

  @Test("an act lifted before a later version's day keeps the name it had")
  func liftedName() throws {
    let steps = [
      step(.inForce, on: "2022-03-01", id: "first").with("title", "First version"),
      step(.inForce, on: "2022-04-01", effective: "2022-05-01", id: "second"),
      step(.lifted, on: "2022-04-15"),
    ]
    let life = try #require(try life(of: steps, on: "2022-05-01"))
    #expect(life.founding.measure.title == "First version" && life.standing.status == .lifted)
  }
}
