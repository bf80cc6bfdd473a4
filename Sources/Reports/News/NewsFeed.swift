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
    case .posture(let change): "/company/\(change.company)/\(change.market.code)"
    case .promise(let promise): "/company/\(promise.company)/\(promise.market.code)"
    case .measure, .firstUse: "/measures"
    case .amended(let amended): "/event/\(amended.event)"
    case .event(let entry): "/event/\(entry.event)"
    }
  }
}

/// A text as part of a URN: what is not a letter, a digit, a colon, a comma or a hyphen of ASCII is
/// percent-encoded.
private func asName(_ text: String) -> String {
  text.utf8.reduce(into: "") { name, byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: ","):
      name.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      name += "%" + (digits.count == 1 ? "0" : "") + digits
    }
  }
}
