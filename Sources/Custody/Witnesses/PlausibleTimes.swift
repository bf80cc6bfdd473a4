import Stances
import Transparency

/// When a witness can have cosigned a head: not before what the head covers, and not in the future.
///
/// Clocks differ, so a day on either side is let pass. A time further off is a wrong clock, or a
/// cosignature that was not made then.
struct PlausibleTimes {
  /// When the first event that the head covers was recorded; nil if that is not known.
  let since: Timestamp?
  /// This machine's clock.
  let now: Timestamp

  /// What is wrong with the time of a cosignature; nil if it can be right.
  func objection(to seen: WitnessedTime, ofSize size: UInt64) -> String? {
    let claim = "\(seen.witness.name) dates its cosignature at \(size) \(seen.time)"
    let advice = "its clock was wrong, or it did not cosign then; ask it"
    if let since, seen.timestamp < Self.seconds(since, plus: -Self.tolerance) {
      return "\(claim), before anything that it covers was recorded (\(since)): \(advice)"
    }
    if seen.timestamp > Self.seconds(now, plus: Self.tolerance) {
      return "\(claim), which is still to come by this machine's clock (\(now)): \(advice)"
    }
    return nil
  }

  /// A day, in seconds.
  private static let tolerance: Int64 = 86_400

  private static func seconds(_ instant: Timestamp, plus seconds: Int64) -> UInt64 {
    UInt64(max(0, instant.milliseconds / 1_000 + seconds))
  }
}
