/// The place of an event in its log: 1 for the first event, then each whole number in order.
package struct Position: Hashable, Sendable {
  /// The place as a number, which columns, JSON and proofs hold.
  package let number: Int64

  /// The place with a number; 0 is the place before the first event.
  package init(_ number: Int64) {
    self.number = number
  }

  /// The place before the first event: the head of an empty log.
  package static let beforeFirst = Position(0)

  /// The greatest place that there can be: no event comes after it.
  package static let max = Position(.max)

  /// The place after this one; the greatest place has none after it, and stays.
  package var next: Position { self < .max ? Position(number + 1) : self }

  /// How many events come after another place, up to and including this one.
  package func count(after other: Position) -> Int { Int(number - other.number) }
}

extension Position: Comparable {
  /// By place in the log.
  package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

extension Position: CustomStringConvertible {
  package var description: String { number.description }
}

extension Position: LosslessStringConvertible {
  /// Reads a number; answers nil for anything else.
  package init?(_ text: String) {
    guard let number = Int64(text) else { return nil }
    self.init(number)
  }
}
