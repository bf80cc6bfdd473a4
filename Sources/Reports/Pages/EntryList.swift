import Projections
import Stances

/// What happened, in one column of time, month by month, each with its sources.
///
/// In full an entry has its note and its evidence with titles and grades in words. A list too long
/// to be read through is brief: each entry keeps its sentence, its publishers with their links, and
/// their grades by the code.
struct EntryList {
  /// From so many entries on a list is brief.
  static let mostInFull = 1_500

  private let entries: [TimelineEntry]
  private let isBrief: Bool

  init(_ entries: [TimelineEntry]) {
    self.entries = entries
    isBrief = entries.count > Self.mostInFull
  }

  /// The list under its heading; nothing without entries.
  var markup: Markup {
    guard !entries.isEmpty else { return .empty }
    var body: Markup = "<h2>What happened, in order</h2>\n"
    if isBrief {
      body += """
        <p>\(counted(entries.count, "entry", plural: "entries").asSentenceStart): each names its \
        publishers and their grades by code. The notes and the titles of sources are left out of \
        so long a list; they are in the report as Markdown, CSV and JSON.</p>

        """
    }
    var month: String?
    for entry in entries {
      let next = Self.month(of: entry.occurred.earliest)
      if next != month {
        if month != nil { body += "</ol>\n" }
        body += "<h3>\(next)</h3>\n<ol class=\"entries\">\n"
        month = next
      }
      body += isBrief ? brief(entry) : full(entry)
    }
    return body + "</ol>\n"
  }

  /// The grades that the list names, for the legend of a brief one.
  var grades: [AdmiraltyGrade] { isBrief ? entries.flatMap { $0.evidence.map(\.grade) } : [] }

  private static func month(of day: Day) -> String {
    guard !day.isOpenEnd else { return "Beginning not known" }
    return (try? FuzzyDate(String("\(day)".dropLast(3))))?.spoken ?? "\(day)"
  }

  private func brief(_ entry: TimelineEntry) -> Markup {
    var line: Markup = "<li><i>\(entry.occurred.spoken)</i> <b>\(entry.actor)</b> \(entry.summary)"
    for evidence in entry.evidence {
      line += " " + evidence.linked(evidence.publisher) + " \(evidence.grade.code)"
    }
    return line + "\n"
  }

  private func full(_ entry: TimelineEntry) -> Markup {
    """
    <li id="e-\(entry.event.text)"><i>\(prose: when(entry.occurred, published: entry.published))</i>
    <div><p><b><bdi>\(entry.actor)</bdi></b> \(prose: entry.summary)</p>
    \(entry.note.map { "<p class=\"soft\">\($0)</p>\n" } ?? .empty)\
    <ul class="sources">
    \(entry.evidence.map { "<li>\($0.cited)</li>\n" as Markup })</ul></div></li>

    """
  }
}
