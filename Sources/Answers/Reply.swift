package import JSON
import EventLog
import Projections
import Reports
package import Stances

/// What is chosen on a page before it has an answer, or for another one.
package enum Choosing: Sendable {
  /// Nothing can be answered before.
  case first
  case more
}

/// An answer in every format, each made when it is asked for and while the log is open.
package struct Reply {
  /// The log as the question saw it.
  let view: LogView
  /// The report, for text, Markdown and CSV.
  let document: () throws -> Document
  /// The answer for programs.
  package let json: () throws -> JSONValue
  /// The page around the answer; nil for the document's.
  var page: (() throws -> Page)?
  /// Finds what the picture shows that was asked for, and says how it is drawn at a width.
  var picture: (() throws -> (_ width: Double?) -> Picture)?
  /// The items of a list, each for a line of its own.
  var lines: (() throws -> [JSONValue])?
  /// What to ask for the parts of the list next to this one.
  package var neighbours: () throws -> [ListNeighbour] = { [] }
  /// What a page could be narrowed by.
  package var facets: () throws -> [Facet] = { [] }
  /// What a page offers to choose, if it is not to narrow its answer.
  package var choosing: Choosing?
  /// What to ask for the part that follows in a stream; nil if this is the last.
  var next: () throws -> [(Parameter, String)]? = { nil }
  /// Whether the answer goes on where another one ended.
  var isContinued = false
  /// Whether a table begins with a byte order mark.
  var isMarked = false
  /// What a picture in a file of its own says of itself, and how it looks.
  var chart = Chart()
  /// What a calendar, a feed or a chart of it is about.
  var feed: FeedTopic?
  /// Its own entries for a feed reader, with the pages about them if it is served, each
  /// after the base of its paths.
  var entries: ((_ base: String?) throws -> Feed)?
  /// The answer as a message of Internet mail.
  var mail: (() throws -> MailMessage)?
  /// The pages about what the answer names.
  package var links: () throws -> [PageLink] = { [] }
  /// Whether nothing was found.
  package var isEmpty: () throws -> Bool = { false }

  init(
    _ view: LogView, document: @escaping () throws -> Document,
    json: @escaping () throws -> JSONValue
  ) {
    self.view = view
    self.document = document
    self.json = json
  }

  /// The title of the log, as the query knows it; nil if it has none.
  package func title() throws -> String? { try view.registration()?.title }

  /// The query as answered.
  package var clocks: Clocks { view.clocks }

  /// The picture that was asked for as a file of its own; empty if there is none.
  func drawing() throws -> String { try picture.map { chart.file(of: try $0()) } ?? "" }

  /// The answer in one format.
  package func bytes(as format: Format, _ rendering: Rendering) throws -> [UInt8] {
    let bytes = try format.write(self, rendering)
    // The last look: not every format is looked at while it is written.
    try view.log.note(written: bytes.count)
    return bytes
  }
}
