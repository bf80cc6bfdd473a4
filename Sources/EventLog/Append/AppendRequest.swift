package import Stances

/// How events are appended: in whose name, at which time, under which condition.
package struct AppendRequest: Sendable {
  /// Who records the events.
  package let recorder: String
  /// What must hold in the log.
  package let condition: AppendCondition
  /// Whether to check everything and then record nothing.
  package let isDryRun: Bool
  /// The time; a clock that is behind is held at the last recorded time, which the receipt says.
  let clock: @Sendable () -> Timestamp
  /// Whether the log itself records, which lets events through that nobody else may propose.
  let isOfLog: Bool

  /// A request of somebody who records.
  package init(
    recorder: String, condition: AppendCondition = .any, isDryRun: Bool = false,
    clock: @escaping @Sendable () -> Timestamp
  ) {
    self.init(
      recorder: recorder, condition: condition, isDryRun: isDryRun, isOfLog: false, clock: clock)
  }

  /// A request of the log itself.
  static func ofLog(
    recorder: String, clock: @escaping @Sendable () -> Timestamp
  ) -> AppendRequest {
    AppendRequest(
      recorder: recorder, condition: .any, isDryRun: false, isOfLog: true, clock: clock)
  }

  private init(
    recorder: String, condition: AppendCondition, isDryRun: Bool, isOfLog: Bool,
    clock: @escaping @Sendable () -> Timestamp
  ) {
    self.recorder = recorder
    self.condition = condition
    self.isDryRun = isDryRun
    self.isOfLog = isOfLog
    self.clock = clock
  }
}
