import Answers
import EventLog
import Projections
import Stances

/// A question as the site is asked it: what the address says, and the current day.
struct SiteQuery: Sendable {
  let asked: Asked
  /// The requested path, without the ending of a format.
  let path: String
  /// What follows the path.
  let given: Given
  /// What a page asks for in its form.
  let fields: [Parameter]

  /// Reads an address of the question.
  ///
  /// - Throws: ``ParameterError`` for a part of the path that is not a value.
  init(_ question: any Question.Type, _ call: Call) throws {
    let names = PathTemplate(question.template).names
    let inPath = zip(names, call.values).map { (name: $0, text: $1) }
    asked = try Asked(
      Given(inPath + call.given.items, for: question.parameters), as: call.format,
      at: call.site.log.head(), today: call.site.clock.today(), now: call.site.clock.now())
    path = call.path
    given = call.given
    fields = question.asks.filter { !names.contains($0.name) && $0 != .fuzzy && $0 != .rules }
  }

  /// The address as the page's own links would write it.
  var address: String { "\(path)\(asked.format.suffix)\(given.query)" }

  /// What the answer's bytes depend on, besides the program.
  func key(of question: any Question.Type) -> String {
    let moving = isPinned ? "" : " \(asked.head.position)"
    let issued = question.follows ? "" : " \(asked.now)"
    return "\(question.id) \(address) \(asked.today)\(moving)\(issued)"
  }

  /// Whether the log clock is set to a point that no later append can move.
  var isPinned: Bool { isFixed(.at) == true && isFixed(.fromAt) != false }

  /// Whether nothing in the query moves with the log or the day, so that the answer stays the
  /// same forever.
  var isLasting: Bool { isPinned && given.namesItsDays }

  /// Whether a point of the log that is asked for cannot move; nil if none is.
  private func isFixed(_ point: Parameter) -> Bool? {
    asked.given.text(point).map { (try? LogPoint($0))?.isFixed(by: asked.head) ?? false }
  }
}
