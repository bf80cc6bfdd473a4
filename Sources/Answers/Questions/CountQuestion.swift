package import EventLog
package import Projections
import Reports
package import Stances

/// How readers of other schemes would grade this record.
package enum CountQuestion: Question {
  /// The name that people see.
  package static let name = "Count"
  /// Its address.
  package static let template = "/count"
  /// What it asks.
  package static let summary =
    "How many companies have left, as readers of other schemes would grade this record."
  /// Its parameters.
  package static let asks =
    [Parameter.companies, .methods, .split] + Parameter.postureChoice + Parameter.grouping
    + [.sort] + Parameter.clocks
  /// What a "not found" says.
  package static let missing: String? = "The log has no company with a given name."
  /// Every page links to it.
  package static let isListed = true

  /// Answers it from one view of the log.
  package static func reply(to asked: Asked, _ view: LogView) throws -> Reply {
    try reply(to: asked, view, by: GradingMethods.builtIn(named: asked.given.methodNames))
  }

  /// Answers it from a log by some methods, which need not be those that come with the program.
  package static func reply(
    to asked: Asked, in log: LogReader, by methods: [GradingMethod]
  ) throws -> Reply {
    try reply(to: asked, in: log) { try reply(to: asked, $0, by: methods) }
  }

  private static func reply(
    to asked: Asked, _ view: LogView, by methods: [GradingMethod]
  ) throws -> Reply {
    let view = view.narrowed(to: try view.companies(asked.given.texts(.companies)))
    let answer = try view.answer(
      view.gradeCount(by: methods, split: asked.given.word(.split)))
    var reply = Reply(view) {
      GradeCountReport.document(answer)
    } json: {
      GradeCountReport.json(answer)
    }
    reply.facets = { try view.facets().facets }
    reply.links = { answer.content.postures.flatMap(\.posture.links) }
    return reply
  }
}

extension Given {
  /// The names of methods, each given alone or with commas between.
  package var methodNames: [String] {
    texts(.methods).flatMap { $0.split(separator: ",") }.map { String($0.trimmed()) }
      .filter { !$0.isEmpty }
  }
}
