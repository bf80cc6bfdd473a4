// Feeds: what other programs subscribe to or draw, one file per format: Atom, iCalendar, slides of
// TimelineJS, charts of Vega-Lite.

package import Projections
import Stances

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
  /// - Returns: the whole file.
  package static func text(
    of answer: Answer<[TurningPoint]>, title: String, subject: String, address: String? = nil
  ) -> String {
    let entries = answer.content.reversed()
    // A feed without an entry has not changed since the day that it is about.
    let updated = entries.map(\.updated).max() ?? answer.clocks.to.firstMoment
    let own = address.flatMap { $0.hasPrefix("/") ? "\($0)" : Markup.webAddress($0) }
    let link: Markup = own.map { "<link rel=\"self\" href=\"\($0)\"/>\n" } ?? .empty
    let feed: Markup = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
      <id>\(identifier(subject))</id>
      <title>\(title)</title>
      <subtitle>\(answer.queryLine)</subtitle>
      <updated>\(updated.description)</updated>
      <author><name>stance</name></author>
      \(link)\(entries.map(\.entry))</feed>

      """
    return feed.text
  }

  /// A name that resolves to nothing and never changes.
  fileprivate static func identifier(_ name: String) -> String { "urn:x-stance:\(name)" }
}

extension TurningPoint {
  /// When the entry began to say what it says; if only a day came, the start of that day.
  fileprivate var updated: Timestamp { day.map { max(recorded, $0.firstMoment) } ?? recorded }

  fileprivate var entry: Markup {
    """
    <entry>
    <id>\(AtomFeed.identifier(name))</id>
    <title>\(headline)</title>
    <updated>\(updated.description)</updated>
    <category term="\(kind)"/>
    <content type="text">\(details)</content>
    </entry>

    """
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

extension Day {
  /// The first instant of the day in UTC.
  fileprivate var firstMoment: Timestamp { Timestamp(milliseconds: Int64(ordinal) * 86_400_000) }
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
