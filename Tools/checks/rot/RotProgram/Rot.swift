import ArgumentParser
import EventLog
import Foundation

/// Flips bits of a log's file and compares what `verify` finds with what the log then answers.
@main
struct Rot: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stance-rot",
    abstract: "Flip a bit of each byte of a log, or of some, and see that nothing goes unnoticed.",
    discussion: """
      Each flip is made in a copy, judged and taken back, on all cores. A crash ends the program and \
      leaves the copy as it was. Ends with 1 if verify found a log sound whose answers had changed.
      """)

  @Argument(help: "The log; it is copied.")
  var log: String

  @Option(help: "The folder for the copies.")
  var folder: String

  @Flag(help: "Flip in the write-ahead log beside it instead.")
  var wal = false

  @Option(help: "How many bytes to choose at random; default: each byte in turn.")
  var flips: Int?

  @Option(help: "Take one flip in this many; as many seeds in a row take all bytes in turn.")
  var oneIn = 1

  @Option(help: "The seed of what is left to chance.")
  var seed: UInt64 = 1

  func run() throws {
    let original = try LogFiles(at: log)
    // Each byte in turn takes a small log, of which there is time to ask everything.
    let sound = try SoundLog(at: log, asksDamaged: self.flips == nil)
    let flips = Flips(
      of: wal ? original.wal : original.main, isWAL: wal, count: flips, oneIn: max(1, oneIn),
      seed: seed)
    let tally = Tally()
    let started = ContinuousClock.now
    let workers = ProcessInfo.processInfo.activeProcessorCount
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      let copy = LogCopy(of: original, at: "\(folder)/rot-\(worker).sqlite", flipsWAL: wal)
      for index in stride(from: worker, to: flips.count, by: workers) {
        let flip = flips[index]
        copy.make(flip)
        tally.count(sound.judge(copy.path, isWAL: wal), of: flip)
      }
      copy.remove()
    }
    print(tally.line(seconds: (ContinuousClock.now - started) / .seconds(1)))
    tally.wrong.forEach { print($0) }
    if !tally.wrong.isEmpty { throw ExitCode(1) }
  }
}
