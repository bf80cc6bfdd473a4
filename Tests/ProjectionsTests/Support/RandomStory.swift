import JSON
import Stances
import TestSupport

/// Random events of every kind that the timeline has, the same for the same seed.
struct RandomStory {
  private var random: SeededGenerator
  private(set) var events: [TestEvent] = [
    body("us-commerce", jurisdiction: "US"), body("cn-mofcom", jurisdiction: "CN"),
    company("dji", sector: "drones"), company("lenovo", sector: "computers"),
  ]

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  /// Adds a number of content events; each has a day of publication of its own, so that the order
  /// in which they are recorded decides nothing.
  mutating func add(events count: Int) {
    for _ in 0..<count { events.append(content(number: events.count)) }
  }

  /// Adds a number of corrections and retractions of what there is.
  mutating func add(amendments count: Int) {
    for _ in 0..<count {
      let number = events.count
      let target = pick(events.filter { $0.id.text.hasPrefix("event-") })
      if pick([true, true, false]) {
        let replacement = content(number: number).with("id", target.id.text)
        events.append(
          correction(to: replacement, published: published(number), id: "amendment-\(number)"))
      } else {
        events.append(
          retraction(
            of: target.id.text, published: published(number), id: "amendment-\(number)"))
      }
    }
  }

  /// A random element.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  /// A random day of the half-year in which the story happens.
  mutating func day() -> String {
    Day(ordinal: 18_993 + Int.random(in: 0..<180, using: &random)).description
  }

  /// Random clocks, the log clock as given.
  mutating func clocks(at position: Position) throws -> Clocks {
    try Clocks(
      to: day(), knownBy: pick([nil, day()]), at: position, pick([.lenient, .strict]))
  }

  private mutating func content(number: Int) -> TestEvent {
    let id = "event-\(number)"
    let body = pick(["us-commerce", "cn-mofcom"])
    switch pick([0, 0, 0, 0, 1, 2, 3, 4]) {
    case 0:
      let key = pick(["power", "act"])
      return measure(
        key, by: body, pick(GovernmentMeasure.Phase.allCases), on: date(),
        published: published(number), effective: pick([nil, nil, date()]),
        until: pick([nil, date()]), push: pick(Push.allCases), to: pick([nil, addressees()]),
        power: key == "power" && pick([true, false]), under: key == "act" ? "power" : nil, id: id)
    case 1:
      return statement(
        by: body, pick(GovernmentStatement.Act.allCases), push: pick(Push.allCases), on: date(),
        published: published(number), to: addressees(), id: id)
    case 2:
      return pressure(
        by: pick(Pressure.Role.allCases), on: date(), published: published(number),
        to: addressees(), id: id)
    case 3:
      return tradeStatistic(
        by: body, product: "laptops", period: "2022-03", percent: "-40", on: date(),
        published: published(number), companies: ["lenovo"], id: id)
    default:
      return announcement(
        pick(["dji", "lenovo"]), pick(Level.allCases), on: date(), published: published(number),
        id: id)
    }
  }

  private mutating func addressees() -> JSONValue {
    pick([
      named("dji"), named("dji", "lenovo"), ["sectors": ["drones"]], ["countries": ["CN"]],
      ["all": true],
    ])
  }

  private mutating func date() -> String {
    let day = day()
    return pick([day, day, day, "\(day.prefix(7))", "\(day.prefix(7))~"])
  }

  private func published(_ number: Int) -> String {
    Day(ordinal: 18_993 + number * 5).description
  }
}
