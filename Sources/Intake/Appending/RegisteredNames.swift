import EventLog
import Stances

/// The companies and bodies of a log by every name and alias under which they are registered.
///
/// Names that were corrected or withdrawn are not among them.
struct RegisteredNames {
  /// What is registered: a company or a body, by its slug.
  struct Owner: Hashable {
    let kind: GivenName.Kind
    let slug: String
  }

  /// A registration: of whom, as what, and all that it says.
  typealias Registered = (owner: Owner, identity: Identity, content: EventContent)

  /// What a given name may mean.
  enum Meaning {
    /// One company or body, whose name or alias it is.
    case one(slug: String, name: String)
    /// Several that share the name, by their slugs.
    case several([String])
    /// Nothing; the nearest slugs with a name of each.
    case none(nearest: [String])
  }

  private let session: AppendSession
  /// The registrations of this append that wait for events further down, which the log's look-ups
  /// do not find yet, by the looks of their names.
  private var waiting: [String: [Registered]] = [:]
  /// The slugs of each kind by what is left of their names without what says only that it is a
  /// company; read when a name is first not found.
  private var cores: [GivenName.Kind: [String: Set<String>]] = [:]

  /// The names in a log, with those that this append registered so far.
  init(in session: AppendSession) {
    self.session = session
  }

  /// Takes in a registration that waits for an event further down; anything else has no names.
  mutating func add(waiting event: Event) {
    guard let registered = event.content.registered else { return }
    for look in Set(registered.identity.allNames.map(looks)) {
      waiting[look, default: []].append(registered)
    }
  }

  /// What a name means, for its kind.
  mutating func meaning(of given: GivenName) throws -> Meaning {
    let name = folded(given.text)
    var found: [String: String] = [:]
    for other in try registered(as: given.kind, lookingLike: given.text)
    where other.identity.allNames.contains(where: { folded($0) == name }) {
      found[other.owner.slug] = other.identity.name
    }
    if let (slug, name) = found.first, found.count == 1 { return .one(slug: slug, name: name) }
    guard found.isEmpty else { return .several(found.keys.sorted()) }
    return .none(nearest: try nearest(to: given))
  }

  /// The names of a registration that another slug of its kind has too, as people read them.
  func collisions(of event: Event) throws -> [(name: String, others: [String])] {
    guard let (owner, identity, _) = event.content.registered else { return [] }
    var seen: Set<String> = []
    return try identity.allNames.compactMap { name in
      let look = looks(name)
      guard seen.insert(look).inserted else { return nil }
      let others = try registered(as: owner.kind, lookingLike: name, but: owner.slug)
        .filter { !areOfTwoCountries($0.content, event.content) }
      return others.isEmpty ? nil : (name, Set(others.map(\.owner.slug)).sorted())
    }
  }

  /// The registrations of a kind with a name that looks like a text, in order of position, but those
  /// of one slug; at last those that wait.
  private func registered(
    as kind: GivenName.Kind, lookingLike text: String, but slug: String? = nil
  ) throws -> [Registered] {
    // What is registered last is among them: it is not read again.
    let labels = try session.log.labels(lookingLike: text)
      .filter { label in
        try .init(label) == kind && label.slug != slug && !session.isWithdrawn(label.position)
      }
      .sorted { $0.position < $1.position }
    let waiting = (waiting[looks(text)] ?? [])
      .filter { $0.owner.kind == kind && $0.owner.slug != slug }
    return try labels.compactMap { label in
      try session.log.registration(at: label.source)?.content.registered
    } + waiting
  }

  /// Whether they are bodies of two countries, which often have one name: the foreign ministry.
  private func areOfTwoCountries(_ one: EventContent, _ other: EventContent) -> Bool {
    guard case .bodyRegistered(let one) = one, case .bodyRegistered(let other) = other else {
      return false
    }
    return one.jurisdiction != other.jurisdiction
  }

  /// The slugs whose names are most like a name, without what says only that it is a company.
  private mutating func nearest(to given: GivenName) throws -> [String] {
    if cores.isEmpty {
      for label in try session.log.labels() where try !session.isWithdrawn(label.position) {
        cores[.init(label), default: [:]][Self.core(label.look), default: []].insert(label.slug)
      }
    }
    let cores = cores[given.kind] ?? [:]
    let core = Self.core(looks(given.text))
    guard !core.isEmpty else { return [] }
    var near = cores[core] == nil ? nearestNames(to: core, among: cores.keys) : [core]
    if near.isEmpty {
      // "Lenovo Russia" may be Lenovo: all words of one are words of the other.
      let words = Set(core.split(separator: " "))
      near = cores.keys.filter { other in
        let others = Set(other.split(separator: " "))
        return !others.isEmpty && (others.isSubset(of: words) || words.isSubset(of: others))
      }
      .sorted()
    }
    var slugs: [String] = []
    for slug in near.flatMap({ (cores[$0] ?? []).sorted() }) where !slugs.contains(slug) {
      slugs.append(slug)
    }
    return Array(slugs.prefix(3))
  }

  private static func core(_ name: String) -> String {
    name.split { !$0.isLetter && !$0.isNumber }
      .filter { !boilerplate.contains(String($0)) }
      .joined(separator: " ")
  }

  private static let boilerplate: Set<String> = [
    "ag", "and", "co", "company", "corp", "corporation", "department", "for", "gmbh", "group",
    "holding", "holdings", "inc", "limited", "llc", "ltd", "ministry", "nv", "of", "office", "ojsc",
    "pao", "pjsc", "plc", "republic", "sa", "se", "spa", "the",
  ]
}

extension EventContent {
  /// Who is registered, and as what; nil for anything but a registration.
  fileprivate var registered: RegisteredNames.Registered? {
    switch self {
    case .companyRegistered(let company):
      (.init(kind: .company, slug: company.company.text), company.identity, self)
    case .bodyRegistered(let body):
      (.init(kind: .body, slug: body.body.text), body.identity, self)
    default: nil
    }
  }
}

extension GivenName.Kind {
  fileprivate init(_ label: RegisteredLabel) {
    self = label.type == .companyRegistered ? .company : .body
  }
}
