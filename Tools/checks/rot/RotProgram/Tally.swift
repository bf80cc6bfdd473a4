import Synchronization

/// Counts what came of the flips, from all threads.
final class Tally: Sendable {
  private struct Counts {
    var tried = 0
    var refused = 0
    var found = 0
    var same = 0
    var older = 0
    var wrong: [String] = []
  }

  private let counts = Mutex(Counts())

  /// What `verify` let pass, a sentence each.
  var wrong: [String] { counts.withLock(\.wrong) }

  func count(_ judgement: SoundLog.Judgement, of flip: Flip) {
    counts.withLock { counts in
      counts.tried += 1
      switch judgement {
      case .refused: counts.refused += 1
      case .found: counts.found += 1
      case .same: counts.same += 1
      case .older: counts.older += 1
      case .wrong(let words):
        counts.wrong.append("bit \(flip.bit) of byte \(flip.offset): \(words)")
      }
    }
  }

  /// The counts for `Tools/checks/rot/run`, which makes a table of them.
  func line(seconds: Double) -> String {
    counts.withLock { counts in
      [counts.tried, counts.found, counts.refused, counts.same, counts.older, counts.wrong.count]
        .map(String.init).joined(separator: " ") + " \(Int(seconds.rounded(.up)))"
    }
  }
}
