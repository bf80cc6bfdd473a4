package import Projections
import Stances

/// One company: where it stands and stood, on whose evidence, and what pressed it.
package enum CompanyPage {
  /// The company's page; its replay moves its own postures.
  package static func page(_ answer: Answer<CompanyPageData>) -> Page {
    let history = answer.content.history
    let board = answer.content.board
    let frames = answer.content.frames
    let picture = answer.content.picture
    let name = history.registration.identity.name
    let replay = ReplaySection(
      "Where it stands", of: frames, postures: history.postures, clocks: answer.clocks)
    var body = RegistrationSection.blocks(of: history.registration).markup(under: name)
    if !picture.courses.isEmpty {
      let strip = CompanyPicture.picture(
        of: history.registration.company, named: name, answer.with(picture))
      body += strip.figure(.none, answer.clocks)
    }
    body +=
      frames.isEmpty
      ? CompanyReport.postures(history.postures).markup(under: name) : replay.markup
    body += ContestedSides.markup(history.postures, entries: history.entries)
    body += CompanyReport.changes(in: board.courses).markup(under: name)
    body += drawers(of: history.entries, proof: answer.proofLine)
    body +=
      CompanyReport.moves(of: board).markup(under: name) + pressure(answer.with(history.pressure))
    let rest =
      CompanyReport.figures(history.trade)
      + GradeLegend.blocks(
        of: history.postures.compactMap(\.conduct?.grade) + history.trade.map(\.grade))
    body += rest.markup(under: name)
    var page = Page(title: name, query: [answer.queryLine], proof: answer.proofLine, body: body)
    page.isReplayed = replay.canMove
    return page
  }

  private static func pressure(_ answer: Answer<CompanyPressure>) -> Markup {
    let blocks = PressureSection.blocks(of: answer.content)
    guard let heading = blocks.first else { return .empty }
    return [heading].markup(under: "")
      + PressurePicture.picture(answer).figure(.parts("the bars and points"), answer.clocks)
      + Array(blocks.dropFirst()).markup(under: "")
  }

  private static func drawers(of entries: [CompanyHistory.Entry], proof: String) -> Markup {
    guard !entries.isEmpty else { return .empty }
    return """
      <h2>What it said and did</h2>
      <ol class="entries">
      \(entries.map { EvidenceDrawer(entry: $0, proof: proof).markup })</ol>

      """
  }
}
