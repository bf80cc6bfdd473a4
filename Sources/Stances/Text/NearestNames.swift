import Errors

/// The names most like a misspelt one, nearest first and then alphabetically.
///
/// Likeness is the optimal string alignment distance: how many letters to insert, delete, replace
/// or swap with their neighbour. Case does not count. A third of the letters may differ, at least
/// one, so that a suggestion is rare rather than far-fetched.
package func nearestNames(
  to name: String, among names: some Sequence<String>, limit: Int = 3
) -> [String] {
  nearestNames(to: name, among: names, limit: limit) {}
}

/// The same; `check` is called for each name, and throws to end a search among many.
package func nearestNames(
  to name: String, among names: some Sequence<String>, limit: Int = 3,
  checking check: () throws -> Void
) rethrows -> [String] {
  let sought = Array(name.lowercased())
  guard !sought.isEmpty else { return [] }
  let candidates = try names.compactMap { candidate -> (distance: Int, name: String)? in
    try check()
    let letters = Array(candidate.lowercased())
    let allowed = max(1, max(sought.count, letters.count) / 3)
    // The lengths alone differ by more than is allowed: no need to compare the letters.
    guard abs(sought.count - letters.count) <= allowed else { return nil }
    let distance = alignmentDistance(sought, letters)
    // If every letter differs, nothing is alike: "x" is not near "y".
    guard distance <= allowed, distance < max(sought.count, letters.count) else { return nil }
    return (distance, candidate)
  }
  let ordered = candidates.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
  return ordered.map(\.name).reduce(into: []) { kept, name in
    if kept.count < limit, kept.last != name { kept.append(name) }
  }
}

/// A question to the person who misspelt, "did you mean 'a', 'b' or 'c'?"; nil without names.
package func didYouMean(_ names: [String]) -> String? {
  guard !names.isEmpty else { return nil }
  let quoted = names.map { "'\(printable($0))'" }
  return "did you mean \(enumerated(quoted, conjunction: "or"))?"
}

/// The optimal string alignment distance (Damerau–Levenshtein without overlapping swaps).
func alignmentDistance(_ left: [Character], _ right: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    current.reserveCapacity(right.count + 1)
    for column in right.indices {
      let isSame = left[row] == right[column]
      var distance = min(
        last[column + 1] + 1, current[column] + 1, last[column] + (isSame ? 0 : 1))
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        distance = min(distance, beforeLast[column - 1] + 1)
      }
      current.append(distance)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}

/// The items as an English enumeration: "a", "a or b", "a, b or c".
package func enumerated(_ items: [String], conjunction: String) -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return "\(items.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
}
