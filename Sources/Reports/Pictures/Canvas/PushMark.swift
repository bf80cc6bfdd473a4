import Stances

/// The mark of a statement or of pressure, by what it moves companies to do: down to withdraw, up
/// to stay, round for neither.
struct PushMark {
  private let push: Push

  init(_ push: Push) {
    self.push = push
  }

  /// The mark around a point.
  func drawn(at x: Double, _ y: Double) -> Markup {
    switch push {
    case .withdraw: .path("M\(x - 5) \(y - 4)L\(x + 5) \(y - 4)L\(x) \(y + 4.5)Z", "m")
    case .stay: .path("M\(x - 5) \(y + 4)L\(x + 5) \(y + 4)L\(x) \(y - 4.5)Z", "m")
    case .none: "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"4\" class=\"m hollow\"/>\n"
    }
  }
}
