package import Projections
import EventLog
import Reports
import Stances
import Transparency

/// What is new to a reader who saw an earlier answer.
package enum NewsQuestion: Question {
  /// The name that people see.
  package static let name = "News"
  /// Its address.
  package static let template = "/news"
  /// What it asks.
  package static let summary =
    "What is new since a mark, a position, a day or an instant, and why it is shown."
  /// Its parameters.
  package static let asks = [.since, .seen, .days, .watch] + Parameter.clocks
  /// It is a feed of its own, and a message.
  package static let ownFormats: [Format] = [.atom, .jsonFeed, .eml]
  /// Every page links to it.
  package static let isListed = true

  /// The number of days that news go back unless they are asked for since a point.
  private static let standardDays: Int64 = 30

  /// Answers it from one view of the log.
  package static func reply(to asked: Asked, _ view: LogView) throws -> Reply {
    let before = try seen(asked, view)
    let answer = try view.answer(view.news(since: before, watching: asked.given.watchList))
    let news = answer.content
    var reply = Reply(view) {
      NewsReport.document(answer)
    } json: {
      NewsReport.json(answer)
    }
    reply.entries = { Feed(of: answer, base: $0) }
    reply.mail = {
      MailMessage(
        of: answer, name: try mailName(of: news, in: view),
        recorded: try view.log.recorded(at: view.clocks.at))
    }
    reply.links = { news.items.flatMap(\.content.links) }
    reply.isEmpty = { news.items.isEmpty }
    return reply
  }

  /// The query whose answer was seen.
  private static func seen(_ asked: Asked, _ view: LogView) throws -> Clocks {
    let given = asked.given
    guard given.text(.since) == nil || given.text(.days) == nil else {
      throw ParameterError.badValue(
        Parameter.days.name, sentence: "give either since or days, not both")
    }
    let days = given.number(.days) ?? standardDays
    let point =
      try given.text(.since).map { try SeenPoint($0, today: asked.today) }
      ?? .day(view.clocks.to.adding(days: -Int(days)))
    return try point.clocks(
      before: view.clocks, seen: given.day(.seen), in: view.log,
      with: asked.head, now: asked.now)
  }

  /// A name that only the same news of the same log have.
  private static func mailName(of news: News, in view: LogView) throws -> String {
    let (before, after) = (news.before, news.after)
    let log = after.at > .beforeFirst ? try view.log.rootText(at: after.at) : ""
    let parts = [
      log, "\(before.at)", "\(before.to)", "\(after.at)", "\(after.to)",
      "\(after.knownBy?.description ?? "")", after.fuzzy.rawValue, after.rules.rawValue,
      news.watch?.text ?? "",
    ]
    let digest = MerkleHash.leaf(Array(parts.joined(separator: "\n").utf8))
    return "news.\(before.at).\(after.at).\(Hexadecimal.encode(digest.bytes.prefix(16)))"
  }
}

extension NewsItem.Content {
  /// The pages of what it is about.
  fileprivate var links: [PageLink] {
    switch self {
    case .posture(let change): change.links
    case .promise(let promise):
      [.company(promise.company, name: promise.name), .event(promise.event)]
    case .measure, .firstUse: []
    case .amended(let amended): [.event(amended.event)]
    case .event(let entry): entry.links
    }
  }
}
