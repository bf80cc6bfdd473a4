import Stances
import TestSupport

/// Steps of a few measures as chance makes them, with ends, suspensions and powers.
enum RandomMeasures {
  private static let keys = ["ban", "rules", "list"]

  static func events(using generator: inout SeededGenerator, count: Int = 30) -> [TestEvent] {
    var dates = RandomDates(style: .mixed, using: &generator)
    var events = [
      body("ministry", id: "reg-ministry"), company("ada", id: "reg-ada"),
      company("bell", id: "reg-bell"),
    ]
    var begun: [String] = []
    for number in 0..<count {
      let key = keys.randomElement(using: &generator) ?? "ban"
      let powers = Set(begun.filter { $0 != key }).sorted().shuffled(using: &generator)
      let occurred = dates.occurred(using: &generator)
      let phases = GovernmentMeasure.Phase.allCases
      let phase = phases[Int.random(in: phases.indices, using: &generator)]
      let pushes: [Push] = [.withdraw, .stay, .permit, .none]
      var step = measure(
        key, by: "ministry", phase,
        on: occurred, published: dates.published(using: &generator),
        effective: Bool.random(using: &generator) ? dates.occurred(using: &generator) : nil,
        until: Bool.random(using: &generator) ? dates.occurred(using: &generator) : nil,
        push: pushes[number % 4],
        to: Bool.random(using: &generator) ? named(number % 3 == 0 ? "ada" : "bell") : nil,
        power: Bool.random(using: &generator), id: "step-\(number)")
      if !powers.isEmpty, Bool.random(using: &generator) {
        let count = Int.random(in: 1...powers.count, using: &generator)
        step = step.with("under", strings(Array(powers.prefix(count))))
        if number % 2 == 0 { step = step.with("used_by", "court") }
      }
      events.append(step)
      begun.append(key)
    }
    return events
  }
}
