import Answers
import EventLog
import HTTPTypes
import Hummingbird
import NIOCore
import Reports
import Stances

/// The addresses of all questions.
enum QuestionRoutes {
  static let all = Questions.all.map { route(of: $0) }

  private static func route(of question: (some Question).Type) -> Route {
    Route(
      question.template,
      Operation(
        method: .get, id: question.id, summary: question.summary,
        parameters: question.queryParameters, pathParameters: question.pathParameters,
        formats: question.servedFormats, outcomes: outcomes(of: question), isEmbeddable: true
      ) { try await answer(question, $0) })
  }

  private static func outcomes(of question: any Question.Type) -> [Operation.Outcome] {
    [
      .init(.ok, "The answer, in the format that the address ends with.", nil, schema: "Answer"),
      .init(.notModified, "The client already has these bytes.", nil),
      .problem(.badRequest, "A parameter is not valid."),
      .problem(.contentTooLarge, "The answer would be too long."),
      .problem(.serviceUnavailable, "Too many questions at once, or the log cannot be read now."),
    ]
      + (question.asks.contains(.watch)
        ? [.problem(.unprocessableContent, "The log has nothing of a name on the watch list.")]
        : [])
      + (question.missing.map { [.problem(.notFound, $0)] } ?? [])
  }

  private static func answer(
    _ question: (some Question).Type, _ call: Call
  ) async throws -> WebAnswer {
    let site = call.site
    let query = try SiteQuery(question, call)
    let key = query.key(of: question)
    let isOfPoints = call.format == .png
    let answer = try await site.cached(key) { log in
      let reply = try question.reply(to: query.asked, in: log)
      let memento = try question.hasStates ? Memento(of: reply.clocks, in: log) : nil
      let rendering = Rendering(address: site.base + query.address, base: site.base) {
        page in
        let frame = PageFrame(
          query: query, clocks: reply.clocks, forms: SiteForm.all(of: question),
          isRecording: site.recorder != nil, memento: memento, base: site.base)
        return try frame.around(page, linking: reply).html(SiteFiles.delivery) {
          query.given.address(of: $0)
        }
      }
      var answer = WebAnswer(
        .ok, call.format.mediaType, try reply.bytes(as: call.format, rendering))
      answer.next = try question.asked(after: reply, to: query.asked)
      // Revalidated each time, which costs a line if nothing has changed.
      answer.fields[.cacheControl] = "no-cache"
      if question.follows {
        answer.fields[.eTag] =
          EntityTag(
            head: reply.clocks.at, root: try log.rootDigits(at: query.asked.reach(in: log)),
            query: key, version: site.version + site.base
          ).text
      }
      if let memento {
        answer.fields[values: .link] = try memento.links(
          to: "\(call.path)\(call.format.suffix)", call.given, at: site.base)
        if query.isLasting { answer.fields[.mementoDatetime] = memento.datetime }
      }
      return answer
    } finish: {
      isOfPoints ? try await PictureThreads.png(of: $0) : $0
    }
    return answer.next.map { stream(answer, then: $0, question, site) } ?? answer
  }

  /// The first part of a list, and all others, each found when the client has taken the one before.
  private static func stream(
    _ first: WebAnswer, then next: Asked, _ question: (some Question).Type, _ site: SiteContext
  ) -> WebAnswer {
    guard case .whole(let content) = first.body else { return first }
    var answer = first
    answer.body = .stream { writer in
      try await writer.write(content)
      var next: Asked? = next
      while let asked = next {
        let (bytes, following) = try await site.read { log in
          let reply = try question.reply(to: asked, in: log)
          return (
            try reply.bytes(as: asked.format, Rendering()),
            try question.asked(after: reply, to: asked)
          )
        }
        try await writer.write(ByteBuffer(bytes: bytes))
        next = following
      }
      try await writer.finish(nil)
    }
    return answer
  }
}
