// Feeds: what other programs subscribe to or draw, one file per format: Atom, iCalendar, slides of
// TimelineJS, charts of Vega-Lite.

package import Projections
package import Stances

/// Changes of postures and measures as a feed (Atom, RFC 4287), the latest first.
///
/// An entry is one changed posture or measure and always keeps its `id`; `updated` says when the
/// log began to say what it says. All texts are plain text.
package enum AtomFeed {
  /// The feed as text.
  ///
  /// - Parameters:
  ///   - answer: the changes with the query that found them.
  ///   - title: what the feed is called.
  ///   - subject: what the feed is about, part of its id: `postures`, `timeline` or a company.
  ///   - address: the feed's own address, if it is served; it may omit the server.
  ///   - base: what comes before the paths of the pages beside it, if it is served.
  /// - Returns: the whole file.
  package static func text(
    of answer: Answer<[TurningPoint]>, title: String, subject: String, address: String? = nil,
    base: String? = nil
  ) -> String {
    let entries = answer.content.reversed().map { $0.entry(base: base) }
    return self.text(
      of: entries, title: title, subject: subject, subtitle: answer.queryLine,
      // A feed without an entry has not changed since the day that it is about.
      updated: entries.map(\.updated).max() ?? answer.clocks.to.firstMoment, address: address,
      origin: answer.head.origin)
  }

  /// One entry of a feed.
  package struct Entry: Sendable {
    /// What it is about, part of its id, which never changes.
    package let name: String
    /// Its heading.
    package let title: String
    /// Since when it says what it says.
    package let updated: Timestamp
    /// The category.
    package let kind: String
    /// What it says, as plain text.
    package let details: String
    /// The path of a page about it; nil for none.
    package let address: String?

    /// An entry.
    package init(
      name: String, title: String, updated: Timestamp, kind: String, details: String,
      address: String? = nil
    ) {
      (self.name, self.title, self.updated) = (name, title, updated)
      (self.kind, self.details, self.address) = (kind, details, address)
    }

    fileprivate func markup(_ origin: String?) -> Markup {
      """
      <entry>
      <id>\(AtomFeed.identifier(name, origin))</id>
      <title>\(title)</title>
      <updated>\(updated.description)</updated>
      <category term="\(kind)"/>
      \(address.map { "<link rel=\"alternate\" href=\"\($0)\"/>\n" as Markup } ?? .empty)\
      <content type="text">\(details)</content>
      </entry>

      """
    }
  }

  /// An entry that a reader is to remove (RFC 6721).
  package struct Deletion: Sendable {
    /// What the entry was about, part of its id.
    let name: String
    /// Since when it is not to be read any more.
    let deleted: Timestamp
    /// Why.
    let reason: String

    fileprivate func markup(_ origin: String?) -> Markup {
      """
      <at:deleted-entry ref="\(AtomFeed.identifier(name, origin))" when="\(deleted.description)">
      <at:comment>\(reason)</at:comment>
      </at:deleted-entry>

      """
    }
  }

  /// A feed of entries as text.
  package static func text(
    of entries: [Entry], title: String, subject: String, subtitle: String, updated: Timestamp,
    address: String? = nil, origin: String? = nil, deletions: [Deletion] = []
  ) -> String {
    let tombstones: Markup =
      deletions.isEmpty ? .empty : " xmlns:at=\"http://purl.org/atompub/tombstones/1.0\""
    let own = address.flatMap { $0.hasPrefix("/") ? "\($0)" : Markup.webAddress($0) }
    let link: Markup = own.map { "<link rel=\"self\" href=\"\($0)\"/>\n" } ?? .empty
    let feed: Markup = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom"\(tombstones) xml:lang="en">
      <id>\(identifier(subject, origin))</id>
      <title>\(title)</title>
      <subtitle>\(subtitle)</subtitle>
      <updated>\(updated.description)</updated>
      <author><name>stance</name></author>
      \(link)\(deletions.map { $0.markup(origin) })\(entries.map { $0.markup(origin) })</feed>

      """
    return feed.text
  }

  /// A name that resolves to nothing and never changes; of a log that has a name, it begins with
  /// that.
  static func identifier(_ name: String, _ origin: String?) -> String {
    "urn:x-stance:" + (origin.map { "\(asName($0, keeping: pathMarks)):" } ?? "") + name
  }
}

extension TurningPoint {
  /// When the entry began to say what it says; if only a day came, the start of that day.
  fileprivate var updated: Timestamp { day.map { max(recorded, $0.firstMoment) } ?? recorded }

  fileprivate func entry(base: String?) -> AtomFeed.Entry {
    AtomFeed.Entry(
      name: name, title: headline, updated: updated, kind: kind, details: details,
      address: base.map { $0 + subject.path })
  }

  private var subject: Subject {
    switch change {
    case .posture(let change): .posture(change.company, change.market)
    case .measure(let change): .measure(change.measure)
    }
  }

  private var name: String {
    let start = day?.description ?? "beginning"
    return switch change {
    case .posture(let change): "posture:\(change.company):\(change.market.code):\(start)"
    case .measure(let change): "measure:\(change.measure):\(start)"
    }
  }

  private var kind: String {
    switch change {
    case .posture: "posture"
    case .measure: "measure"
    }
  }

  private var headline: String {
    switch change {
    case .posture(let change):
      "\(change.name), \(change.market.englishName): \(change.after?.says ?? "nothing counts"); "
        + "does: \(change.after?.does ?? "not known")"
    case .measure(let change): "\(change.title): \(change.after?.words ?? "not known")"
    }
  }

  private var details: String {
    let words =
      switch change {
      case .posture(let change): change.phrase
      case .measure(let change): change.phrase
      }
    let start = day.map { "By \($0)" } ?? "From the beginning"
    return "\(start): \(words). Because of \(change.causes.listed)."
  }
}

extension FeedTopic {
  /// The title of a calendar or feed about this.
  package var title: String {
    switch self {
    case .postures: "What companies say and do"
    case .timeline: "Regulatory timeline"
    case .company(_, let name): name
    }
  }

  /// The name that is part of a feed's id and never changes.
  package var key: String {
    switch self {
    case .postures: "postures"
    case .timeline: "timeline"
    case .company(let company, _): "company:\(company)"
    }
  }
}

/// What the name of a log may have besides letters and digits: it is a host, mostly with a path.
let pathMarks = ".-_~/"

/// A text as part of a URN: what is not a letter or a digit of ASCII or one of some marks is
/// percent-encoded.
func asName(_ text: String, keeping marks: String = ":-,") -> String {
  text.utf8.reduce(into: "") { name, byte in
    if byte.isASCIILetterOrDigit || marks.utf8.contains(byte) {
      name.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      name += "%" + byte.hexDigits
    }
  }
}
