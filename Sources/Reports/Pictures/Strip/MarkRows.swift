/// Places for marks that must not lie upon each other: the next free row, the nearest to the lane
/// first.
struct MarkRows {
  private var ends: [Double]
  private let width: Double

  init(_ rows: Int, width: Double) {
    ends = Array(repeating: -.infinity, count: rows)
    self.width = width
  }

  /// The row for a mark around a place; where all are taken the one that is free soonest.
  mutating func row(at x: Double) -> Int {
    let free = ends.firstIndex { $0 <= x - width / 2 }
    let row = free ?? ends.indices.min { ends[$0] < ends[$1] } ?? 0
    ends[row] = max(ends[row], x + width / 2)
    return row
  }
}
