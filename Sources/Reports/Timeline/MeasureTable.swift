import Projections
import Stances

/// Measures as they stand, for readers.
enum MeasureTable {
  static func table(of measures: [Measure]) -> Table {
    Table(
      of: measures,
      [
        (.init("Measure"), { RichText("\($0.title) (\($0.measure))") }),
        (.init("By"), { RichText($0.bodyName) }),
        (.init("Form"), { RichText($0.instrument.words) }),
        (.init("Status"), { RichText($0.standing) }),
        (.init("Pushes"), { RichText($0.push.direction) }),
        (.init("Used"), { RichText($0.use) }),
      ])
  }
}

extension Measure {
  /// The status with its first and last day, as given.
  fileprivate var standing: String {
    status.words + (since.map { ", \($0.spokenAsStart)" } ?? "")
      + (until.map { ", until \($0.spoken)" } ?? "")
      + (effective.map { ", in force from \($0.spoken)" } ?? "")
  }

  /// How often a power was used, or under which power a measure was issued.
  fileprivate var use: String {
    if let under { return "under \(under)" }
    guard isPower else { return "–" }
    return dormant ? "never: dormant" : uses == 0 ? "never" : counted(uses, "time")
  }
}
