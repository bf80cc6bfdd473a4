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

  /// What a given name may mean.
  enum Meaning {
    /// One company or body, whose name or alias it is.
    case one(slug: String, name: String)
    /// Several that share the name, by their slugs.
    case several([String])
    /// Nothing; the nearest slugs with a name of each.
    case none(nearest: [String])
  }

  private var owners: [GivenName.Kind: [String: Set<String>]] = [:]
  private var lookalikes: [GivenName.Kind: [String: Set<String>]] = [:]
  private var titles: [Owner: String] = [:]

  /// The names in a log, with those that this append registered so far.
  init(in session: AppendSession) throws {
    var current: [Position: Event] = [:]
    for registration in try session.log.registrations() {
      current[registration.position] = registration.event
    }
    for (position, event) in current.sorted(by: { $0.key < $1.key })
    where try !session.isWithdrawn(position) {
      add(event)
    }
  }

  /// Takes in a registration; anything else has no names.
  mutating func add(_ event: Event) {
    guard let (owner, identity) = event.content.registered else { return }
    titles[owner] = identity.name
    for name in identity.allNames {
      owners[owner.kind, default: [:]][folded(name), default: []].insert(owner.slug)
      lookalikes[owner.kind, default: [:]][looks(name), default: []].insert(owner.slug)
    }
  }

  /// What a name means, for its kind.
  func meaning(of given: GivenName) -> Meaning {
    let found = owners[given.kind]?[folded(given.text)] ?? []
    if let slug = found.first, found.count == 1 {
      return .one(slug: slug, name: title(slug, given.kind))
    }
    guard found.isEmpty else { return .several(found.sorted()) }
    return .none(nearest: nearest(to: given))
  }

  /// The names of a registration that another slug of its kind has too, as people read them.
  func collisions(of event: Event) -> [(name: String, others: [String])] {
    guard let (owner, identity) = event.content.registered else { return [] }
    var seen: Set<String> = []
    return identity.allNames.compactMap { name in
      let look = looks(name)
      let others = (lookalikes[owner.kind]?[look] ?? []).subtracting([owner.slug])
      guard !others.isEmpty, seen.insert(look).inserted else { return nil }
      return (name, others.sorted())
    }
  }

  private func title(_ slug: String, _ kind: GivenName.Kind) -> String {
    titles[Owner(kind: kind, slug: slug)] ?? slug
  }

  /// The slugs whose names are most like a name, without what says only that it is a company.
  private func nearest(to given: GivenName) -> [String] {
    let names = owners[given.kind] ?? [:]
    var cores: [String: Set<String>] = [:]
    for (name, slugs) in names { cores[Self.core(name), default: []].formUnion(slugs) }
    let core = Self.core(folded(given.text))
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
  fileprivate var registered: (owner: RegisteredNames.Owner, identity: Identity)? {
    switch self {
    case .companyRegistered(let company):
      (.init(kind: .company, slug: company.company.text), company.identity)
    case .bodyRegistered(let body): (.init(kind: .body, slug: body.body.text), body.identity)
    default: nil
    }
  }
}

extension Identity {
  fileprivate var allNames: [String] { [name] + names.map(\.name) + aliases }
}
