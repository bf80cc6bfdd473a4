import Answers

/// Addresses that lead to others for good: the first page, and those that had another name.
enum MovedAddresses {
  /// The names of pages that have another today, each without its ending.
  private static let names = ["": "board", "regulatory": "measures"]

  /// Where a request leads, with its ending and its query; nil if it was not moved.
  static func address(for segments: [String], target: String) -> String? {
    var rest = segments[...]
    // Memento's services stand before the path of the page.
    let service = rest.first.map { ["timegate", "timemap"].contains($0) } ?? false
    let start = service ? "/\(rest.removeFirst())" : ""
    let query = target.drop { $0 != "?" }
    if !service, rest.count == 2, rest.removeFirst() == "certificate", let company = rest.first {
      return certificate(of: company, query: query.dropFirst())
    }
    guard rest.count <= 1 else { return nil }
    let name = rest.first ?? ""
    let stem = String(name.prefix { $0 != "." })
    guard let today = names[stem], !stem.isEmpty || name.isEmpty else { return nil }
    return "\(start)/\(today)\(PercentCoding.encode(String(name.dropFirst(stem.count))))\(query)"
  }

  /// A certificate may be about several companies, which stand behind its path.
  private static func certificate(of company: String, query: Substring) -> String {
    let (stem, suffix) = Format.ending(of: company).map { ($0.stem, $0.format.suffix) } ?? (company, "")
    let more = query.isEmpty ? "" : "&\(query)"
    return "/certificate\(suffix)?company=\(PercentCoding.encode(stem))\(more)"
  }
}
