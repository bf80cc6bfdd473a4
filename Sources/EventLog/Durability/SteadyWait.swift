import GRDB
import GRDBSQLite
import Synchronization

/// Waits while another program writes, for as long as it is told to.
///
/// SQLite's own wait asks less and less often, at last every 100 ms: of many writers, the one that
/// has waited longest asks least, and can run out of time while later ones write. This one asks as
/// often at its end as at its beginning.
final class SteadyWait: Sendable {
  private let limit: Duration
  private let begun = Mutex(ContinuousClock.now)

  /// Milliseconds between two questions; an append holds the lock for about as long.
  private static let pause: CInt = 5

  init(seconds: Double) {
    limit = .seconds(seconds)
  }

  /// The wait as the connection calls it.
  var mode: Database.BusyMode {
    .callback { [self] tries in
      let now = ContinuousClock.now
      if tries == 0 { begun.withLock { $0 = now } }
      guard now - begun.withLock(\.self) < limit else { return false }
      sqlite3_sleep(Self.pause)
      return true
    }
  }
}
