import Projections
import Stances

extension TradeFigure {
  /// What was counted, with its code of the Harmonized System.
  var productPhrase: String { product.name + (product.hs.map { " (HS \($0))" } ?? "") }

  /// The figure itself, with its unit.
  var valuePhrase: String {
    value.map { [$0.reading, unit].compactMap(\.self).joined(separator: " ") } ?? ""
  }

  /// The change with how exactly it was given and what it is measured against.
  var changePhrase: String {
    guard let change else { return "" }
    let sign = change.percent.isNegative ? "" : "+"
    let qualifier = change.qualifier.map { " (\($0))" } ?? ""
    let against = change.against.map { " on \($0.spoken)" } ?? ""
    // A no-break space: number and sign stay on one line.
    return "\(sign)\(change.percent.reading)\u{A0}%\(qualifier)\(against)"
  }
}

extension Decimal {
  /// The digits with a minus sign as readers know it.
  fileprivate var reading: String { isNegative ? "−" + magnitude : text }
}
