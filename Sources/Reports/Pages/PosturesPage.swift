package import Projections
import Stances

/// The board on a day, with what led to it, as a page that replays it.
package enum PosturesPage {
  /// Where all companies stand, under the sliders; what is contested; reversals, promises, and who
  /// moved first.
  package static func page(_ data: Answer<BoardPageData>, graded: GradeCount? = nil) -> Page {
    let board = data.content.board
    let postures = board.postures
    let answer = data.with(postures)
    let title = PosturesReport.boardTitle
    guard !data.content.frames.isEmpty else {
      return PosturesReport.document(data.with(board), graded: graded).page
    }
    let picture = BoardPicture.picture(answer, links: .subjects).figure(.all, answer.clocks)
    let replay = ReplaySection(
      "Where companies stand", of: data.content.frames, postures: postures, clocks: answer.clocks,
      beneath: ("<div class=\"wide\">\(picture)</div>\n" + levels(of: postures)
        + [.facts(PosturesReport.readings(of: postures))].markup(under: title))
        .following("picture"))
    let notes =
      ContestNotes(postures).blocks + PosturesReport.blocks(of: board)
      + GradeLegend.blocks(of: postures.compactMap(\.conduct?.grade))
    var page = Page(
      title: title, query: [answer.queryLine], proof: answer.proofLine,
      body: opening(data.content.registration, postures)
        + (graded == nil
          ? .empty : GradeCountReport.blocks(of: graded).markup(under: title).following("grades"))
        + replay.markup
        + CountsPicture.picture(answer.with(board.histories)).figure(
          .parts("the areas"), answer.clocks)
        + notes.markup(under: title).following("lists"))
    page.isReplayed = replay.canMove
    return page
  }

  /// A part of a board, or a board of groups, with their picture if it is of all.
  package static func page(_ answer: Answer<PosturePart>, graded: GradeCount? = nil) -> Page {
    let document = PosturesReport.document(answer, graded: graded)
    let part = answer.content
    guard part.more.isWhole, !part.shown.isEmpty else { return document.page }
    let picture = BoardPicture.picture(answer.with(part.shown), links: .subjects)
      .figure(.all, answer.clocks)
    return Page(
      title: document.title, query: document.query, proof: document.proof,
      body: "<div class=\"wide\">\(picture)</div>\n" + levels(of: part.shown) + document.markup)
  }

  /// What the log is about, three numbers, and how to read the picture.
  private static func opening(
    _ registration: LogRegistration?, _ postures: [Posture]
  ) -> Markup {
    let about = [registration?.subject, registration.flatMap(\.period?.spoken.asSentenceStart)]
      .compactMap(\.self).joined(separator: " · ")
    let summary = PostureSummary(of: postures)
    let markets = counted(summary.markets, "market")
    let companies = "\(summary.companies == 1 ? "company" : "companies") in \(markets)"
    func number(_ count: Int, _ words: String) -> Markup {
      "<div><dt>\(words)</dt><dd>\(count)</dd></div>\n"
    }
    let numbers: Markup = """
      <dl class="numbers">
      \(number(summary.companies, companies))\
      \(number(summary.readings[.quietRetreat] ?? 0, "withdrawn further than they say"))\
      \(number(summary.readings[.unkeptWord] ?? 0, "saying more than they do"))\
      \(number(summary.contested, "contested"))\
      </dl>

      """
    return """
      \(about.isEmpty ? .empty : "<p class=\"lead\">\(prose: about)</p>\n")\
      \(numbers.following("summary"))\
      <p>\(legend)</p>

      """
  }

  private static let legend: Markup = """
    From left to right: what a company does, from expanding its business in a market to having left \
    it. From top to bottom: what it says beside that; the number at a name is the gap, in levels.
    """

  /// The companies by what they do, for a window that is too narrow for the picture.
  private static func levels(of postures: [Posture]) -> Markup {
    let places: [Level?] = Level.allCases.map(\.self) + [nil]
    let lists = places.compactMap { level -> Markup? in
      let found = postures.filter { $0.conduct?.level == level }
      guard !found.isEmpty else { return nil }
      let items = found.map { posture -> Markup in
        let gap = posture.gap.flatMap { $0 == 0 ? nil : ", gap \($0.withMinus)" } ?? ""
        return """
          <li><a href="\(Subject.posture(posture.company, posture.market).mark)">\
          <bdi>\(posture.unitName)</bdi></a> (\(posture.market.label)\(gap))</li>

          """
      }
      let mark: Markup =
        level.map { level in
          "<b class=\"level\" data-level=\"\(level.term)\">\(level.depth.withMinus)</b> "
        } ?? .empty
      return """
        <h3>\(mark)\(level?.phrase ?? "not known") (\(found.count))</h3>
        <ul>
        \(items)</ul>

        """
    }
    return "<div class=\"narrow\">\n\(lists)</div>\n"
  }
}
