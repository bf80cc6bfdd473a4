/// The place of something with a label on an axis, and its row.
struct LabelledSpan {
  let start: Double
  let end: Double
  let row: Int
  /// The label, as much of it as there is room for.
  let label: String
  /// The start of the label.
  let labelX: Double
  let anchor: TextAnchor
  let size: Double

  /// The label on its line.
  func words(at y: Double, _ classes: String = "s halo") -> Markup {
    .words(label, at: labelX, y, classes, anchor)
  }
}

/// Puts spans with labels into rows so that none overlap.
struct RowPacking {
  private static let space = 8.0
  /// Longer labels are cut, so that none takes a row for itself.
  private static let longest = 260.0

  private var ends: [Double] = []

  /// How many rows are taken.
  var rows: Int { ends.count }

  /// A place for a span: its label within it if it fits, else after it, else before it.
  mutating func place(
    _ label: String, from start: Double, to end: Double, within bounds: ClosedRange<Double>,
    size: Double
  ) -> LabelledSpan {
    let whole = Lettering.fit(label, into: max(Self.longest, end - start - 8), size: size)
    let width = Lettering.width(of: whole, size: size)
    let (labelX, anchor): (Double, TextAnchor)
    let taken: (from: Double, to: Double)
    var shown = whole
    if width + 8 <= end - start {
      (labelX, anchor) = (start + 5, .start)
      taken = (start, end)
    } else if end + 5 + width <= bounds.upperBound {
      (labelX, anchor) = (end + 4, .start)
      taken = (start, end + 5 + width)
    } else if start - 5 - width >= bounds.lowerBound {
      (labelX, anchor) = (start - 4, .end)
      taken = (start - 5 - width, end)
    } else {
      shown = Lettering.fit(label, into: end - start - 8, size: size)
      (labelX, anchor) = (start + 5, .start)
      taken = (start, end)
    }
    let row = ends.firstIndex { $0 + Self.space <= taken.from } ?? ends.count
    if row == ends.count { ends.append(taken.to) } else { ends[row] = taken.to }
    return LabelledSpan(
      start: start, end: end, row: row, label: shown, labelX: labelX, anchor: anchor, size: size)
  }
}

/// Places for marks that must not overlap: the next free row, the nearest to the lane
/// first.
struct MarkRows {
  private var ends: [Double]
  private let width: Double

  init(_ rows: Int, width: Double) {
    ends = Array(repeating: -.infinity, count: rows)
    self.width = width
  }

  /// The row for a mark around a place; if all are taken, the one that is free soonest.
  mutating func row(at x: Double) -> Int {
    let free = ends.firstIndex { $0 <= x - width / 2 }
    let row = free ?? ends.indices.min { ends[$0] < ends[$1] } ?? 0
    ends[row] = max(ends[row], x + width / 2)
    return row
  }
}
