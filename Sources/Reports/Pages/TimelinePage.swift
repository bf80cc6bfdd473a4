package import Projections
import Stances

/// Governments and companies in one column of time, as a page that replays where companies stood.
package enum TimelinePage {
  /// The picture, measures, postures under the sliders, everything that happened, the figures.
  package static func page(_ answer: Answer<Chronicle>) -> Page {
    let chronicle = answer.content
    let timeline = chronicle.timeline
    let title = TimelineReport.title
    let replay = ReplaySection(
      "Where companies stand", of: chronicle.frames, postures: chronicle.postures,
      clocks: answer.clocks)
    let panorama = chronicle.panorama
    var body: Markup =
      panorama.isEmpty
      ? .empty
      : TimelinePicture.picture(answer.with(panorama)).figure(.parts("the measures"), answer.clocks)
    body += summary(of: timeline).markup(under: title)
    if !chronicle.frames.isEmpty { body += replay.markup }
    body += MoveTables.nearestLeadTimes(chronicle.moves).markup(under: title)
    body += happened(timeline, grades: chronicle.postures.compactMap(\.conduct?.grade))
    var page = Page(title: title, query: [answer.queryLine], proof: answer.proofLine, body: body)
    page.isReplayed = replay.canMove
    return page
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
