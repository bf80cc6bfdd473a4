import Stances

/// The pages that events name as their sources, by address without what follows a `#`.
struct ReviewedPages {
  fileprivate struct Page {
    var uses: [AdmiraltyGrade: (count: Int, event: EventID)] = [:]
    var events = 0
    var published: FuzzyDate?
    var isArchived = false
    var isAsked = false
    var isDecisive = false
  }

  private var pages: [String: Page] = [:]
  private var kept: Set<String> = []
  /// What a checker found last, by the day of the query.
  private let checks: [String: LinkCheck]

  init(_ links: [LinkCheck], on day: Day) {
    checks = Dictionary(
      links.filter { $0.checked <= day }.map { (String(Capture.page(of: $0.url)), $0) }
    ) { $1.checked < $0.checked ? $0 : $1 }
  }

  /// Whether some event names a page.
  func knows(_ address: String) -> Bool { pages[String(Capture.page(of: address))] != nil }

  /// The pages.
  var addresses: [String] { Array(pages.keys) }

  private var asked: [String: Page] { pages.filter(\.value.isAsked) }

  /// How many pages events name that the query asks about.
  var askedCount: Int { asked.count }

  /// Of how many of them a checker of links has said something.
  var checkedCount: Int { asked.count { checks[$0.key] != nil } }

  /// Notes that a file is kept.
  mutating func keep(_ capture: Capture) {
    kept.formUnion(capture.urls.map { String(Capture.page(of: $0)) })
  }

  /// Notes the pages of an event.
  mutating func take(_ event: Event, isAsked: Bool, isDecisive: Bool) {
    var own: Set<String> = []
    for source in event.evidence {
      guard let url = source.url else { continue }
      let address = String(Capture.page(of: url))
      var page = pages[address] ?? Page()
      page.uses[source.grade, default: (0, event.id)].count += 1
      if own.insert(address).inserted { page.events += 1 }
      if page.published.map({ $0.latest < event.published?.latest ?? .distantPast }) ?? true {
        page.published = event.published
      }
      let copies = [source.archived].compactMap { $0.map { String(Capture.page(of: $0)) } }
      page.isArchived = page.isArchived || !copies.isEmpty
      page.isAsked = page.isAsked || isAsked
      page.isDecisive = page.isDecisive || isDecisive
      pages[address] = page
    }
  }

  /// What is found in the pages that the query asks about.
  var findings: [ReviewPoint] {
    asked.flatMap { address, page in
      let hasCopy = page.isArchived || kept.contains(address)
      let weight = page.isDecisive ? 1 : 0
      var details: [(ReviewPoint.Detail, since: FuzzyDate?, weight: Int)] = []
      if page.uses.count > 1 {
        let grades = page.uses.keys.sorted { $0.rank < $1.rank }
        let letters = Set(grades.map(\.reliability)).count
        let rarest = grades.min { page.order(of: $0) < page.order(of: $1) }
        if let event = rarest.flatMap({ page.uses[$0]?.event }) {
          details.append((.severalGrades(grades, event: event), page.published, letters))
        }
      }
      if let check = checks[address], check.isDead {
        details.append(
          (
            .deadLink(status: check.status, hasCopy: hasCopy),
            try? FuzzyDate(check.checked.description), (hasCopy ? 0 : 2) + weight
          ))
      }
      if !hasCopy { details.append((.noCopy(events: page.events), page.published, weight)) }
      return details.map {
        ReviewPoint(subject: .page(address), since: $0.since, detail: $0.0, weight: $0.weight)
      }
    }
  }
}

extension ReviewedPages.Page {
  /// The grade that the fewest have first, of these the worst.
  fileprivate func order(of grade: AdmiraltyGrade) -> (Int, Int) {
    (uses[grade]?.count ?? 0, -Int(grade.rank.number))
  }
}
