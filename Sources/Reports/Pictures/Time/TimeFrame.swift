import Stances

/// The frame of a picture over time: the grid, its labels, and the lines of the query's clocks.
struct TimeFrame {
  /// The height of the labels under the frame.
  static let labelHeight = 34.0

  let axis: TimeAxis
  let top: Double
  let bottom: Double

  /// The grid in the background, with its labels.
  var grid: Markup {
    var grid = Markup.empty
    var outerEnd = -Double.infinity
    for tick in TimeTicks(of: axis).ticks {
      let x = axis.start(of: tick.day)
      grid += .line(from: x, top, to: x, bottom + 4, "thin rule")
      grid += .words(tick.label, at: x + 2, bottom + 14, "s soft")
      guard let outer = tick.outer, x > outerEnd else { continue }
      let width = Lettering.width(of: outer, size: 11, isBold: true)
      // The last one ends with the axis if it would be cut off.
      let start = min(x + 2, axis.right + 8 - width)
      guard start > outerEnd else { continue }
      grid += .words(outer, at: start, bottom + 28, "s soft b")
      outerEnd = start + width + 6
    }
    return grid + .line(from: axis.left, bottom, to: axis.right, bottom, "thin")
  }

  /// The ground after the day of the query, which is below what is drawn.
  func ground(_ clocks: Clocks) -> Markup {
    let x = axis.end(of: clocks.to)
    return .rectangle(
      Rectangle(x: x, y: top, width: axis.right - x, height: bottom - top), "band")
  }

  /// The line at the end of the day that the query asks about, and that of the day up to which it
  /// knows, if this is earlier; both are above what is drawn.
  ///
  /// The group carries the days of its axis and their places, by which the script of a page moves
  /// the lines with its sliders (see ``ReplayData``), and a veil, over nothing yet, for what then
  /// comes after the line. Without the script it is the query's own.
  func clocks(_ clocks: Clocks, labelsAt y: Double) -> Markup {
    let x = axis.end(of: clocks.to)
    let label = clocks.knownBy.map { "as of \(clocks.to), known by \($0)" } ?? "as of \(clocks.to)"
    let width = Lettering.width(of: label, size: 11, isBold: true)
    let isRoomLeft = x - 4 - width >= axis.left
    // On a narrow axis it may have to begin before the line.
    let right = max(0, min(x + 4, axis.right + 12 - width))
    let later = "later: not yet known then"
    let isRoomRight = isRoomLeft && Lettering.width(of: later, size: 11) < axis.right - x - 6
    return """
      <g class="clocks quiet" data-first="\(axis.days.earliest.ordinal)" \
      data-last="\(axis.days.latest.ordinal)" data-left="\(axis.left)" data-right="\(axis.right)" \
      data-later="\(later)">
      \(.rectangle(Rectangle(x: x, y: top, width: 0, height: bottom - top), "veil"))\
      <path d="\(limit(clocks, from: y + 4))" class="line asof dash"/>
      \(.line(from: x, y + 4, to: x, bottom, "line asof"))\
      \(.words(label, at: isRoomLeft ? x - 4 : right, y, "s b", isRoomLeft ? .end : .start))\
      \(.words(isRoomRight ? later : "", at: x + 6, y, "s soft"))\
      </g>

      """
  }

  /// The line of the day up to which the query knows; nothing if it is at the other or beyond
  /// the axis.
  private func limit(_ clocks: Clocks, from y: Double) -> Markup {
    guard let day = clocks.knownBy, day < clocks.to, day >= axis.days.earliest else {
      return .empty
    }
    let x = axis.end(of: day)
    return "M\(x) \(y)L\(x) \(bottom)"
  }
}
