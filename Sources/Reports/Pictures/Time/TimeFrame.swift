import Stances

/// The frame of a picture over time: the grid, its labels, and the lines of the query's clocks.
struct TimeFrame {
  /// The height of the labels under the frame.
  static let labelHeight = 34.0

  let axis: TimeAxis
  let top: Double
  let bottom: Double

  /// The grid behind everything, with its labels.
  var grid: Markup {
    var grid = Markup.empty
    var outerEnd = -Double.infinity
    for tick in TimeTicks(of: axis).ticks {
      let x = axis.start(of: tick.day)
      grid += .line(from: x, top, to: x, bottom + 4, "thin rule")
      grid += .words(tick.label, at: x + 2, bottom + 14, "s soft")
      guard let outer = tick.outer, x > outerEnd else { continue }
      let width = Lettering.width(of: outer, size: 11)
      // The last one ends with the axis where it would be cut off.
      let start = min(x + 2, axis.right + 8 - width)
      guard start > outerEnd else { continue }
      grid += .words(outer, at: start, bottom + 28, "s soft b")
      outerEnd = start + width + 6
    }
    return grid + .line(from: axis.left, bottom, to: axis.right, bottom, "thin")
  }

  /// The line at the end of the day that the query asks about, with the shade behind it, and that of
  /// the day up to which it knows, where this is set.
  func clocks(_ clocks: Clocks, labelsAt y: Double) -> Markup {
    let x = axis.end(of: clocks.to)
    var drawn = Markup.empty
    if x < axis.right - 1 {
      drawn += .rectangle(
        Rectangle(x: x, y: top, width: axis.right - x, height: bottom - top), "band")
    }
    drawn += .line(from: x, y + 4, to: x, bottom, "line asof")
    var known = "as of \(clocks.to)"
    if let knownBy = clocks.knownBy {
      known += ", known by \(knownBy)"
      if knownBy < clocks.to, knownBy >= axis.days.earliest {
        let limit = axis.end(of: knownBy)
        drawn += .line(from: limit, y + 4, to: limit, bottom, "line asof dash")
      }
    }
    let width = Lettering.width(of: known, size: 11)
    let isRoomLeft = x - width >= axis.left
    drawn += .words(known, at: isRoomLeft ? x - 4 : x + 4, y, "s b", isRoomLeft ? .end : .start)
    let later = "later: not yet known then"
    if isRoomLeft, Lettering.width(of: later, size: 11) < axis.right - x - 6 {
      drawn += .words(later, at: x + 6, y, "s soft")
    }
    return drawn
  }
}
