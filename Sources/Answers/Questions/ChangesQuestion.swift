package import Projections
import Reports
import Stances

/// What differs between two queries.
package enum ChangesQuestion: Question {
  /// The name that people see.
  package static let name = "Changes"
  /// Its address.
  package static let template = "/changes"
  /// What it asks.
  package static let summary =
    "What changed between two days or log positions, and which events did it."
  /// Its parameters.
  package static let asks = Parameter.comparison + Parameter.postureChoice
  /// Every page links to it.
  package static let isListed = true

  /// Answers it from one view of the log.
  package static func reply(to asked: Asked, _ view: LogView) throws -> Reply {
    let after = view.clocks
    let before = try asked.clocks(before: after, in: view)
    // The longer of the two logs begins with the shorter.
    let longer = after.at < before.at ? view.moved(to: before) : view
    let difference = try view.difference(from: before)
    let answer = Answer(
      clocks: after, choice: view.choice, head: try longer.answer(difference).head,
      content: difference)
    var reply = Reply(view) {
      DifferenceReport.document(answer)
    } json: {
      DifferenceReport.json(answer)
    }
    reply.links = { difference.postures.flatMap(\.links) }
    reply.isEmpty = { difference.isEmpty }
    return reply
  }
}

extension Asked {
  /// The clocks of the first of two queries; the defaults are those of the second.
  fileprivate func clocks(before after: Clocks, in view: LogView) throws -> Clocks {
    let point = try given.point(.fromAt)
    return Clocks(
      to: try given.day(.fromTo) ?? after.to,
      knownBy: try given.day(.fromKnownBy) ?? after.knownBy,
      at: try point?.position(in: view.log, with: head, now: now) ?? after.at, fuzzy: after.fuzzy,
      rules: after.rules)
  }
}
