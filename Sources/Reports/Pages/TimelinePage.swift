package import Projections
import Stances

/// Governments and companies in one column of time, as a page that replays where companies stood.
package enum TimelinePage {
  /// The picture, measures, postures under the sliders, everything that happened, the figures.
  package static func page(_ answer: Answer<TimelinePageData>) -> Page {
    let data = answer.content
    let timeline = data.timeline
    let title = TimelineReport.title
    let replay = ReplaySection(
      "Where companies stand", of: data.frames, postures: data.postures,
      clocks: answer.clocks)
    let picture = data.picture
    var body: Markup =
      picture.isEmpty
      ? .empty
      : TimelinePicture.picture(answer.with(picture)).figure(.parts("the measures"), answer.clocks)
    body += summary(of: timeline).markup(under: title)
    if !data.frames.isEmpty { body += replay.markup }
    body += MoveTables.nearestLeadTimes(data.leadTimes).markup(under: title)
    body += happened(timeline, grades: data.postures.compactMap(\.conduct?.grade))
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
