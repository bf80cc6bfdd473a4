import Stances

/// One line of the table: what was measured, beside its floor and its target.
struct Measurement {
  /// What a ratio should be.
  enum Target {
    case atLeast(Double)
    case atMost(Double)

    func isMet(by ratio: Double) -> Bool {
      switch self {
      case .atLeast(let bound): ratio >= bound
      case .atMost(let bound): ratio <= bound
      }
    }
  }

  let name: String
  let ours: String
  let floor: String
  let ratio: Double
  let target: Target
}

/// The table that the benchmark prints.
enum MeasurementTable {
  private static let widths = [38, 16, 16, 7, 8]

  static var header: String {
    line(["what", "ours", "floor", "ratio", "target"]) + "\n" + String(repeating: "-", count: 97)
  }

  static func row(_ measurement: Measurement) -> String {
    let target =
      switch measurement.target {
      case .atLeast(let bound): "≥ \(fixed(bound, places: 2))"
      case .atMost(let bound): "≤ \(fixed(bound, places: 2))"
      }
    let cells = [
      measurement.name, measurement.ours, measurement.floor, fixed(measurement.ratio, places: 2),
      target,
    ]
    return line(cells) + (measurement.target.isMet(by: measurement.ratio) ? "  met" : "  SHORT")
  }

  private static func line(_ cells: [String]) -> String {
    zip(cells, widths).enumerated().map { index, cell in
      cell.0.padded(to: cell.1, index == 0 ? .leading : .trailing)
    }.joined(separator: " ")
  }
}

/// A number with a given number of decimal places.
func fixed(_ number: Double, places: Int) -> String {
  let scale = (0..<places).reduce(1) { power, _ in power * 10 }
  let units = Int((number * Double(scale)).rounded())
  guard places > 0 else { return "\(units)" }
  let fraction = "\(abs(units) % scale)"
  let zeros = String(repeating: "0", count: places - fraction.count)
  return "\(units / scale).\(zeros)\(fraction)"
}

/// A number of things in a second.
func rate(_ count: Int, in duration: Duration) -> String {
  "\(fixed(Double(count) / duration.seconds, places: 0)) /s"
}

/// A duration in milliseconds.
func milliseconds(_ duration: Duration) -> String {
  "\(fixed(duration.milliseconds, places: 2)) ms"
}

/// A number of bytes in megabytes.
func megabytes(_ bytes: Int) -> String {
  "\(fixed(Double(bytes) / 1_000_000, places: 1)) MB"
}
