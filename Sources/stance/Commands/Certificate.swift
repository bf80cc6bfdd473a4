import ArgumentParser
import EventLog
import Projections
import Reports
import Stances
import Transparency

/// `stance certificate`: one answer on one page, with what the log can be held to.
struct Certificate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write one answer with its proof on one page, even an empty one.",
    discussion: """
      EXAMPLES
        stance certificate lenovo --to 2022-05-06 --known-by 2022-05-05
        stance certificate dji --to 2022-05-06 --at 232 --format md -o dji.md
        stance certificate lenovo --format json      with signed head and hashes

      The page attests what the log holds, not that it is true. First sign the
      head with 'stance checkpoint' and have it stamped with 'stance anchor'.
      """)

  @Argument(help: ArgumentHelp("Companies, by slug or name; none means all.", valueName: "company"))
  var companies: [String] = []

  @OptionGroup var clocks: ClockOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let (answer, attestation) = try log.read { log in
      let clocks = try clocks.clocks(in: log)
      let directory = try CompanyDirectory(log, clocks)
      let chosen = try companies.map(directory.company)
      let answer = try Answer(
        in: log, clocks: clocks,
        content: PostureProjection.postures(
          in: log, clocks: clocks, companies: chosen.isEmpty ? nil : chosen))
      return (answer, try Attestation(of: answer.head.size, in: log, companies: chosen))
    }
    try report.write(
      CertificateReport.document(answer, attestation),
      json: CertificateReport.json(answer, attestation)
    ) { CertificateReport.document(answer, attestation).page }
  }
}

extension Attestation {
  /// What the log has to show for its first events.
  fileprivate init(of size: Int64, in log: LogReader, companies: [CompanyID]) throws {
    let signed = try log.cosignedCheckpoint(covering: size).map { stored in
      let head = stored.checkpoint.head
      let isSame = size == 0 || UInt64(size) == head.size
      let growth =
        try isSame
        ? [] : log.consistencyProof(from: UInt64(size), to: head.size).hashes
      return (
        head,
        SignedHead(
          size: Int64(head.size), root: String(decoding: head.root.base64, as: UTF8.self),
          note: String(decoding: stored.note.bytes, as: UTF8.self),
          growth: growth.map { String(decoding: $0.base64, as: UTF8.self) })
      )
    }
    let stamps = try log.anchors().filter { Int64($0.size) >= size }
    self.init(
      companies: companies, issued: SystemClock.now(),
      key: try signed.flatMap { try log.keys().key(forSize: $0.0.size)?.text },
      signed: signed?.1,
      stamps: stamps.map {
        Stamp(size: Int64($0.size), time: $0.stamp.time, authority: $0.stamp.authority)
      })
  }
}
