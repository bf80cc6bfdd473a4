import EventLog
import HTTPTypes
import Reports
import Stances

/// A report of the site: its address, and how it is made.
struct ReportKind: Sendable {
  /// The address, such as `/company/{company}`.
  let template: String
  let id: String
  let summary: String
  let parameters: [Parameter]
  /// Whether there is a picture of it.
  var hasPicture = false
  /// Whether there are a calendar, a feed and charts of it.
  var hasFeeds = false
  /// What is missing where the answer is 404; nil where nothing can be.
  var missing: String?
  let make: @Sendable (ReportQuery, LogReader) throws -> Report

  /// The report's address and what can be done there.
  var route: Route {
    Route(
      template,
      Operation(
        method: .get, id: id, summary: summary, parameters: parameters, forms: forms,
        outcomes: outcomes, handle: answer))
  }

  /// The forms in which it is answered.
  var forms: [Form] {
    // What has no name has no ending; the other forms of the first page are the board's.
    guard template != "/" else { return [.page] }
    return Form.allCases.filter { form in
      switch form {
      case .page, .json, .csv, .md: true
      case .svg: hasPicture
      case .ics, .atom, .timelinejs, .vegaLite: hasFeeds
      }
    }
  }

  private var outcomes: [Operation.Outcome] {
    [
      .init(.ok, "The answer, in the form that the address ends with.", nil, schema: "Answer"),
      .init(.notModified, "The client has these bytes.", nil),
      .problem(.badRequest, "A parameter has no meaning here."),
      .problem(.serviceUnavailable, "Too much is asked already, or the log cannot be read now."),
    ] + (missing.map { [.problem(.notFound, $0)] } ?? [])
  }

  private func answer(_ call: Call) async throws -> WebAnswer {
    let site = call.site
    let query = ReportQuery(
      values: call.values, parameters: call.parameters, head: try site.log.head(),
      today: site.clock.today(), now: site.clock.now(), form: call.form,
      address: "\(call.path)\(call.form.ending)\(call.parameters.query())")
    let moving = query.isPinned ? "" : " \(query.head.position)"
    let key = "\(id) \(query.address) \(query.today)\(moving)"
    return try await site.cached(key) {
      try await site.log.read { log in
        let report = try make(query, log)
        let memento = try Memento(of: report.clocks, in: log)
        let page = "\(call.path)\(call.form.ending)"
        let frame = PageFrame(
          path: call.path, query: query, clocks: report.clocks,
          forms: (template == "/" ? PostureKinds.board : self).forms,
          memento: memento,
          lasting: call.path
            + (try call.parameters.query(fixedTo: memento.state, on: query.today)),
          links: call.form == .page ? report.links() : [],
          parameters: parameters)
        var answer = WebAnswer(
          .ok, call.form.mediaType,
          report.bytes(as: call.form) {
            frame.around($0).html(SiteFiles.delivery)
          })
        answer.fields[.eTag] =
          EntityTag(head: report.clocks.at, query: key, version: site.version).text
        // To be asked for again each time, which costs a line where nothing has changed.
        answer.fields[.cacheControl] = "no-cache"
        answer.fields[.link] = try memento.links(to: page, parameters: call.parameters)
        if query.isLasting { answer.fields[.mementoDatetime] = memento.datetime }
        return answer
      }
    }
  }
}
