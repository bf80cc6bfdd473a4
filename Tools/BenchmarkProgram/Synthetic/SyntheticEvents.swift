/// A seeded history in JSON Lines: registrations, then what companies, bodies and others say and
/// do, about 600 bytes an event, as real ones have.
///
/// Of a thousand events some five are corrections and one is a retraction; a fifth of the
/// announcements are pledges; a fifth of all dates say no day.
struct SyntheticEvents {
  /// An event that later ones may deny, correct or retract.
  private struct Reference {
    let id: String
    let company: Int
  }

  /// How many earlier events are kept to refer to.
  private static let memory = 512

  private let companies: Int
  private var chance: SeededChance
  private var recent: [Reference] = []
  private var oldest = 0
  private var retracted: Set<String> = []
  /// The place of the next event, which also makes its id its own.
  private var number: Int

  /// The first event is the one at the place `number`: after the registrations, which it skips.
  init(companies: Int, seed: UInt64, startingAt number: Int = 0) {
    self.companies = companies
    self.number = number
    chance = SeededChance(seed: seed)
  }

  /// The next event's line, without the line's end.
  mutating func nextLine() -> String {
    defer { number += 1 }
    if number < SyntheticNames.bodies.count {
      return registration(ofBody: SyntheticNames.bodies[number])
    }
    let company = number - SyntheticNames.bodies.count
    if company < companies { return registration(ofCompany: company) }
    return switch chance.below(1_000) {
    case 0..<5: correction()
    case 5: retraction()
    case 6..<60: statement()
    case 60..<100: pressure()
    case 100..<130: figure()
    default: companyEvent()
    }
  }

  // MARK: Registrations

  private func registration(ofBody slug: String) -> String {
    """
    {"id":"registered-\(slug)","type":"body_registered","v":1,"body":"\(slug)",\
    "name":"Body \(slug)","jurisdiction":"\(slug.prefix(2).uppercased())","sector":"government"}
    """
  }

  private func registration(ofCompany index: Int) -> String {
    let slug = SyntheticNames.company(index)
    return """
      {"id":"registered-\(slug)","type":"company_registered","v":1,"company":"\(slug)",\
      "name":"Company no. \(index)","country":"CN","sector":"\(SyntheticNames.sector(index))"}
      """
  }

  // MARK: What companies say and do

  private mutating func companyEvent() -> String {
    let company = chance.below(companies)
    let (type, fields) = act(of: company)
    let id = "\(SyntheticNames.company(company))-\(SyntheticNames.hyphenated(type))-\(number)"
    remember(Reference(id: id, company: company))
    return event(id: id, type: type, company: company, fields: fields)
  }

  private mutating func event(
    id: String, type: String, company: Int, fields: String
  ) -> String {
    """
    {"id":"\(id)","type":"\(type)","v":1,"company":"\(SyntheticNames.company(company))",\
    "markets":["\(chance.pick(SyntheticNames.markets))"]\(fields),\(dated()),\(account())}
    """
  }

  /// A type of event with the members that are its own.
  private mutating func act(of company: Int) -> (type: String, fields: String) {
    switch chance.below(100) {
    case 0..<26:
      let level = chance.pick(SyntheticNames.levels)
      let effective = chance.below(5) == 0 ? ",\"effective\":\"\(SyntheticNames.day(900))\"" : ""
      return ("public_announcement", ",\"level\":\"\(level)\"\(effective)")
    case 26..<50:
      let level = chance.pick(["reducing", "suspended", "exited"])
      return ("silent_reduction", ",\"level\":\"\(level)\",\"extent\":\"two of three lines\"")
    case 50..<74:
      let level = chance.pick(["expanding", "operating", "holding"])
      return ("continued_business", ",\"level\":\"\(level)\"")
    case 74..<81:
      let denied = recent.last { $0.company == company }.map { ",\"denies\":[\"\($0.id)\"]" }
      return ("denial", denied ?? "")
    case 81..<88:
      return ("declined_comment", "")
    case 88..<94:
      return ("compliance_review", ",\"phase\":\"\(chance.pick(["opened", "concluded"]))\"")
    case 94..<98:
      return ("resumption", ",\"disclosed\":\(chance.below(2) == 0)")
    default:
      return ("exit", ",\"mode\":\"sold\",\"disclosed\":\(chance.below(2) == 0)")
    }
  }

