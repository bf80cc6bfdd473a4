import Projections
import Stances
import TestSupport
import Testing

@Suite("The suspension of a measure")
struct MeasureSuspensionTests {
  private let suspended = [
    step(.inForce, on: "2022-03-01"), step(.suspended, on: "2022-04-01", until: "2022-04-30"),
  ]

  @Test("lasts through its last day, after which the act is in force again by itself")
  func lastDay() throws {
    #expect(try standing(of: suspended, on: "2022-03-31") == "in_force 2022-03-01")
    #expect(try standing(of: suspended, on: "2022-04-01") == "suspended 2022-04-01 to 2022-04-30")
    #expect(try standing(of: suspended, on: "2022-04-30") == "suspended 2022-04-01 to 2022-04-30")
    #expect(try standing(of: suspended, on: "2022-05-01") == "in_force 2022-05-01")
  }

  @Test("may still run until the last day of a fuzzy end", arguments: Fuzziness.allCases)
  func fuzzyEnd(fuzzy: Fuzziness) throws {
    let steps = [
      step(.inForce, on: "2022-03-01"), step(.suspended, on: "2022-04-01", until: "2022-05~"),
    ]
    #expect(try standing(of: steps, on: "2022-05-31", fuzzy) == "suspended 2022-04-01 to 2022-05~")
    #expect(try standing(of: steps, on: "2022-06-01", fuzzy) == "in_force")
  }

  @Test("without a last day it lasts until another step")
  func endless() throws {
    let steps = [step(.inForce, on: "2022-03-01"), step(.suspended, on: "2022-04-01")]
    #expect(try standing(of: steps, on: "2032-04-01") == "suspended 2022-04-01")
    let amended = steps + [step(.amended, on: "2022-05-01")]
    #expect(try standing(of: amended, on: "2022-05-01") == "suspended 2022-04-01")
    let resumed = steps + [step(.inForce, on: "2022-05-01", id: "again")]
    #expect(try standing(of: resumed, on: "2022-05-01") == "in_force 2022-05-01")
    let lifted = steps + [step(.lifted, on: "2022-05-01")]
    #expect(try standing(of: lifted, on: "2022-05-01") == "lifted 2022-05-01")
  }

  @Test("said again, it keeps its beginning and takes the new last day")
  func saidAgain() throws {
    let steps =
      suspended + [
        step(.suspended, on: "2022-04-20", until: "2022-05-31", id: "again")
      ]
    #expect(try standing(of: steps, on: "2022-05-31") == "suspended 2022-04-01 to 2022-05-31")
  }

  @Test("a second one after the first has run out begins on its own day")
  func second() throws {
    let steps =
      suspended + [
        step(.suspended, on: "2022-06-01", until: "2022-06-30", id: "second")
      ]
    #expect(try standing(of: steps, on: "2022-05-31") == "in_force 2022-05-01")
    #expect(try standing(of: steps, on: "2022-06-01") == "suspended 2022-06-01 to 2022-06-30")
    #expect(try standing(of: steps, on: "2022-07-01") == "in_force 2022-07-01")
  }

  @Test("does not outlast the act")
  func actEndsFirst() throws {
    let steps = [
      step(.inForce, on: "2022-03-01", until: "2022-04-15"),
      step(.suspended, on: "2022-04-01", until: "2022-04-30"),
    ]
    #expect(try standing(of: steps, on: "2022-04-16") == "expired 2022-04-16")
  }

  @Test("said again while it may still run, it keeps its beginning")
  func saidAgainWithinFuzzyEnd() throws {
    let steps = [
      step(.inForce, on: "2022-03-01"), step(.suspended, on: "2022-04-01", until: "2022-05"),
      step(.suspended, on: "2022-05-20", until: "2022-06-30", id: "again"),
    ]
    #expect(try standing(of: steps, on: "2022-06-30") == "suspended 2022-04-01 to 2022-06-30")
  }

  @Test("is over with the act, and does not come back with it")
  func liftedAndRevived() throws {
    let steps =
      suspended + [
        step(.lifted, on: "2022-04-10"), step(.proposed, on: "2022-04-20"),
      ]
    #expect(try standing(of: steps, on: "2022-04-20") == "proposed 2022-04-20")
  }
}
