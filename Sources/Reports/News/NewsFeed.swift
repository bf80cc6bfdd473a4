package import Projections
import Stances

extension Feed {
  /// News as a feed, the latest first.
  ///
  /// - Parameters:
  ///   - answer: the news with its query.
  ///   - isServed: whether pages about what it names are at its side.
  package init(of answer: Answer<News>, isServed: Bool) {
    let news = answer.content
    let entries = news.items.enumerated().sorted {
      ($1.element.updated, $0.offset) < ($0.element.updated, $1.offset)
    }.map { $0.element.entry(isServed: isServed) }
    self.init(
      title: "News" + (news.watch.map { " on \($0.words)" } ?? ""),
      subject: "news" + (news.watch.map { ":\(asName($0.text))" } ?? ""),
      subtitle: answer.queryLine,
      updated: entries.map(\.updated).max() ?? news.after.to.firstMoment, entries: entries)
  }
}

extension NewsItem {
  fileprivate func entry(isServed: Bool) -> AtomFeed.Entry {
    AtomFeed.Entry(
      name: asName("news:\(name)"), title: headline, updated: updated, kind: section.term,
      details: line + ".", address: isServed ? address : nil)
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

/// A text as part of a URN: what is not a letter, a digit, a colon, a comma or a hyphen of ASCII is
/// percent-encoded.
private func asName(_ text: String) -> String {
  text.utf8.reduce(into: "") { name, byte in
    if byte.isASCIILetterOrDigit || ":-,".utf8.contains(byte) {
      name.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      name += "%" + byte.hexDigits
    }
  }
}
