package import Projections
import Stances

/// Governments and companies in one column of time, as a page that replays where companies stood.
package enum TimelinePage {
  /// Measures as they stand, postures under the sliders, everything that happened, the figures.
  package static func page(
    _ answer: Answer<Timeline>, postures: [Posture], panorama: Panorama, _ courses: Courses
  ) -> Page {
    let timeline = answer.content
    let title = TimelineReport.title
    let replay = ReplaySection(
      "Where companies stand", of: courses.frames, postures: postures, clocks: answer.clocks)
    let list = EntryList(timeline.entries)
    let measures: [Document.Block] =
      timeline.measures.isEmpty
      ? [] : [.heading("Measures"), .table(MeasureTable.table(of: timeline.measures))]
    let figures: [Document.Block] =
      timeline.trade.isEmpty
      ? [] : [.heading("Trade figures"), .table(TradeTable.table(of: timeline.trade))]
    let grades =
      postures.compactMap(\.conduct?.grade) + timeline.trade.map(\.grade) + list.grades
    var body = panorama.isEmpty ? .empty : TimelinePicture.picture(answer.with(panorama)).figure
    body += ([TimelineReport.summary(of: timeline)] + measures).markup(under: title)
    if !courses.frames.isEmpty { body += replay.markup }
    body += MoveTables.leadTimes(courses.moves).markup(under: title)
    body += list.markup
    body += (figures + GradeLegend.blocks(of: grades)).markup(under: title)
    var page = Page(title: title, query: [answer.queryLine], proof: answer.proofLine, body: body)
    page.isReplayed = replay.canMove
    return page
  }
}
