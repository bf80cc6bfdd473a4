import JSON
import Stances
import TestSupport

/// A history as chance makes one, the same for the same seed: companies, what they say and do,
/// measures, statements, pressure and figures, and corrections and retractions of all these.
///
/// Few companies, markets and days, so that events meet.
struct RandomHistory {
  /// An event and the places of the earlier ones without which a log refuses it, or without which
  /// it means something else.
  struct Step {
    let event: TestEvent
    let needs: Set<Int>
  }

  static let companies = ["ada", "bell", "cray"]
  static let markets = ["RU", "UA"]
  /// Every name that companies have in a history of up to a hundred events.
  static let names =
    companies + aliases + companies.flatMap { slug in (0..<100).map { "\(slug) no. \($0)" } }
  private static let aliases = ["North", "South", "West"]
  private static let measures = ["ban", "rules"]

  private(set) var steps: [Step] = []
  private var generator: SeededGenerator
  private var dates: RandomDates
  /// The places of company events, by which denials, corrections and retractions find them.
  private var claimed: [Int] = []
  private var amendments: [Int] = []
  private var registrations: Set<Int> = []
  private var renamed: [(place: Int, slug: String)] = []
  private var firstOfMeasure: [String: Int] = [:]
  /// Whether the event at a place is withdrawn, and what the retraction at a place withdrew.
  private var withdrawn: Set<Int> = []
  private var withdraws: [Int: Int] = [:]

  /// Whether events have fields that only version 2 of their types has.
  private let hasNewFields: Bool

  init(
    seed: UInt64, count: Int = 60, style: DateStyle = .mixed, hasNewFields: Bool = true
  ) {
    generator = SeededGenerator(seed: seed)
    dates = RandomDates(style: style, using: &generator)
    self.hasNewFields = hasNewFields
    for slug in Self.companies {
      register(company(slug, sector: "telecoms", id: "reg-\(slug)"))
    }
    register(body("ministry", id: "reg-ministry"))
    while steps.count < count { addStep() }
  }

  /// The events in their order.
  var events: [TestEvent] { steps.map(\.event) }

  private mutating func addStep() {
    switch Int.random(in: 0..<20, using: &generator) {
    case 0 where hasNewFields && chance(1, of: 3): moveCompany()
    case 0: renameCompany()
    case 1, 2: correct()
    case 3, 4: retract()
    case 5, 6: moveMeasure()
    case 7: state()
    case 8: press()
    case 9: publishFigure()
    default:
      add(companyEvent(id: "event-\(steps.count)"), needs: referred)
      claimed.append(steps.count - 1)
      referred = []
    }
  }

  // MARK: What companies say and do

  /// What the company event made last denies, and the first steps of the measures it names.
  private var referred: Set<Int> = []

  private mutating func companyEvent(id: String) -> TestEvent {
    let event = plainCompanyEvent(id: id)
    guard hasNewFields else { return event }
    let begun = firstOfMeasure.sorted { $0.key < $1.key }
    let measure = chance(1, of: 5) ? begun.randomElement(using: &generator) : nil
    let grown = RandomFields.grow(
      event, until: dates.occurred(using: &generator), follows: measure?.key, using: &generator)
    if let measure, grown.follows { referred.insert(measure.value) }
    return grown.event
  }

  private mutating func plainCompanyEvent(id: String) -> TestEvent {
    let company = pick(Self.companies)
    let occurred = dates.occurred(using: &generator)
    let published = dates.published(using: &generator)
    let markets = chance(1, of: 4) ? Self.markets : [pick(Self.markets)]
    let grade = pick(["A1", "A1", "B2", "C3", "F6"])
    switch Int.random(in: 0..<10, using: &generator) {
    case 0...2:
      let effective = chance(1, of: 3) ? dates.occurred(using: &generator) : nil
      return announcement(
        company, chance(1, of: 6) ? nil : pick(Level.allCases), on: occurred,
        published: published, effective: effective, in: markets, grade: grade, id: id)
    case 3, 4:
      return silentReduction(
        company, pick([.reducing, .suspended, .exited]), on: occurred, published: published,
        in: markets, grade: grade, id: id)
    case 5:
      return continuedBusiness(
        company, pick([nil, .expanding, .operating, .holding]), on: occurred,
        published: published, in: markets, grade: grade, id: id)
    case 6:
      return resumption(
        company, disclosed: chance(1, of: 2), on: occurred, published: published, in: markets,
        grade: grade, id: id)
    case 7:
      return exit(
        company, pick(Exit.Mode.allCases), disclosed: chance(1, of: 2), on: occurred,
        published: published, in: markets, grade: grade, id: id)
    case 8:
      if chance(1, of: 2), let place = claimed.randomElement(using: &generator) {
        referred = [place]
      }
      return denial(
        company, of: referred.map { steps[$0].event.id.text }, on: occurred, published: published,
        in: markets, grade: grade, id: id)
    default:
      guard chance(1, of: 2) else {
        return declinedComment(
          company, on: occurred, published: published, in: markets, grade: grade, id: id)
      }
      return complianceReview(
        company, pick(ComplianceReview.Phase.allCases), on: occurred, published: published,
        in: markets, grade: grade, id: id)
    }
  }

  // MARK: What changes earlier events

  private mutating func correct() {
    if chance(1, of: 4), let target = renamed.randomElement(using: &generator) {
      return correctName(at: target)
    }
    let open = claimed.filter { !withdrawn.contains($0) }
    guard let target = open.randomElement(using: &generator) else { return }
    let replacement = companyEvent(id: steps[target].event.id.text)
    amend(
      correction(
        to: replacement, published: dates.published(using: &generator),
        id: "correction-\(steps.count)"),
      needs: referred.union([target]))
    referred = []
  }

