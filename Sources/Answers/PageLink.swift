import EventLog
import Projections
import Reports
import Stances

/// A link from a page to another one about something that it names.
package struct PageLink: Hashable, Sendable {
  /// What the link is called.
  package let words: String
  /// The path of the page, with what its query begins with if it needs one.
  package let path: String

  /// The page of a company.
  static func company(_ company: CompanyID, name: String) -> PageLink {
    PageLink(words: name, path: Subject.company(company).path)
  }

  /// The page that says why a posture is what it is.
  static func explanation(of posture: Posture) -> PageLink {
    PageLink(
      words: "\(posture.name) in \(posture.market.englishName): why",
      path: Subject.posture(posture.company, posture.market).path)
  }

  /// The page that compares a company with others.
  static func comparison(with company: CompanyID) -> PageLink {
    PageLink(
      words: "Compare with other companies",
      path: "\(CompareQuestion.template)?\(Parameter.compared.name)=\(company)")
  }

  /// The page that says how long after a measure companies moved.
  static func lead(_ measure: MeasureKey, title: String) -> PageLink {
    PageLink(words: "After it: \(title)", path: Subject.lead(measure).path)
  }

  /// The page of an event.
  static func event(_ event: EventID) -> PageLink {
    PageLink(words: event.text, path: Subject.event(event).path)
  }
}

extension Posture {
  /// The company and the reasons of its posture, from any page that shows it.
  var links: [PageLink] { [.company(company, name: name), .explanation(of: self)] }
}

extension NameMatch {
  /// The page of what was found; a measure is found among all of them.
  var link: PageLink {
    switch entity {
    case .company(let company): .company(company, name: name)
    case .body: PageLink(words: name, path: TimelineQuestion.template)
    case .measure: PageLink(words: name, path: MeasuresQuestion.template)
    }
  }
}

extension EventContent {
  /// The pages of the company that acts and of the event that is corrected or withdrawn.
  var links: [PageLink] {
    let actor = company.map { [PageLink.company($0, name: $0.text)] } ?? []
    return switch self {
    case .correction(let correction): actor + [.event(correction.corrects)]
    case .retraction(let retraction): actor + [.event(retraction.retracts)]
    default: actor
    }
  }
}

extension TimelineEntry {
  /// The event, and the company that acted.
  var links: [PageLink] {
    (company.map { [.company($0, name: actor)] } ?? []) + [.event(event)]
  }
}

extension PostureChange {
  /// The company, and the events that made the change.
  var links: [PageLink] { [.company(company, name: name)] + causes.map(PageLink.event) }
}
