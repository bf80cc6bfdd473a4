package import Projections
import Stances

/// One company: where it stands and stood, on whose evidence, and what pressed it.
package enum CompanyPage {
  /// The company's page; its replay moves its own postures.
  package static func page(_ answer: Answer<CompanyHistory>, panorama: Panorama, _ courses: Courses)
    -> Page
  {
    let history = answer.content
    let name = history.registration.identity.name
    let replay = ReplaySection(
      "Where it stands", of: courses.frames, postures: history.postures, clocks: answer.clocks)
    var body = RegistrationSection.blocks(of: history.registration).markup(under: name)
    if !panorama.courses.isEmpty {
      let strip = CompanyPicture.picture(
        of: history.registration.company, named: name, answer.with(panorama))
      body += strip.figure(.none, answer.clocks)
    }
    body +=
      courses.frames.isEmpty
      ? CompanyReport.postures(history.postures).markup(under: name) : replay.markup
    body += ContestedSides.markup(history.postures, entries: history.entries)
    body += changes(courses.postures).markup(under: name)
    body += drawers(of: history.entries, proof: answer.proofLine)
    let moves = MoveTables.promises(courses.promises) + MoveTables.leadTimes(courses.moves)
    body += moves.markup(under: name) + pressure(answer.with(history.pressure))
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

  private static func changes(_ courses: [PostureCourse]) -> [Document.Block] {
    let changes = courses.flatMap(\.changes).sorted {
      ($0.day, $0.change.market) < ($1.day, $1.change.market)
    }
    guard !changes.isEmpty else { return [] }
    return [.heading("What changed when"), .table(ChangeTables.table(ofDays: changes))]
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
