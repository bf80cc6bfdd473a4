import ServiceLifecycle

/// Sees to it that a server which is told to end does so in time, whatever it is at.
struct EndingBound: Service {
  let seconds: Int
  /// Called when the time is over.
  let cutOff: @Sendable () -> Void

  func run() async throws {
    try? await gracefulShutdown()
    // Services are ended one after the other: this one must not keep the others waiting.
    Task { [seconds, cutOff] in
      try? await Task.sleep(for: .seconds(seconds))
      cutOff()
    }
  }
}
