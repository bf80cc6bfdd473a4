package import EventLog
package import Projections
import Stances

/// A question that people ask of a log: under which name, with which parameters, in which formats,
/// and how it is answered.
///
/// The command line has a command for each, the site an address; both give the same bytes.
package protocol Question: SendableMetatype {
  /// The name that people see: as a command, in its address, in links, as a title.
  static var name: String { get }
  /// Its address on the site, such as `/company/{company}`.
  static var template: String { get }
  /// What it asks, in one sentence.
  static var summary: String { get }
  /// Its own parameters; the choice of a picture comes with the pictures.
  static var asks: [Parameter] { get }
  /// The names of its pictures; the first is drawn if none is asked for.
  static var pictures: [String] { get }
  /// Whether there are a calendar, a feed and charts of it.
  static var hasFeeds: Bool { get }
  /// Whether it is answered by a list, which can be written line by line.
  static var isList: Bool { get }
  /// The formats that it has besides.
  static var ownFormats: [Format] { get }
  /// What is missing if the answer is "not found"; nil if nothing can be.
  static var missing: String? { get }
  /// Whether every page links to it.
  static var isListed: Bool { get }
  /// Whether the answer follows from the question and the events of the log alone.
  static var follows: Bool { get }

  /// Answers it from one view of the log, which lasts as long as the access to the log.
  static func reply(to asked: Asked, _ view: LogView) throws -> Reply
}

extension Question {
  /// None.
  package static var pictures: [String] { [] }
  /// None.
  package static var hasFeeds: Bool { false }
  /// It is not.
  package static var isList: Bool { false }
  /// None.
  package static var ownFormats: [Format] { [] }
  /// A sector, body or measure that narrows the answer, if one can.
  package static var missing: String? {
    asks.contains { [.sectors, .body, .measure].contains($0) }
      ? "The log has no such sector, body or measure." : nil
  }
  /// Only pages that name it link to it.
  package static var isListed: Bool { false }
  /// It does.
  package static var follows: Bool { true }

  /// The name in the interface's description, in one lower-case word.
  package static var id: String { name.lowercased() }

  /// All its parameters.
  package static var parameters: [Parameter] {
    asks + (pictures.isEmpty ? [] : [.picture(among: pictures)] + Parameter.chart)
      + [.byteOrderMark]
  }

  /// Whether each state of the log always has the same answer.
  package static var hasStates: Bool {
    follows && parameters.contains { $0.name == Parameter.at.name }
  }

  /// The formats in which it is answered.
  package static var formats: [Format] {
    Format.all.filter { format in
      Format.documents.contains(format) || Format.pictures.contains(format) && !pictures.isEmpty
        || hasFeeds && Format.feeds.contains(format) || isList && format == .jsonl
        || ownFormats.contains(format)
    }
  }

  /// The formats that have addresses, each by its ending: of two with the same the last.
  package static var servedFormats: [Format] {
    let served = formats.filter { $0 != .eml }
    return served.filter { format in served.last { $0.ending == format.ending } == format }
  }

  /// Answers it from a log.
  ///
  /// - Throws: ``QueryError``, ``EventLogError``, ``ProjectionError``.
  package static func reply(to asked: Asked, in log: LogReader) throws -> Reply {
    try reply(to: asked, in: log) { try reply(to: asked, $0) }
  }

  /// The same, where the view is answered otherwise.
  static func reply(
    to asked: Asked, in log: LogReader, answering: (LogView) throws -> Reply
  ) throws -> Reply {
    let view = LogView(of: log, on: try asked.clocks(in: log))
      .choosing(try PostureChoice(asked.given), try ContentChoice(asked.given))
    try view.checkChoice()
    var reply = try answering(view)
    reply.isContinued = asked.isContinued
    reply.isMarked = asked.given.isSet(.byteOrderMark)
    reply.chart = asked.chart
    return reply
  }

  /// The question about the part of a list that a stream has after a reply; nil after the last part.
  package static func asked(after reply: Reply, to asked: Asked) throws -> Asked? {
    guard isList, asked.isStreamed else { return nil }
    return try reply.next().map(asked.continued)
  }
}

/// Every question, in the order in which pages list them.
package enum Questions {
  /// All of them.
  package static let all: [any Question.Type] = [
    BoardQuestion.self, CompaniesQuestion.self, BodiesQuestion.self, TimelineQuestion.self,
    MeasuresQuestion.self, ChangesQuestion.self,
    ReplayQuestion.self, EventsQuestion.self, SearchQuestion.self, NewsQuestion.self,
    ReviewQuestion.self, PostureQuestion.self, CountQuestion.self, CompareQuestion.self,
    LeadQuestion.self,
    CompanyQuestion.self, ExplanationQuestion.self, EventQuestion.self, CertificateQuestion.self,
    AboutQuestion.self,
  ]
}
