extension StringProtocol {
  /// The text without the characters around it that are blank: white space, if nothing else is said.
  package func trimmed(
    where isBlank: (Character) -> Bool = { $0.isWhitespace }
  ) -> SubSequence {
    guard let start = firstIndex(where: { !isBlank($0) }),
      let end = lastIndex(where: { !isBlank($0) })
    else { return self[endIndex...] }
    return self[start...end]
  }
}
