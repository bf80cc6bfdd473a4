package import Projections
import Stances

/// Governments and companies in one column of time, as a page that replays where companies stood.
package enum TimelinePage {
  /// The picture and postures under the sliders, measures, everything that happened, the figures.
  package static func page(_ answer: Answer<TimelinePageData>) -> Page {
    let data = answer.content
    let timeline = data.timeline
    let title = TimelineReport.title
    let picture: Markup =
      data.picture.isEmpty
      ? .empty
      : TimelinePicture.picture(answer.with(data.picture), links: .subjects).figure(
        .parts("the measures"), answer.clocks)
    let replay = ReplaySection(
      "Where companies stand", of: data.frames, postures: data.postures,
      clocks: answer.clocks, beneath: picture)
    let summary = [TimelineReport.summary(of: timeline)].markup(under: title)
    let rest =
      (measures(of: timeline) + MoveTables.nearestLeadTimes(data.leadTimes)).markup(under: title)
      + happened(timeline, grades: data.postures.compactMap(\.conduct?.grade))
    let body =
      summary.following("summary") + (data.frames.isEmpty ? picture : replay.markup)
      + rest.following("lists")
    var page = Page(title: title, query: [answer.queryLine], proof: answer.proofLine, body: body)
    page.isReplayed = replay.canMove
    return page
  }

  /// A part of a list too long for one page: the measures, and what happened.
  package static func page(ofPart answer: Answer<Timeline>) -> Page {
    let timeline = answer.content
    let title = TimelineReport.title
    return Page(
      title: title, query: [answer.queryLine], proof: answer.proofLine,
      body: ([TimelineReport.summary(of: timeline)] + measures(of: timeline)).markup(under: title)
        + happened(timeline, grades: []))
  }

  private static func measures(of timeline: Timeline) -> [Document.Block] {
    let measures: [Document.Block] =
      timeline.measures.isEmpty
      ? [] : [.heading("Measures"), .table(MeasureTable.table(of: timeline.measures))]
    return measures
      + FollowedSection.blocks(of: timeline.followed, measures: timeline.measures)
  }

  /// The list, the figures, and the legend of the grades that the page names by their codes.
  private static func happened(_ timeline: Timeline, grades: [AdmiraltyGrade]) -> Markup {
    let list = EntryList(timeline.entries)
    let figures: [Document.Block] =
      timeline.trade.isEmpty
      ? [] : [.heading("Trade figures"), .table(TradeTable.table(of: timeline.trade))]
    let legend = GradeLegend.blocks(of: grades + timeline.trade.map(\.grade) + list.grades)
    return list.markup + (figures + legend).markup(under: TimelineReport.title)
  }
}

/// What happened, in one column of time, month by month, each with its sources.
///
/// In full an entry has its note and its evidence with titles and grades in words. A list too long
/// to be read through is brief: each entry keeps its sentence, its publishers with their links, and
/// their grades by the code, under one date for all of a day.
struct EntryList {
  /// From this many entries on, a list is brief.
  private static let mostInFull = 1_500

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
        publishers and their grades by code. A list this long omits notes and source titles; the \
        report as Markdown, CSV and JSON has them.</p>

        """
    }
    for month in entries.runs(by: { $0.occurred.earliest.monthStart }) {
      body += "<h3>\(Self.name(ofMonth: month.key))</h3>\n<ol class=\"entries\">\n"
      if isBrief {
        for day in month.items.runs(by: \.occurred) { body += brief(day.items, on: day.key) }
      } else {
        for entry in month.items { body += full(entry) }
      }
      body += "</ol>\n"
    }
    return body
  }

  /// The grades that the list names, for the legend of a brief one.
  var grades: [AdmiraltyGrade] { isBrief ? entries.flatMap { $0.evidence.map(\.grade) } : [] }

  private static func name(ofMonth first: Day) -> String {
    guard !first.isOpenEnd else { return "Beginning not known" }
    return (try? FuzzyDate(String("\(first)".dropLast(3))))?.spoken ?? "\(first)"
  }

  private func brief(_ entries: ArraySlice<TimelineEntry>, on date: FuzzyDate) -> Markup {
    var list: Markup = "<li><i>\(date.spoken)</i><ul>\n"
    for entry in entries {
      list += "<li><b>\(entry.actor)</b> \(entry.summary)"
      for evidence in entry.evidence {
        list += " \(evidence.linked(evidence.publisher)) \(evidence.grade.code)"
      }
      list += "\n"
    }
    return list + "</ul>\n"
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

extension RandomAccessCollection where Index == Int {
  /// Neighbours with the same key, together.
  fileprivate func runs<Key: Equatable>(
    by key: (Element) -> Key
  ) -> [(key: Key, items: SubSequence)] {
    var runs: [(key: Key, items: SubSequence)] = []
    var start = startIndex
    for index in indices {
      let key = key(self[index])
      if runs.last?.key != key {
        start = index
        runs.append((key, self[index...index]))
      } else {
        runs[runs.count - 1].items = self[start...index]
      }
    }
    return runs
  }
}

extension Day {
  /// The first day of the month; of an open end, itself.
  fileprivate var monthStart: Day { isOpenEnd ? self : adding(days: 1 - day) }
}
