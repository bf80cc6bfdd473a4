package import EventLog
package import Stances

/// Somebody or something that a name may mean.
package struct NameMatch: Hashable, Sendable {
  /// What has the name.
  package enum Subject: Hashable, Sendable {
    case company(CompanyID)
    case body(BodyID)
    case measure(MeasureKey)
  }

  /// How near the name is to what was looked for, nearest first.
  package enum Nearness: String, Term, Comparable {
    case same, begins, contains, alike

    /// Nearer comes first.
    package static func < (left: Self, right: Self) -> Bool {
      allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
    }
  }

  /// What has the name.
  package let subject: Subject
  /// The name under which it is registered now, or a measure's title.
  package let name: String
  /// The name, alias, ticker or slug that was found.
  package let found: String
  /// How near it is.
  package let nearness: Nearness
}

/// Finds companies, bodies and measures by any name that they ever had, in any script.
package enum NameSearch {
  /// What a text may mean, nearest first; each subject once.
  ///
  /// - Parameters:
  ///   - text: a name or a part of one; case does not count.
  ///   - log: the log that is searched.
  ///   - position: the last event that counts; names that were replaced are found as well.
  /// - Returns: matches, of which those of one nearness are in the order of their names.
  /// - Throws: ``EventLogError``.
  package static func matches(
    of text: String, in log: LogReader, at position: Int64
  ) throws -> [NameMatch] {
    let sought = text.lowercased()
    guard !sought.isEmpty else { return [] }
    let named = try NamedSubjects(in: log, at: position)
    let close = Set(nearestNames(to: sought, among: named.allNames, limit: 20))
    return named.subjects.compactMap { subject in
      let nearest = subject.names.compactMap { name -> (NameMatch.Nearness, String)? in
        nearness(of: name.lowercased(), to: sought, isAlike: close.contains(name))
          .map { ($0, name) }
      }
      .min { $0.0 < $1.0 }
      return nearest.map { nearness, name in
        NameMatch(subject: subject.subject, name: subject.current, found: name, nearness: nearness)
      }
    }
    .sorted { ($0.nearness, $0.name, $0.found) < ($1.nearness, $1.name, $1.found) }
  }

  private static func nearness(
    of name: String, to sought: String, isAlike: Bool
  ) -> NameMatch.Nearness? {
    if name == sought { return .same }
    if name.hasPrefix(sought) { return .begins }
    if name.contains(sought) { return .contains }
    return isAlike ? .alike : nil
  }
}

/// Everybody and everything in a log that has a name.
private struct NamedSubjects {
  struct Named {
    let subject: NameMatch.Subject
    /// The latest name.
    var current: String
    /// Every name that it ever had, and its slug.
    var names: [String]
  }

  private(set) var subjects: [Named] = []
  private var places: [NameMatch.Subject: Int] = [:]

  init(in log: LogReader, at position: Int64) throws {
    guard position > 0 else { return }
    var filter = EventFilter()
    filter.types = [EventType.companyRegistered, .bodyRegistered, .governmentMeasure]
      .map(\.rawValue)
    filter.positions = 1...position
    try log.forEachEvent(filter) { recorded in
      switch recorded.event?.content {
      case .companyRegistered(let company)?:
        add(.company(company.company), slug: company.company.text, company.identity)
      case .bodyRegistered(let body)?:
        add(.body(body.body), slug: body.body.text, body.identity)
      case .governmentMeasure(let measure)?:
        add(.measure(measure.measure), measure.title, [measure.title, measure.measure.text])
      default: break
      }
      return true
    }
  }

  var allNames: [String] { subjects.flatMap(\.names) }

  private mutating func add(_ subject: NameMatch.Subject, slug: String, _ identity: Identity) {
    let names = identity.names.map(\.name) + identity.aliases + identity.tickers
    add(subject, identity.name, [identity.name, slug] + names)
  }

  private mutating func add(_ subject: NameMatch.Subject, _ current: String, _ names: [String]) {
    guard let place = places[subject] else {
      places[subject] = subjects.count
      subjects.append(Named(subject: subject, current: current, names: names))
      return
    }
    subjects[place].current = current
    subjects[place].names += names.filter { !subjects[place].names.contains($0) }
  }
}
