package import Projections
import Stances

extension Feed {
  /// News as a feed, the latest first.
  ///
  /// - Parameters:
  ///   - answer: the news with its query.
  ///   - base: what comes before the paths of the pages about what it names, if it is served.
  package init(of answer: Answer<News>, base: String?) {
    let news = answer.content
    let entries = news.items.enumerated().sorted {
      ($1.element.updated, $0.offset) < ($0.element.updated, $1.offset)
    }.map { $0.element.entry(base: base) }
    self.init(
      title: "News" + (news.watch.map { " on \($0.words)" } ?? ""),
      subject: "news" + (news.watch.map { ":\(asName($0.text))" } ?? ""),
      subtitle: answer.queryLine,
      updated: entries.map(\.updated).max() ?? news.after.to.firstMoment, entries: entries,
      deletions: news.items.compactMap(\.deletion), origin: answer.head.origin)
  }
}

extension NewsItem {
  fileprivate func entry(base: String?) -> AtomFeed.Entry {
    AtomFeed.Entry(
      name: asName("news:\(name)"), title: headline, updated: updated, kind: section.term,
      details: line + ".", address: base.map { $0 + address })
  }

  /// The entry of an event that was withdrawn, for readers that have it.
  fileprivate var deletion: AtomFeed.Deletion? {
    guard case .amended(let amended) = content, amended.outcome == .withdrawn else { return nil }
    return AtomFeed.Deletion(
      name: asName("news:event:\(amended.event):\(amended.position)"), deleted: updated,
      reason: amended.reason)
  }

  /// The page about it.
  private var address: String {
    switch content {
    case .posture(let change): Subject.posture(change.company, change.market).path
    case .promise(let promise): Subject.posture(promise.company, promise.market).path
    case .measure, .firstUse: "/measures"
    case .amended(let amended): Subject.event(amended.event).path
    case .event(let entry): Subject.event(entry.event).path
    }
  }
}
