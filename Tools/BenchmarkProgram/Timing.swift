/// How long some work takes.
func timed(_ work: () throws -> Void) rethrows -> Duration {
  let start = ContinuousClock.now
  try work()
  return ContinuousClock.now - start
}

extension Sequence<Duration> {
  /// The duration in the middle; zero of none.
  var median: Duration {
    let sorted = sorted()
    return sorted.isEmpty ? .zero : sorted[sorted.count / 2]
  }
}

extension Duration {
  /// In seconds.
  var seconds: Double { self / .seconds(1) }
  /// In milliseconds.
  var milliseconds: Double { self / .milliseconds(1) }
}
