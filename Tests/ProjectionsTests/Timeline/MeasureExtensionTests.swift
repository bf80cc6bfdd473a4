import Projections
import Stances
import TestSupport
import Testing

@Suite("The extension of a measure")
struct MeasureExtensionTests {
  private let limited = [step(.inForce, on: "2022-03-01", until: "2022-03-31")]
  private let suspended = [
    step(.inForce, on: "2022-03-01"), step(.suspended, on: "2022-04-01", until: "2022-04-30"),
  ]

  @Test(
    "moves the end of the act, on the day before it, on it and, by the first rules, just after it",
    arguments: ["2022-03-30", "2022-03-31", "2022-04-01"])
  func act(day: String) throws {
    let steps = limited + [step(.extended, on: day, until: "2022-06-30")]
    #expect(
      try standing(of: steps, on: "2022-04-01", rules: .first)
        == "in_force 2022-03-01 to 2022-06-30")
    #expect(
      try standing(of: steps, on: "2022-06-30", rules: .first)
        == "in_force 2022-03-01 to 2022-06-30")
    #expect(try standing(of: steps, on: "2022-07-01", rules: .first) == "expired 2022-07-01")
  }

  @Test("is not foreseen: between the end and a later extension the act has expired")
  func gap() throws {
    let steps = limited + [step(.extended, on: "2022-04-03", until: "2022-06-30")]
    #expect(try standing(of: steps, on: "2022-04-02") == "expired 2022-04-01")
    #expect(try standing(of: steps, on: "2022-04-03") == "in_force 2022-04-03 to 2022-06-30")
    #expect(
      try standing(of: steps, on: "2022-04-03", rules: .first)
        == "in_force 2022-03-01 to 2022-06-30")
  }

  @Test(
    "moves the end of a suspension, on the day before it, on it and, by the first rules, just after it",
    arguments: ["2022-04-29", "2022-04-30", "2022-05-01"])
  func suspension(day: String) throws {
    let steps = suspended + [step(.extended, on: day, until: "2022-05-31")]
    #expect(
      try standing(of: steps, on: "2022-05-01", rules: .first)
        == "suspended 2022-04-01 to 2022-05-31")
    #expect(
      try standing(of: steps, on: "2022-05-31", rules: .first)
        == "suspended 2022-04-01 to 2022-05-31")
    #expect(try standing(of: steps, on: "2022-06-01", rules: .first) == "in_force 2022-06-01")
  }

  @Test(
    "begins a new suspension, too, if a step that changes nothing came after the end of the last")
  func stepBetween() throws {
    let extended = step(.extended, on: "2022-05-20", until: "2022-06-30")
    let proposed = suspended + [step(.proposed, on: "2022-05-10"), extended]
    #expect(try standing(of: proposed, on: "2022-05-19") == "in_force 2022-05-01")
    #expect(try standing(of: proposed, on: "2022-05-20") == "suspended 2022-05-20 to 2022-06-30")
    let again = suspended + [step(.inForce, on: "2022-05-10", id: "again"), extended]
    #expect(try standing(of: again, on: "2022-05-20") == "in_force 2022-05-01 to 2022-06-30")
  }

  @Test("revives no act that expired before it was adopted, and any other at the stage it had")
  func neverAdopted() throws {
    let extended = step(.extended, on: "2022-03-28", until: "2022-04-29")
    let proposed = [step(.proposed, on: "2022-03-02"), step(.expired, on: "2022-03-18")]
    #expect(try standing(of: proposed + [extended], on: "2022-04-01") == "expired 2022-03-18")
    let adopted = [step(.adopted, on: "2022-03-02"), step(.expired, on: "2022-03-18")]
    #expect(
      try standing(of: adopted + [extended], on: "2022-04-01")
        == "adopted 2022-03-28 to 2022-04-29")
  }

  @Test("after a suspension, a day beyond the act's own end is the act's new end")
  func actAfterSuspension() throws {
    let steps = [
      step(.inForce, on: "2022-03-01", until: "2022-12-31"),
      step(.suspended, on: "2022-04-01", until: "2022-04-30"),
    ]
    let act = steps + [step(.extended, on: "2022-12-01", until: "2023-12-31")]
    #expect(try standing(of: act, on: "2022-12-01") == "in_force 2022-05-01 to 2023-12-31")
    let suspension = steps + [step(.extended, on: "2022-05-01", until: "2022-05-31")]
    #expect(
      try standing(of: suspension, on: "2022-05-31") == "suspended 2022-05-01 to 2022-05-31")
    #expect(
      try standing(of: suspension, on: "2022-05-31", rules: .first)
        == "suspended 2022-04-01 to 2022-05-31")
    #expect(
      try standing(of: suspension, on: "2022-06-01") == "in_force 2022-06-01 to 2022-12-31")
  }

  @Test("that names no end takes the end away")
  func withoutEnd() throws {
    let steps = limited + [step(.extended, on: "2022-03-15")]
    #expect(try standing(of: steps, on: "2032-01-01") == "in_force 2022-03-01")
  }

  @Test("between adoption and the effective day holds on that day too")
  func beforeEffectiveDay() throws {
    let steps = [
      step(.inForce, on: "2022-03-01", effective: "2022-04-01", until: "2022-04-30"),
      step(.extended, on: "2022-03-15", until: "2022-05-31"),
    ]
    #expect(try standing(of: steps, on: "2022-05-31") == "in_force 2022-04-01 to 2022-05-31")
  }

  @Test("does not revive an act that was lifted")
  func lifted() throws {
    let steps =
      limited + [
        step(.lifted, on: "2022-03-20"), step(.extended, on: "2022-03-25", until: "2022-06-30"),
      ]
    #expect(try standing(of: steps, on: "2022-04-01") == "lifted 2022-03-20")
  }

  @Test("moves the end of the act if that has just passed in the middle of a suspension")
  func actInSuspension() throws {
    let steps =
      limited + [
        step(.suspended, on: "2022-03-15"), step(.extended, on: "2022-04-01", until: "2022-06-30"),
      ]
    #expect(try standing(of: steps, on: "2022-06-30", rules: .first) == "suspended 2022-03-15")
    #expect(try standing(of: steps, on: "2022-06-30") == "in_force 2022-04-01 to 2022-06-30")
    #expect(try standing(of: steps, on: "2022-07-01") == "expired 2022-07-01")
  }
}
