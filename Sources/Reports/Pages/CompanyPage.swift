package import Projections
import Stances

/// One company: its postures now and over time, on whose evidence, and the pressure on it.
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
    if !picture.histories.isEmpty {
      let strip = CompanyPicture.picture(
        of: history.registration.company, named: name, answer.with(picture), links: .subjects)
      body += strip.figure(.none, answer.clocks)
    }
    body +=
      frames.isEmpty
      ? CompanyReport.postures(history.postures).markup(under: name) : replay.markup
    body += ContestedSides.markup(history.postures, entries: history.entries)
    body += CompanyReport.changes(in: board.histories).markup(under: name)
    body += drawers(of: history.entries, proof: answer.proofLine)
    body +=
      CompanyReport.moves(of: board).markup(under: name) + pressure(answer.with(history.pressure))
    let rest =
      FollowedSection.conflicts(history.conflicts) + CompanyReport.figures(history.trade)
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
      + PressurePicture.picture(answer, links: .subjects).figure(
        .parts("the bars and points"), answer.clocks)
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

/// The evidence for one event of a company: opens without a script.
struct EvidenceDrawer {
  let entry: CompanyHistory.Entry
  /// The log and the rules, for the citation.
  let proof: String

  /// The drawer, closed: sources with quotations, what the log has, a citation to copy.
  var markup: Markup {
    let event = entry.entry
    return """
      <li id="e-\(event.event.text)"><i>\(prose: event.occurred.spoken)</i>
      <div><p><b><bdi>\(event.actor)</bdi></b> \(prose: event.summary)</p>
      \(event.note.map { "<p class=\"soft\">\($0)</p>\n" } ?? .empty)\
      <details><summary>Evidence: \(summary)</summary>
      \(event.evidence.map(source))\
      <dl class="facts">
      <dt>Where</dt><dd>\(event.markets.names)</dd>
      <dt>Published</dt><dd>\(prose: event.published.spoken)</dd>
      <dt>Recorded as</dt><dd><code>\(event.event.text)</code>, position \(entry.position.number), \
      \(entry.recorded.description)</dd>
      <dt>Leaf hash</dt><dd><code>\(entry.leafHash)</code></dd>
      \(entry.correctedBy.map { "<dt>Corrected by</dt><dd><code>\($0.text)</code></dd>\n" } ?? .empty)\
      <dt>To cite</dt><dd class="copy">\(citation)</dd>
      </dl>
      </details></div></li>

      """
  }

  /// How many sources there are, and what the best is worth.
  private var summary: String {
    let evidence = entry.entry.evidence
    return "\(counted(evidence.count, "source")), best grade \(evidence.bestGrade.words)"
  }

  private func source(_ evidence: Evidence) -> Markup {
    let quote: Markup =
      evidence.quote.map { quote in
        "<blockquote\(evidence.languageAttribute)>“\(quote)”</blockquote>\n"
      } ?? .empty
    let copy: Markup =
      evidence.sha256.map { "<p class=\"soft\">SHA-256 of the copy: <code>\($0)</code></p>\n" }
      ?? .empty
    return "<p>\(evidence.cited)</p>\n\(quote)\(copy)"
  }

  /// The event with its best source and its place in the log, as one would cite it in print.
  private var citation: String {
    let event = entry.entry
    let best = event.evidence.min { $0.grade.rank < $1.grade.rank }
    let source = best.map { evidence in
      [
        evidence.publisher, evidence.title.map { "“\($0)”" }, evidence.published?.spoken,
        evidence.url,
      ]
      .compactMap(\.self).joined(separator: ", ")
    }
    let place = "event \(event.event) at position \(entry.position), leaf \(entry.leafHash)"
    return [source, "recorded as \(place). \(proof)"].compactMap(\.self).joined(separator: "; ")
  }
}