  // MARK: What changes earlier events

  private mutating func correction() -> String {
    guard let target = reference() else { return companyEvent() }
    let replacement = event(
      id: target.id, type: "silent_reduction", company: target.company,
      fields: ",\"level\":\"reducing\"")
    return """
      {"id":"correction-\(number)","type":"correction","v":1,"corrects":"\(target.id)",\
      "replacement":\(replacement),"reason":"The publisher corrected the extent.",\
      "published":"\(SyntheticNames.day(chance.below(730)))"}
      """
  }

  private mutating func retraction() -> String {
    guard let target = reference() else { return companyEvent() }
    retracted.insert(target.id)
    return """
      {"id":"retraction-\(number)","type":"retraction","v":1,"retracts":"\(target.id)",\
      "reason":"The publisher withdrew its report.",\
      "published":"\(SyntheticNames.day(chance.below(730)))"}
      """
  }

  private mutating func reference() -> Reference? {
    guard !recent.isEmpty else { return nil }
    let found = recent[chance.below(recent.count)]
    return retracted.contains(found.id) ? nil : found
  }

  private mutating func remember(_ reference: Reference) {
    if recent.count < Self.memory {
      recent.append(reference)
    } else {
      recent[oldest] = reference
      oldest = (oldest + 1) % Self.memory
    }
  }

  // MARK: Governments, suppliers, figures

  private mutating func statement() -> String {
    let body = chance.pick(SyntheticNames.bodies)
    return """
      {"id":"\(body)-statement-\(number)","type":"government_statement","v":1,"body":"\(body)",\
      "markets":["RU"],"act":"urge","push":"\(chance.pick(["stay", "withdraw"]))",\
      "addressees":{"countries":["CN"]},\(dated()),\(account())}
      """
  }

  private mutating func pressure() -> String {
    let company = SyntheticNames.company(chance.below(companies))
    return """
      {"id":"pressure-\(number)","type":"pressure","v":1,"markets":["RU"],\
      "by":{"role":"supplier","names":["A maker of chips"]},\
      "addressees":{"companies":["\(company)"]},"push":"withdraw",\(dated()),\(account())}
      """
  }

  private mutating func figure() -> String {
    """
    {"id":"figure-\(number)","type":"trade_statistic","v":1,"publisher":"Customs",\
    "reporter":"CN","partner":"RU","product":{"name":"laptops"},"period":"2022-03",\
    "change":{"percent":"-\(chance.below(98) + 1)"},\(dated()),\(account())}
    """
  }

  // MARK: Common members

  private mutating func dated() -> String {
    let day = chance.below(730)
    let published = SyntheticNames.day(day + chance.below(10))
    let text = SyntheticNames.day(day)
    let occurred = chance.below(5) == 0 ? "\(text.dropLast(3))~" : text
    return "\"occurred\":\"\(occurred)\",\"published\":\"\(published)\""
  }

  private mutating func account() -> String {
    """
    "evidence":[{"publisher":"\(chance.pick(SyntheticNames.publishers))",\
    "title":"What the company told its dealers about deliveries this spring",\
    "url":"https://example.org/reports/\(chance.below(1_000_000))/deliveries-this-spring",\
    "quote":"Deliveries to the market are on hold until the review has come to an end.",\
    "grade":"\(chance.pick(SyntheticNames.grades))"}],\
    "note":"Told by two people who know the matter; the company did not say so itself."
    """
  }
}