  private mutating func correctName(at target: (place: Int, slug: String)) {
    let corrected = company(
      target.slug, name: "\(target.slug) no. \(steps.count)", sector: "chips",
      id: steps[target.place].event.id.text)
    amend(
      correction(
        to: corrected, published: dates.published(using: &generator),
        id: "correction-\(steps.count)"),
      needs: registrations)
  }

  private mutating func retract() {
    let open = (claimed + amendments).filter { !withdrawn.contains($0) }
    guard let target = open.randomElement(using: &generator) else { return }
    withdraw(target)
    withdraws[steps.count] = target
    amend(
      retraction(
        of: steps[target].event.id.text, published: dates.published(using: &generator),
        id: "retraction-\(steps.count)"),
      needs: [target])
  }

  /// What is withdrawn withdraws nothing any more.
  private mutating func withdraw(_ place: Int) {
    withdrawn.insert(place)
    if let restored = withdraws[place] { restore(restored) }
  }

  private mutating func restore(_ place: Int) {
    withdrawn.remove(place)
    if let target = withdraws[place] { withdraw(target) }
  }

  /// A company is called otherwise, and based elsewhere, from a day on.
  private mutating func moveCompany() {
    let slug = pick(Self.companies)
    register(
      company(slug, name: "\(slug) no. \(steps.count)", country: "SG", id: "reg-\(steps.count)")
        .with("occurred", dates.occurred(using: &generator))
        .with("published", dates.published(using: &generator)))
  }

  private mutating func renameCompany() {
    let slug = pick(Self.companies)
    renamed.append((steps.count, slug))
    register(
      company(slug, name: "\(slug) no. \(steps.count)", sector: "chips", id: "reg-\(steps.count)")
        .with("aliases", [.string(Self.aliases[steps.count % Self.aliases.count])]))
  }

  // MARK: Governments and others

  private mutating func moveMeasure() {
    let key = pick(Self.measures)
    let first = firstOfMeasure[key]
    if first == nil { firstOfMeasure[key] = steps.count }
    let effective = chance(1, of: 3) ? dates.occurred(using: &generator) : nil
    let until = chance(1, of: 3) ? dates.occurred(using: &generator) : nil
    let event = measure(
      key, by: "ministry", pick(GovernmentMeasure.Phase.allCases),
      on: dates.occurred(using: &generator), published: dates.published(using: &generator),
      effective: effective, until: until,
      push: pick(pushes), to: named(pick(Self.companies)),
      power: chance(1, of: 3), in: [pick(Self.markets)], id: "event-\(steps.count)")
    add(event, needs: first.map { [$0] } ?? [])
  }

  private var pushes: [Push] {
    hasNewFields ? Push.allCases : Push.allCases.filter { $0 != .permit }
  }

  private var acts: [GovernmentStatement.Act] {
    let new: Set<GovernmentStatement.Act> = [.request, .grant, .refuse]
    return GovernmentStatement.Act.allCases.filter { hasNewFields || !new.contains($0) }
  }

  private mutating func state() {
    let about = firstOfMeasure.sorted { $0.key < $1.key }.randomElement(using: &generator)
    let event = statement(
      by: "ministry", pick(acts), push: pick(pushes),
      on: dates.occurred(using: &generator), published: dates.published(using: &generator),
      to: named(pick(Self.companies)), measure: about?.key, in: [pick(Self.markets)],
      id: "event-\(steps.count)")
    add(event, needs: about.map { [$0.value] } ?? [])
  }

  private mutating func press() {
    let event = pressure(
      by: pick(Pressure.Role.allCases), push: pick(Pressure.pushes),
      on: dates.occurred(using: &generator), published: dates.published(using: &generator),
      to: named(pick(Self.companies)), in: [pick(Self.markets)], id: "event-\(steps.count)")
    add(event)
  }

  private mutating func publishFigure() {
    let event = tradeStatistic(
      by: "ministry", product: pick(["laptops", "base stations"]),
      period: dates.occurred(using: &generator), percent: "-40",
      on: dates.occurred(using: &generator), published: dates.published(using: &generator),
      id: "event-\(steps.count)")
    add(event)
  }

  // MARK: Steps

  private mutating func add(_ event: TestEvent, needs: Set<Int> = []) {
    steps.append(Step(event: event, needs: registrations.union(needs)))
  }

  /// Registrations and amendments mean something by their order, so each needs those before it.
  private mutating func register(_ event: TestEvent) {
    add(event)
    registrations.insert(steps.count - 1)
  }

  private mutating func amend(_ event: TestEvent, needs: Set<Int>) {
    add(event, needs: needs.union(amendments))
    amendments.append(steps.count - 1)
  }

  private mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[Int.random(in: choices.indices, using: &generator)]
  }

  private mutating func chance(_ part: Int, of whole: Int) -> Bool {
    Int.random(in: 0..<whole, using: &generator) < part
  }
}

extension RandomHistory {
  /// The same events in another order in which a log takes them.
  func reordered(using generator: inout SeededGenerator) -> [TestEvent] {
    var placed: Set<Int> = []
    var rest = Array(steps.indices)
    var order: [TestEvent] = []
    while !rest.isEmpty {
      let ready = rest.filter { steps[$0].needs.isSubset(of: placed) }
      guard let next = ready.randomElement(using: &generator) else { break }
      order.append(steps[next].event)
      placed.insert(next)
      rest.removeAll { $0 == next }
    }
    return order
  }
}
