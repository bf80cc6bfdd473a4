package import Projections
import Stances

/// The board on a day, with what led to it, as a page that replays it.
package enum PosturesPage {
  /// Where all companies stand, under the sliders; what is contested; reversals, promises, and who
  /// moved first.
  package static func page(_ data: Answer<BoardPageData>) -> Page {
    let board = data.content.board
    let postures = board.postures
    let answer = data.with(postures)
    let title = PosturesReport.boardTitle
    guard !data.content.frames.isEmpty else {
      return PosturesReport.document(data.with(board)).page
    }
    let replay = ReplaySection(
      "Where companies stand", of: data.content.frames, postures: postures, clocks: answer.clocks)
    let summary: [Document.Block] = [
      .paragraph(RichText(PosturesReport.summary(of: postures))),
      .facts(PosturesReport.readings(of: postures)),
    ]
    let notes =
      ContestNotes(postures).blocks + PosturesReport.blocks(of: board)
      + GradeLegend.blocks(of: postures.compactMap(\.conduct?.grade))
    var page = Page(
      title: title, query: [answer.queryLine], proof: answer.proofLine,
      body: summary.markup(under: title)
        + BoardPicture.picture(answer, links: .subjects).figure(.all, answer.clocks) + replay.markup
        + CountsPicture.picture(answer.with(board.histories)).figure(
          .parts("the areas"), answer.clocks)
        + notes.markup(under: title))
    page.isReplayed = replay.canMove
    return page
  }
}
