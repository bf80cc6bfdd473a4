/// The items as an English enumeration: "a", "a or b", "a, b or c".
package func enumerated(_ items: [String], conjunction: String) -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return "\(items.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
}
