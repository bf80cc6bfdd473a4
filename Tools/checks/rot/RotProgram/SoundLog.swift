import JSON
import EventLog
import JSON
import Projections
import Reports
import Stances
import Transparency

/// An unchanged log: its answers, by which every flip is judged.
struct SoundLog: Sendable {
  private let answers: Answers
  private let head: TreeHead
  private let asksDamaged: Bool

  /// - Parameters:
  ///   - path: the path of the log.
  ///   - asksDamaged: whether a log that was found damaged is asked all the same, for a crash.
  /// - Throws: ``Unsound`` if it is not, and what opening and reading it throws.
  init(at path: String, asksDamaged: Bool) throws {
    self.asksDamaged = asksDamaged
    let log = try EventLog.open(at: path, for: .reading)
    let verification = try log.verify()
    guard verification.isSound else { throw Unsound(findings: verification.findings) }
    answers = try Answers(of: log)
    head = verification.head
  }

  /// What came of one flip.
  enum Judgement {
    /// The file does not open as a log, or reading it fails with a sentence.
    case refused
    /// `verify` names what is wrong.
    case found
    /// `verify` finds nothing and nothing has changed.
    case same
    /// The log has lost its end, which `verify` sees by a kept head and by nothing else.
    case older
    /// `verify` finds nothing, but something has changed.
    case wrong(String)
  }

  func judge(_ path: String, isWAL: Bool) -> Judgement {
    do {
      let log = try EventLog.open(at: path, for: .reading)
      let isSound = try log.verify().isSound
      guard isSound || asksDamaged else { return .found }
      // Also of a damaged log something may be asked; it may fail, but not crash.
      let found = Result { try Answers(of: log) }
      guard isSound else { return .found }
      let answers = try found.mapError { Unanswered(reason: "\($0)") }.get()
      if answers == self.answers { return .same }
      if isWAL, answers.begin(self.answers), try log.verify(against: [head]).later == [head] {
        return .older
      }
      return .wrong("other answers")
    } catch is EventLogError {
      return .refused
    } catch {
      return .wrong("\(error)")
    }
  }

  /// The log to begin with is not sound.
  struct Unsound: Error {
    let findings: [VerificationFinding]
  }

  /// A log that was found sound does not answer.
  struct Unanswered: Error {
    let reason: String
  }
}

/// What a log answers: everything it holds, and two queries that read the derived tables.
struct Answers: Equatable, Sendable {
  private let events: [[UInt8]]
  private let postures: [UInt8]
  private let timeline: [UInt8]
  private let checkpoint: [UInt8]?
  private let treeHead: TreeHead

  init(of log: EventLog) throws {
    self = try log.read { reader in
      let clocks = Clocks(to: Day(ordinal: 19_118), at: try reader.head)
      let view = LogView(of: reader, on: clocks)
      return Answers(
        events: try reader.events().map(\.bytes),
        postures: try PosturesReport.json(
          view.answer(view.postures())
        ).compactBytes(),
        timeline: try TimelineReport.json(
          view.answer(view.timeline())
        ).compactBytes(),
        checkpoint: try reader.lastCheckpoint()?.note.bytes, treeHead: try reader.treeHead())
    }
  }

  private init(
    events: [[UInt8]], postures: [UInt8], timeline: [UInt8], checkpoint: [UInt8]?,
    treeHead: TreeHead
  ) {
    (self.events, self.postures, self.timeline) = (events, postures, timeline)
    (self.checkpoint, self.treeHead) = (checkpoint, treeHead)
  }

  /// Whether the other log holds these events and more.
  func begin(_ other: Answers) -> Bool {
    events.count < other.events.count && events == Array(other.events[..<events.count])
  }
}
