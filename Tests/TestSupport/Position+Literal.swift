package import Stances

/// A test writes the place in a log as a number.
extension Position: ExpressibleByIntegerLiteral {
  /// The place with a number.
  package init(integerLiteral number: Int64) {
    self.init(number)
  }

  /// The place with a number that was counted.
  package init(_ number: Int) {
    self.init(Int64(number))
  }
}
