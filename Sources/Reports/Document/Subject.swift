import Projections
package import Stances

/// What a report names and a page is about: a link to that page where there is one.
package enum Subject: Hashable, Sendable {
  case company(CompanyID)
  /// Why a company's posture in a market is what it is.
  case posture(CompanyID, Market)
  case event(EventID)
  case measure(MeasureKey)
  /// How long after a measure companies moved.
  case lead(MeasureKey)
  case body(BodyID)

  /// The path of its page on the site, with what its query begins with if the page is a list.
  package var path: String {
    switch self {
    case .company(let company): "/company/\(company)"
    case .posture(let company, let market): "/company/\(company)/\(market.code)"
    case .event(let event): "/event/\(event)"
    case .measure(let measure): "/timeline?measure=\(measure)"
    case .lead(let measure): "/lead?measure=\(measure)"
    case .body(let body): "/timeline?body=\(body)"
    }
  }

  /// What its link has in the place of an address until the page knows its own.
  var mark: String { Self.scheme + path }

  /// No address of the web has this scheme, and recorded text cannot write an attribute.
  static let scheme = "subject:"
}

extension TimelineEntry {
  /// Who acts, if a company or a body does.
  var actorSubject: Subject? { company.map(Subject.company) ?? body.map(Subject.body) }
}

extension EventContent {
  /// Who acts, if a company or a body does; a body that denies comes before the company it names.
  var actorSubject: Subject? {
    if case .denial(let denial) = self, let body = denial.body { return .body(body) }
    return company.map(Subject.company) ?? body.map(Subject.body)
  }
}

extension NameMatch.Entity {
  /// What was found.
  var subject: Subject {
    switch self {
    case .company(let company): .company(company)
    case .body(let body): .body(body)
    case .measure(let measure): .measure(measure)
    }
  }
}

extension RichText {
  /// The name of something that has a page, and what the program says after it.
  static func named(_ name: String, _ subject: Subject?, _ rest: String = "") -> RichText {
    guard let subject else { return .name(name, rest) }
    return RichText(runs: [.subject(name, subject)] + (rest.isEmpty ? [] : [.text(rest)]))
  }

  /// The ids of events one after the other, after some words.
  static func events(_ events: [EventID], after words: String = "") -> RichText {
    let ids = events.enumerated().flatMap { place, event -> [Run] in
      (place == 0 ? [] : [.text(", ")]) + [.subject(event.text, .event(event))]
    }
    return RichText(runs: (words.isEmpty ? [] : [.text(words)]) + ids)
  }

  /// One text after the other.
  static func + (left: RichText, right: RichText) -> RichText {
    RichText(runs: left.runs + right.runs)
  }
}

extension String {
  /// A page in which what is named links to its page, where `address` gives one for a path.
  ///
  /// One pass over the bytes: pages may be long.
  func linkingSubjects(_ address: (Substring) -> String?) -> String {
    let mark = Array(" href=\"\(Subject.scheme)".utf8)
    let bytes = Array(utf8)
    var linked: [UInt8] = []
    linked.reserveCapacity(bytes.count)
    var place = 0
    while let start = bytes[place...].firstPlace(of: mark) {
      linked += bytes[place..<start]
      let path = bytes[(start + mark.count)...].prefix { $0 != UInt8(ascii: "\"") }
      place = path.endIndex + 1
      if let address = address(Substring(decoding: path, as: UTF8.self)) {
        linked += " href=\"\(address)\"".utf8
      }
    }
    linked += bytes[place...]
    return String(decoding: linked, as: UTF8.self)
  }
}

extension ArraySlice<UInt8> {
  /// Where some bytes begin; nil if they are not there.
  fileprivate func firstPlace(of sought: [UInt8]) -> Int? {
    guard let first = sought.first else { return nil }
    var rest = self
    while let place = rest.firstIndex(of: first) {
      if self[place...].starts(with: sought) { return place }
      rest = self[(place + 1)...]
    }
    return nil
  }
}
