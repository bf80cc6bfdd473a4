/// Shapes gathered by what they look like, each kind to be drawn as one path.
struct Shapes {
  private struct Look: Hashable {
    let classes: String
    let transform: String
  }

  private var order: [Look] = []
  private var paths: [Look: Markup] = [:]

  mutating func add(_ area: Rectangle, _ classes: String) {
    add("M\(area.x) \(area.y)h\(area.width)v\(area.height)h\(-area.width)z", classes)
  }

  mutating func add(_ path: Markup, _ classes: String, transform: String = "") {
    let look = Look(classes: classes, transform: transform)
    if paths[look] == nil { order.append(look) }
    paths[look, default: .empty] += path
  }

  var drawn: Markup {
    order.reduce(into: .empty) { drawn, look in
      let transform: Markup =
        look.transform.isEmpty ? .empty : " transform=\"\(look.transform)\""
      drawn +=
        "<path\(transform) d=\"\(paths[look] ?? .empty)\" class=\"\(look.classes)\"/>\n"
    }
  }
}

/// Hatching by a dashed line through the middle of what it fills, as thick as that and skewed: it
/// takes the room of one line, however long it is.
struct LeaningDashes {
  private var shapes = Shapes()

  /// Hatches an area; the class must have the area's height for its thickness.
  mutating func add(_ area: Rectangle, _ direction: Hatching.Direction, _ classes: String) {
    // A dash leans by a quarter of its height to either side, and must stay within the area.
    let lean = area.height / 4
    guard area.width > 2 * lean + 1 else {
      shapes.add("M\(area.x) \(area.middle)h\(max(1, area.width))", classes)
      return
    }
    // Skewing moves the middle line by half its height.
    let (shift, angle): (Double, String) =
      switch direction {
      case .falling: (-area.middle / 2, "skewX(26.57)")
      case .rising: (area.middle / 2, "skewX(-26.57)")
      }
    shapes.add(
      "M\(area.x + lean + shift) \(area.middle)h\(area.width - 2 * lean)", classes,
      transform: angle)
  }

  var drawn: Markup { shapes.drawn }
}
