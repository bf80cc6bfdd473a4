import EventLog
package import Projections
import Reports
import Stances
import Transparency

/// One answer on one page, with what others can hold the log to.
package enum CertificateQuestion: Question {
  /// The name that people see.
  package static let name = "Certificate"
  /// Its address.
  package static let template = "/certificate"
  /// What it asks.
  package static let summary =
    "One answer with its proof on one page, even if nothing is found."
  /// Its parameters.
  package static let asks = [Parameter.companies] + Parameter.clocks
  /// It says when it was issued, and a head may be signed or stamped later.
  package static let follows = false
  /// Every page links to it.
  package static let isListed = true

  /// Answers it from one view of the log.
  package static func reply(to asked: Asked, _ view: LogView) throws -> Reply {
    let (companies, unknown) = try named(asked.given.texts(.companies), in: view)
    // That a name is nowhere is checked against all events, not only those of some companies.
    let whole = view.folded
    let view = whole.narrowed(to: companies)
    try (unknown.isEmpty ? view : whole).checkRows()
    let answer = try view.answer(view.postures())
    let attestation = try Attestation(
      at: view.clocks.at, in: view.log, companies: companies ?? [], unknown: unknown,
      issued: asked.now)
    var reply = Reply(view) {
      CertificateReport.document(answer, attestation)
    } json: {
      CertificateReport.json(answer, attestation)
    }
    reply.links = { answer.content.flatMap(\.links) }
    return reply
  }

  /// The companies that are meant, nil if none is named, and the names that the log does not have.
  private static func named(
    _ texts: [String], in view: LogView
  ) throws -> (companies: [CompanyID]?, unknown: [Attestation.UnknownName]) {
    var known: [CompanyID] = []
    var unknown: [Attestation.UnknownName] = []
    for text in texts {
      do {
        known.append(try view.company(text))
      } catch QueryError.unknownCompany(let name, let nearest) {
        unknown.append(Attestation.UnknownName(given: name, nearest: nearest))
      }
    }
    return (texts.isEmpty ? nil : known, unknown)
  }
}

extension Attestation {
  /// What vouches for the log's first events.
  fileprivate init(
    at position: Position, in log: LogReader, companies: [CompanyID], unknown: [UnknownName],
    issued: Timestamp
  ) throws {
    let signed = try log.cosignedCheckpoint(covering: position).map { stored in
      let head = stored.checkpoint.head
      let growth = try log.checkedGrowth(from: log.treeHead(at: position), to: head).hashes
      return (
        head,
        SignedHead(
          size: Int64(head.size), root: String(decoding: head.root.base64, as: UTF8.self),
          note: String(decoding: stored.note.bytes, as: UTF8.self),
          growth: growth.map { String(decoding: $0.base64, as: UTF8.self) })
      )
    }
    let stamps = try log.anchors().filter { Position(treeSize: $0.size) >= position }
    self.init(
      companies: companies, unknown: unknown, issued: issued,
      key: try signed.flatMap { try log.keys().key(forSize: $0.0.size)?.text },
      signed: signed?.1,
      stamps: stamps.map {
        Stamp(size: Int64($0.size), time: $0.stamp.time, authority: $0.stamp.authority)
      })
  }
}
