import Answers

extension Given {
  /// The items of a query, for the parameters that the address takes.
  ///
  /// - Throws: ``ParameterError``, also for a list that is too long for an address.
  init(_ items: [RequestTarget.Item], for known: [Parameter]) throws(ParameterError) {
    let counts = Dictionary(grouping: items, by: \.name).mapValues(\.count)
    for name in counts.keys.sorted() where counts[name, default: 0] > Parameter.mostInAddress {
      throw .badValue(name, sentence: "it may be given at most \(Parameter.mostInAddress) times")
    }
    try self.init(items.map { (name: $0.name, text: $0.value) }, for: known)
  }

  /// The same query always in the same words, as the end of an address: empty, or from `?` on.
  var query: String {
    let pairs = items.map { "\($0.name)=\(PercentCoding.encode($0.text))" }
    return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
  }

  /// The address of a page that an answer links to, on the same clocks; a path may begin a query.
  func address(of path: Substring) -> String {
    let clocks = keeping(Parameter.clocks).query
    guard path.contains("?"), !clocks.isEmpty else { return path + clocks }
    return "\(path)&amp;\(clocks.dropFirst())"
  }

  /// The clocks, and what narrows postures, as links carry them to a question's page: defaults are
  /// not fixed, and only what that page takes.
  func clocks(for question: any Question.Type) -> String {
    let taken = question.parameters
    return keeping((Parameter.clocks + Parameter.postureChoice).filter(taken.contains)).query
  }
}

extension Format {
  /// What follows the path in the address; nothing for a page.
  var suffix: String { self == .html ? "" : ".\(ending)" }

  /// Splits a path's last segment before its ending, if that names a format.
  static func ending(of segment: String) -> (stem: String, format: Format)? {
    guard let dot = segment.lastIndex(of: "."),
      let format = all.first(where: { $0.suffix == segment[dot...] })
    else { return nil }
    return (String(segment[..<dot]), format)
  }
}
