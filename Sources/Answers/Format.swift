import EventLog
import JSON
package import Reports
import Projections
import Stances

/// The formats of answers; a new one is a line here, and its renderer.
package struct Format: Sendable {
  /// The name that `--format` takes.
  package let name: String
  /// The ending of its files, and of its addresses unless it is a page.
  package let ending: String
  /// What the bytes are.
  package let mediaType: String
  /// What a link to it is called.
  package let words: String
  /// Writes a reply.
  let write: @Sendable (Reply, Rendering) throws -> [UInt8]

  private init(
    _ name: String, bytes: @escaping @Sendable (Reply, Rendering) throws -> [UInt8],
    ending: String? = nil, _ mediaType: String, _ words: String
  ) {
    self.name = name
    self.ending = ending ?? name
    self.mediaType = mediaType
    self.words = words
    write = bytes
  }

  /// A format that is written as text.
  private init(
    _ name: String, ending: String? = nil, _ mediaType: String, _ words: String,
    write: @escaping @Sendable (Reply, Rendering) throws -> String
  ) {
    self.init(
      name, bytes: { Array(try write($0, $1).utf8) }, ending: ending, mediaType, words)
  }
}

extension Format {
  /// The report as text of some width.
  package static let text = Format(
    "text", ending: "txt", "text/plain; charset=utf-8", "plain text"
  ) { try $0.document().text($1.style, checking: $0.view.log.note) }
  /// The report as Markdown (CommonMark with tables).
  package static let md = Format("md", "text/markdown; charset=utf-8", "Markdown") { reply, _ in
    try reply.document().markdown(checking: reply.view.log.note)
  }
  /// Only the records, for a spreadsheet (RFC 4180).
  package static let csv = Format("csv", "text/csv; charset=utf-8", "CSV") { reply, _ in
    let table = try reply.document().csv(
      withHeader: !reply.isContinued, checking: reply.view.log.note)
    return reply.isMarked && !reply.isContinued ? "\u{FEFF}\(table)" : table
  }
  /// A list, each item a line of JSON (JSON Lines).
  package static let jsonl = Format(
    "jsonl",
    bytes: { reply, _ in
      try (reply.lines?() ?? []).reduce(into: []) { bytes, line in
        bytes += line.compactBytes()
        bytes.append(UInt8(ascii: "\n"))
        try reply.view.log.note(written: bytes.count)
      }
    }, "application/jsonl", "JSON Lines")
  /// The answer for programs.
  package static let json = Format(
    "json",
    bytes: { reply, _ in try lines(of: reply.json(), checking: reply.view.log.note) },
    "application/json", "JSON")
  /// The report as a page.
  package static let html = Format("html", "text/html; charset=utf-8", "page") {
    try $1.page($0.page?() ?? $0.document().page)
  }
  /// The picture that was asked for.
  package static let svg = Format("svg", "image/svg+xml", "SVG picture") { reply, _ in
    try reply.drawing()
  }
  /// The same picture in points, for what shows no SVG.
  package static let png = Format(
    "png", bytes: { reply, rendering in try rendering.points(reply.drawing()) }, "image/png",
    "PNG picture")
  /// Its dates, for a calendar (RFC 5545).
  package static let ics = Format("ics", "text/calendar; charset=utf-8", "calendar") {
    reply, rendering in
    try reply.feed.map {
      CalendarFeed.text(
        of: try reply.view.dates(of: $0), title: $0.title,
        base: rendering.base.flatMap { $0.isEmpty ? nil : $0 })
    } ?? ""
  }
  /// Its changes, for a feed reader (RFC 4287).
  package static let atom = Format("atom", "application/atom+xml", "Atom feed") {
    reply, rendering in
    if let entries = reply.entries {
      return try entries(rendering.base).atom(address: rendering.address)
    }
    return try reply.feed.map {
      AtomFeed.text(
        of: try reply.view.changes(of: $0), title: $0.title, subject: $0.key,
        address: rendering.address, base: rendering.base)
    } ?? ""
  }
  /// Its dates as slides of TimelineJS.
  package static let timelinejs = Format(
    "timelinejs",
    bytes: { reply, _ in
      try reply.feed.map {
        try lines(
          of: StoryTimeline.json(of: reply.view.dates(of: $0), title: $0.title),
          checking: reply.view.log.note)
      } ?? []
    }, "application/json", "TimelineJS slides")
  /// Its course over time, as a chart of Vega-Lite.
  package static let vegaLite = Format(
    "vega-lite",
    bytes: { reply, _ in
      try reply.feed.map {
        try lines(
          of: VegaLite.chart(reply.view.histories(of: $0)), checking: reply.view.log.note)
      } ?? []
    }, "application/json", "Vega-Lite chart")

  /// Its changes, for a feed reader (jsonfeed.org).
  package static let jsonFeed = Format(
    "jsonfeed",
    bytes: { reply, rendering in
      try reply.entries.map {
        try lines(
          of: $0(rendering.base).json(address: rendering.address), checking: reply.view.log.note)
      } ?? []
    }, ending: "json", "application/feed+json", "JSON Feed")
  /// The answer as a message of Internet mail (RFC 5322), which no address serves.
  package static let eml = Format(
    "eml", bytes: { try $0.mail?().bytes($1.mail) ?? [] }, "message/rfc822", "mail")

  /// Every format, in the order in which help and pages list them.
  package static let all = [
    text, md, csv, json, jsonl, html, svg, png, ics, atom, timelinejs, vegaLite, jsonFeed, eml,
  ]

  /// The formats of every question.
  static let documents = [text, md, csv, json, html]
  /// The formats of pictures.
  package static let pictures = [svg, png]
  /// The formats in which a list of any length is written part by part.
  static let streams = [csv, jsonl]
  /// The formats for other programs: calendars, feed readers, TimelineJS, Vega-Lite.
  static let feeds = [ics, atom, timelinejs, vegaLite]

  private static func lines(
    of json: JSONValue, checking check: (_ written: Int) throws -> Void
  ) rethrows -> [UInt8] {
    var bytes = try json.prettyBytes(checking: check)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }
}

extension Format: Hashable {
  package static func == (left: Format, right: Format) -> Bool { left.name == right.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// How a format is written in one place: a terminal, a file, a site.
package struct Rendering {
  /// How text is laid out.
  let style: TextStyle
  /// The address at which the answer is served; nil for a file.
  let address: String?
  /// What comes before the paths of pages where the answer is served: from the scheme on if the
  /// public address is known, else nothing; nil for a file.
  let base: String?
  /// From whom a message is, and to whom.
  let mail: MailAddresses
  /// Makes points of a picture's file.
  let points: (_ drawing: String) throws -> [UInt8]
  /// Makes a page's HTML.
  let page: (Page) throws -> String

  /// Text in some style, and pages as files of their own, unless they are served; a picture stays
  /// as it is drawn unless something makes points of it.
  package init(
    style: TextStyle = TextStyle(color: false), address: String? = nil, base: String? = nil,
    mail: MailAddresses = .none,
    page: @escaping (Page) throws -> String = { $0.html(.singleFile) },
    points: @escaping (_ drawing: String) throws -> [UInt8] = { Array($0.utf8) }
  ) {
    self.style = style
    self.address = address
    self.base = base
    self.mail = mail
    self.points = points
    self.page = page
  }
}
