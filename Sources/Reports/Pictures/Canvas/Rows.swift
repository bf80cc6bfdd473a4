/// The place of something with a label on an axis, and its row.
struct LabelledSpan {
  let start: Double
  let end: Double
  let row: Int
  /// The row of the label: its own, or the next one if there is no room beside the span.
  let labelRow: Int
  /// The label.
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
  private var ends: [Double] = []

  /// How many rows are taken.
  var rows: Int { ends.count }

  /// A place for a span: its label within it if it fits, else after it, else before it, else in the
  /// row below; only a label for which no row is wide enough is cut.
  mutating func place(
    _ label: String, from start: Double, to end: Double, within bounds: ClosedRange<Double>,
    size: Double
  ) -> LabelledSpan {
    let label = Lettering.fit(
      label, into: bounds.upperBound - bounds.lowerBound - 10, size: size)
    let width = Lettering.width(of: label, size: size)
    let (labelX, anchor): (Double, TextAnchor)
    let taken: (from: Double, to: Double)
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
      return placeBelow(label, width: width, from: start, to: end, within: bounds, size: size)
    }
    let row = ends.firstIndex { $0 + Self.space <= taken.from } ?? ends.count
    take(row, until: taken.to)
    return LabelledSpan(
      start: start, end: end, row: row, labelRow: row, label: label, labelX: labelX, anchor: anchor,
      size: size)
  }

  /// A place for a span with its label in the row below, as far under its start as there is room.
  private mutating func placeBelow(
    _ label: String, width: Double, from start: Double, to end: Double,
    within bounds: ClosedRange<Double>, size: Double
  ) -> LabelledSpan {
    let labelX = max(bounds.lowerBound, min(start, bounds.upperBound - width - 5))
    func isFree(_ row: Int, from x: Double) -> Bool {
      row >= ends.count || ends[row] + Self.space <= x
    }
    let row =
      ends.indices.first { isFree($0, from: start) && isFree($0 + 1, from: labelX) } ?? ends.count
    take(row, until: end)
    take(row + 1, until: labelX + 5 + width)
    return LabelledSpan(
      start: start, end: end, row: row, labelRow: row + 1, label: label, labelX: labelX + 5,
      anchor: .start, size: size)
  }

  private mutating func take(_ row: Int, until end: Double) {
    if row == ends.count { ends.append(end) } else { ends[row] = end }
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
