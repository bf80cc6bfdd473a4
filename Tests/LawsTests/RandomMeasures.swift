import Stances
import TestSupport

/// Steps of a few measures as chance makes them, with ends, suspensions and powers.
enum RandomMeasures {
  private static let keys = ["ban", "rules", "list"]

  static func events(using generator: inout SeededGenerator, count: Int = 30) -> [TestEvent] {
    var dates = RandomDates(style: .mixed, using: &generator)
    var events = [body("ministry", id: "reg-ministry")]
    var begun: [String] = []
    for number in 0..<count {
      let key = keys.randomElement(using: &generator) ?? "ban"
      let power = begun.filter { $0 != key }.randomElement(using: &generator)
      let occurred = dates.occurred(using: &generator)
      let phases = GovernmentMeasure.Phase.allCases
      let phase = phases[Int.random(in: phases.indices, using: &generator)]
      events.append(
        measure(
          key, by: "ministry", phase,
          on: occurred, published: dates.published(using: &generator),
          effective: Bool.random(using: &generator) ? dates.occurred(using: &generator) : nil,
          until: Bool.random(using: &generator) ? dates.occurred(using: &generator) : nil,
          power: Bool.random(using: &generator),
          under: Bool.random(using: &generator) ? power : nil, id: "step-\(number)"))
      begun.append(key)
    }
    return events
  }
}
