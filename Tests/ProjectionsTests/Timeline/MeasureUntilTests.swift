import Projections
import Stances
import TestSupport
import Testing

@Suite("The end of a measure")
struct MeasureUntilTests {
  private let limited = [step(.inForce, on: "2022-03-01", until: "2022-03-31")]

  @Test("its last day is the last in force; from the next it has expired")
  func lastDay() throws {
    #expect(try standing(of: limited, on: "2022-03-30") == "in_force 2022-03-01 to 2022-03-31")
    #expect(try standing(of: limited, on: "2022-03-31") == "in_force 2022-03-01 to 2022-03-31")
    #expect(try standing(of: limited, on: "2022-04-01") == "expired 2022-04-01")
  }

  @Test("may still run until the last day of a fuzzy end", arguments: Fuzziness.allCases)
  func fuzzyEnd(fuzzy: Fuzziness) throws {
    let steps = [step(.inForce, on: "2022-03-01", until: "2022-05")]
    #expect(try standing(of: steps, on: "2022-05-01", fuzzy) == "in_force 2022-03-01 to 2022-05")
    #expect(try standing(of: steps, on: "2022-05-31", fuzzy) == "in_force 2022-03-01 to 2022-05")
    #expect(try standing(of: steps, on: "2022-06-01", fuzzy) == "expired")
  }

  @Test("an open end never passes")
  func openEnd() throws {
    let steps = [step(.inForce, on: "2022-03-01", until: "2022-06-01/..")]
    #expect(
      try standing(of: steps, on: "9999-12-31") == "in_force 2022-03-01 to 2022-06-01/..")
  }

  @Test("an act adopted with an end expires though it never came into force")
  func adoptedOnly() throws {
    let steps = [step(.adopted, on: "2022-03-01", until: "2022-03-31")]
    #expect(try standing(of: steps, on: "2022-03-31") == "adopted 2022-03-01 to 2022-03-31")
    #expect(try standing(of: steps, on: "2022-04-01") == "expired 2022-04-01")
  }

  @Test("the last day of a consultation ends no proposal")
  func proposalRunsOn() throws {
    let steps = [step(.proposed, on: "2022-03-01", until: "2022-03-31")]
    #expect(try standing(of: steps, on: "2022-04-01") == "proposed 2022-03-01")
  }

  @Test("a further step that names no end leaves the end unchanged")
  func keptEnd() throws {
    let steps =
      limited + [
        step(.amended, on: "2022-03-10"), step(.inForce, on: "2022-03-11", id: "listing"),
      ]
    #expect(try standing(of: steps, on: "2022-03-31") == "in_force 2022-03-01 to 2022-03-31")
    #expect(try standing(of: steps, on: "2022-04-01") == "expired 2022-04-01")
  }

  @Test("a later step in force revives an act that has run out, and forgets its end")
  func revival() throws {
    let steps = limited + [step(.inForce, on: "2022-05-01", id: "again")]
    #expect(try standing(of: steps, on: "2022-04-30") == "expired 2022-04-01")
    #expect(try standing(of: steps, on: "2022-05-01") == "in_force 2022-05-01")
  }

  @Test("an act that has run out is not suspended")
  func noSuspensionAfterEnd() throws {
    let steps = limited + [step(.suspended, on: "2022-04-02", until: "2022-06-30")]
    #expect(try standing(of: steps, on: "2022-05-01") == "expired 2022-04-01")
  }

  @Test("being lifted ends an act before its last day")
  func liftedEarly() throws {
    let steps = limited + [step(.lifted, on: "2022-03-20")]
    #expect(try standing(of: steps, on: "2022-03-20") == "lifted 2022-03-20")
    #expect(try standing(of: steps, on: "2022-04-01") == "lifted 2022-03-20")
  }

  @Test("an act revived after it was lifted forgets its end")
  func revivalAfterLifting() throws {
    let steps =
      limited + [
        step(.lifted, on: "2022-03-20"), step(.inForce, on: "2022-03-25", id: "again"),
      ]
    #expect(try standing(of: steps, on: "2022-04-01") == "in_force 2022-03-25")
  }

  @Test(
    "an estimated last day gives no exact day of expiry", arguments: ["2022-03-31~", "2022-03"])
  func estimatedEnd(until: String) throws {
    let steps = [step(.inForce, on: "2022-03-01", until: until)]
    #expect(try standing(of: steps, on: "2022-04-01") == "expired")
  }
}
