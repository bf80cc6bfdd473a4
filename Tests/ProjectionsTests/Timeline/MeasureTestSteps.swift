import JSON
import Projections
import Stances
import TestSupport

/// One step of the act that the tests of a measure's life are about.
func step(
  _ phase: GovernmentMeasure.Phase, on occurred: String, published: String? = nil,
  effective: String? = nil, until: String? = nil, push: Push = .withdraw,
  to addressees: JSONValue? = nil, in markets: [String] = ["RU"], id: String? = nil
) -> TestEvent {
  measure(
    "act", by: "us-commerce", phase, on: occurred, published: published, effective: effective,
    until: until, push: push, to: addressees, in: markets, id: id)
}

/// The life of the act on a day, by its steps in the order of recording.
func life(
  of steps: [TestEvent], on day: String, _ fuzzy: Fuzziness = .lenient,
  rules: RuleSet = .current
) throws -> MeasureLife? {
  var clocks = try Clocks(to: day, fuzzy)
  clocks.rules = rules
  let known = try known(steps, on: clocks).events
  return MeasureLife(known.compactMap(MeasureStep.init), on: clocks)
}

/// The status of the act on a day, as "status since to until": "in_force 2022-03-26 to 2022-06-30".
func standing(
  of steps: [TestEvent], on day: String, _ fuzzy: Fuzziness = .lenient,
  rules: RuleSet = .current
) throws -> String? {
  guard let standing = try life(of: steps, on: day, fuzzy, rules: rules)?.standing else {
    return nil
  }
  let since = standing.since.map { " \($0)" } ?? ""
  let until = standing.until.map { " to \($0)" } ?? ""
  return standing.status.term + since + until
}
