import Stances
import TestSupport

/// How exact the dates of a random history are.
enum DateStyle: CaseIterable {
  /// Days, months, quarters, intervals, open ones too, and doubts, as sources give them.
  case mixed
  /// No date says its day.
  case coarse
  /// Each event is published on a day of its own, so that no two have the same place in the
  /// fold's order except for their position.
  case distinctPublication
}

/// Dates in EDTF from the first half of 2022, as chance gives them.
struct RandomDates {
  private let style: DateStyle
  /// The days of publication not yet given away.
  private var freeDays: [Int]

  init(style: DateStyle, using generator: inout SeededGenerator) {
    self.style = style
    freeDays = (0..<730).shuffled(using: &generator)
  }

  /// When something was so.
  func occurred(using generator: inout SeededGenerator) -> String {
    let shape =
      style == .coarse
      ? Int.random(in: 5...13, using: &generator)
      : Int.random(in: 0...13, using: &generator)
    let month = Int.random(in: 1...6, using: &generator)
    let monthText = "2022-0\(month)"
    return switch shape {
    case 0...4: Self.text(dayOfPeriod: Int.random(in: 0..<181, using: &generator))
    case 5: monthText
    case 6: "\(monthText)~"
    case 7: "2022-3\(Int.random(in: 3...4, using: &generator))"
    case 8: "\(monthText)/2022-0\(Int.random(in: month...6, using: &generator))"
    case 9: "\(monthText)-XX"
    case 10: "\(monthText)/.."
    case 11: "../\(monthText)"
    case 12: "/\(monthText)"
    default: "2022-0\(month)?"
    }
  }

  /// When it came out.
  mutating func published(using generator: inout SeededGenerator) -> String {
    guard style == .distinctPublication, let day = freeDays.popLast() else {
      return occurred(using: &generator)
    }
    return Self.text(dayOfPeriod: day)
  }

  /// The day that is a number of days after 1 January 2022.
  private static func text(dayOfPeriod: Int) -> String {
    Day(ordinal: 18_993 + dayOfPeriod).description
  }
}
