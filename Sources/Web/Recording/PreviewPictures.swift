import Answers
import EventLog
import JSON
import Projections
import Reports
import Stances

/// Pictures of what events would change: each company's strip without them and with them.
enum PreviewPictures {
  /// How many companies are drawn: of more, a reader wants the words.
  static let most = 3

  /// The preview for programs, with pictures of the companies whose postures would change.
  ///
  /// - Parameters:
  ///   - preview: what would change.
  ///   - log: the log with the events.
  ///   - clock: the site's time.
  /// - Returns: the preview with `pictures`, each a name and two texts of SVG.
  /// - Throws: what reading the log throws.
  static func json(
    _ preview: AppendPreview, in log: LogReader, _ clock: SiteClock
  ) throws -> JSONValue {
    var names: [(company: CompanyID, name: String)] = []
    for change in preview.groups.flatMap(\.postures)
    where !names.contains(where: { $0.company == change.company }) {
      names.append((change.company, change.name))
    }
    let pictures = try names.prefix(most).map { company, name -> JSONValue in
      let after = try picture(of: company, at: nil, in: log, clock)
      let before = try? picture(of: company, at: preview.previousHead, in: log, clock)
      return [
        "name": .string(name), "before": before.map(JSONValue.string) ?? .null,
        "after": .string(after),
      ]
    }
    guard case .object(let members) = PreviewReport.json(preview) else { return .null }
    return .object(members + [("pictures", .array(Array(pictures)))])
  }

  private static func picture(
    of company: CompanyID, at head: Position?, in log: LogReader, _ clock: SiteClock
  ) throws -> String {
    let texts =
      [(name: Parameter.company.name, text: company.text)]
      + (head.map { [(name: Parameter.at.name, text: "\($0)")] } ?? [])
    let given = try Given(texts, for: CompanyQuestion.parameters)
    let asked = try Asked(
      given, as: .svg, at: log.state, today: clock.today(), now: clock.now())
    let reply = try CompanyQuestion.reply(to: asked, in: log)
    return String(decoding: try reply.bytes(as: .svg, Rendering()), as: UTF8.self)
  }
}
