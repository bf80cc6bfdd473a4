package import Projections
import Stances

/// Governments and companies in one column of time, as a page that replays where companies stood.
package enum TimelinePage {
  /// Whether a timeline is so long that its page is the list alone, without picture and replay.
  package static func isListAlone(_ timeline: Timeline) -> Bool {
    timeline.entries.count > EntryList.mostInFull
  }

  /// The page of the list alone: measures as they stand, everything that happened, the figures.
  package static func page(_ answer: Answer<Timeline>) -> Page {
    let note: Document.Block = .paragraph(
      """
      So long a report has neither the picture nor the replay: 'stance report timeline --format \
      svg' draws the one, 'stance report postures --format html' has the other.
      """)
    let timeline = answer.content
    let body = (summary(of: timeline) + [note]).markup(under: TimelineReport.title)
    return page(answer, body + happened(timeline, grades: []))
  }

  /// The whole page: the picture, measures, postures under the sliders, everything that happened,
  /// the figures.
  package static func page(
    _ answer: Answer<Timeline>, postures: [Posture], panorama: Panorama, _ courses: Courses
  ) -> Page {
    let timeline = answer.content
    let title = TimelineReport.title
    let replay = ReplaySection(
      "Where companies stand", of: courses.frames, postures: postures, clocks: answer.clocks)
    var body: Markup =
      panorama.isEmpty
      ? .empty
      : TimelinePicture.picture(answer.with(panorama)).figure(.parts("the measures"), answer.clocks)
    body += summary(of: timeline).markup(under: title)
    if !courses.frames.isEmpty { body += replay.markup }
    body += MoveTables.leadTimes(courses.moves).markup(under: title)
    body += happened(timeline, grades: postures.compactMap(\.conduct?.grade))
    var page = page(answer, body)
    page.isReplayed = replay.canMove
    return page
  }

  private static func page(_ answer: Answer<Timeline>, _ body: Markup) -> Page {
    Page(
      title: TimelineReport.title, query: [answer.queryLine], proof: answer.proofLine, body: body)
  }

  private static func summary(of timeline: Timeline) -> [Document.Block] {
    let measures: [Document.Block] =
      timeline.measures.isEmpty
      ? [] : [.heading("Measures"), .table(MeasureTable.table(of: timeline.measures))]
    return [TimelineReport.summary(of: timeline)] + measures
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
