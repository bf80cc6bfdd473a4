import Errors
package import EventLog
package import Projections
import Reports
import Stances

/// What is worth a look in the record.
package enum ReviewQuestion: Question {
  /// The name that people see.
  package static let name = "Review"
  /// Its address.
  package static let template = "/review"
  /// What it asks.
  package static let summary =
    "What is worth a look in the record: thin evidence, overdue promises, missing news."
  /// Its parameters.
  package static let asks = [Parameter.companies] + Parameter.clocks + [.stale, .only, .watch]
  /// What a "not found" says.
  package static let missing: String? = "The log has no company with a given name."
  /// Every page links to it.
  package static let isListed = true

  /// Answers it from one view of the log.
  package static func reply(to asked: Asked, _ view: LogView) throws -> Reply {
    try reply(to: asked, view, beside: ReviewRequest())
  }

  /// Answers it from a log, and from what is known beside it: what a checker of links found, and which
  /// findings are acknowledged.
  package static func reply(
    to asked: Asked, in log: LogReader, beside request: ReviewRequest
  ) throws -> Reply {
    try reply(to: asked, LogView(of: log, on: asked.clocks(in: log)), beside: request)
  }

  private static func reply(
    to asked: Asked, _ view: LogView, beside request: ReviewRequest
  ) throws -> Reply {
    let choice = try asked.given.text(.only).map(RuleChoice.init)
    var request = request
    request.only = choice?.rules
    request.watch = try asked.given.watchList
    if let days = asked.given.number(.stale).flatMap({ Int($0) }) { request.staleAfter = days }
    let view = view.narrowed(to: try view.companies(asked.given.texts(.companies)))
    let answer = try view.answer(view.review(request))
    var reply = Reply(view) {
      ReviewReport.document(answer, whole: choice?.whole ?? [])
    } json: {
      ReviewReport.json(answer)
    }
    reply.isEmpty = { answer.content.findings.isEmpty }
    reply.links = { answer.content.findings.compactMap(\.subject.link) }
    return reply
  }
}

/// The rules that are named in one text: `E,U2`.
private struct RuleChoice {
  private(set) var rules: Set<ReviewCode> = []
  /// Those that are named by their own code, and not only by their family.
  private(set) var whole: Set<ReviewCode> = []

  init(_ text: String) throws(ParameterError) {
    for name in text.split(separator: ",").map({ $0.trimmed() }) {
      let sought = name.lowercased()
      let family = ReviewCode.allCases.filter { $0.family.lowercased() == sought }
      let own = ReviewCode.allCases.filter { $0.rawValue.lowercased() == sought }
      guard let first = (family + own).first else {
        let names = ReviewCode.allCases.map(\.rawValue)
        throw .badValue(
          Parameter.only.name,
          sentence: "there is no rule '\(printable(String(name)))'; "
            + (didYouMean(nearestNames(to: String(name), among: names))
              ?? "the rules are \(names.sorted().joined(separator: ", "))"))
      }
      rules.formUnion(family.isEmpty ? [first] : family)
      whole.formUnion(own)
    }
  }
}

extension ReviewSubject {
  /// The page about what something was found in, if there is one.
  fileprivate var link: PageLink? {
    switch self {
    case .event(let event): .event(event)
    case .posture(let company, let market):
      PageLink(
        words: "\(company) in \(market.englishName): why",
        path: "/company/\(company)/\(market.code)")
    case .company(let company): .company(company, name: company.text)
    case .page, .publisher, .measure, .proposal: nil
    }
  }
}
