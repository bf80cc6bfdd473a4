import Errors
import JSON
import ArgumentParser
import Custody
import EventLog
import Inbox
import Projections
import Stances
import Transparency

/// `stance status`: the log at a glance.
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show the log at a glance: head, size, format, and how many events of each type.",
    discussion: """
      EXAMPLES
        stance status
        stance status --json --log russia.sqlite
      """)

  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let (status, standing) = try log.read { log in
      let view = LogView(of: log, on: Clocks(to: .distantFuture, at: try log.head))
      return try (view.glance(), Standing(log))
    }
    let waiting = try WaitingProposals(besideLogAt: log.path)
    try output.write(
      words: status.words(path: log.path, standing, waiting),
      json: status.json(path: log.path, standing, waiting))
  }
}

/// How far a log is signed and dated, and whether its last time is still to come.
private struct Standing {
  let origin: Origin?
  let signed: UInt64?
  let cosigned: CosignedHead
  let anchor: Anchor?
  let clock: SteppedClock?

  init(_ log: LogReader) throws {
    origin = try log.origin()
    signed = try log.lastCheckpoint()?.checkpoint.head.size
    cosigned = try CosignedHead(of: log)
    anchor = try log.anchors().last
    clock = SteppedClock(now: SystemClock.now(), last: try log.lastRecorded)
  }
}

/// The proposals that wait, and for how long the oldest has.
private struct WaitingProposals {
  let count: Int
  /// In days; nil if none waits.
  let oldest: Int?
  /// How many files cannot be read.
  let damaged: Int

  init(besideLogAt path: String) throws {
    let (proposals, damaged) = try Inbox(besideLogAt: path).proposals(.waiting)
    let now = SystemClock.now()
    count = proposals.count
    oldest = proposals.map { InboxReport.days(of: $0, on: now) }.max()
    self.damaged = damaged.count
  }

  var words: String? {
    guard count + damaged > 0 else { return nil }
    let unread = damaged == 0 ? "" : "; \(damaged) file\(damaged == 1 ? "" : "s") cannot be read"
    return "\(count) proposal\(count == 1 ? " waits" : "s wait")"
      + (oldest.map { $0 > InboxReport.patience ? ", the oldest for \($0) days" : "" } ?? "")
      + unread
  }
}

extension LogStatus {
  fileprivate func words(
    path: String, _ standing: Standing, _ waiting: WaitingProposals
  ) -> String {
    var lines = [
      "log            \(printable(path))", "head           \(head)",
      "last recorded  \(lastRecorded?.description ?? "never")", "size           \(bytes) bytes",
      "format         \(format)", "SQLite         \(sqliteVersion)",
    ]
    if let clock = standing.clock { lines.append("clock          \(clock)") }
    if let origin = standing.origin { lines.append("origin         \(origin)") }
    lines.append("signed         \(standing.signed.map { "up to \($0)" } ?? "never")")
    lines.append("cosigned       \(standing.cosigned.words)")
    lines.append("time stamp     \(standing.anchor?.words ?? "none")")
    if let words = waiting.words { lines.append("inbox          \(words)") }
    for type in types {
      let note = type.isKnown ? "" : " (not known to this program)"
      lines.append(
        "\(type.count.description.padded(to: 13, .trailing))  "
          + "\(printable(type.type)) v\(type.version)\(note)")
    }
    return lines.joined(separator: "\n")
  }

  fileprivate func json(
    path: String, _ standing: Standing, _ waiting: WaitingProposals
  ) -> JSONValue {
    [
      "log": .string(path), "head": .integer(head.number),
      "lastRecorded": lastRecorded.map { .string($0.description) } ?? .null,
      "bytes": .integer(bytes), "format": .integer(Int64(format)),
      "sqlite": .string(sqliteVersion), "unknown": .integer(Int64(unknown)),
      "origin": standing.origin.map { .string("\($0)") } ?? .null,
      "signed": standing.signed.map { .integer(Int64($0)) } ?? .null,
      "cosigned": standing.cosigned.json,
      "anchor": standing.anchor?.json ?? .null,
      "waitingProposals": .integer(Int64(waiting.count)),
      "steppedClock": standing.clock?.json ?? .null,
      "types": .array(
        types.map { type in
          [
            "type": .string(type.type), "v": .integer(Int64(type.version)),
            "count": .integer(Int64(type.count)), "isKnown": .bool(type.isKnown),
          ]
        }),
    ]
  }
}
