import Answers

/// Permanent redirects: the first page, and pages that had another name.
enum MovedAddresses {
  /// The former names of pages, each without its ending.
  private static let names = ["regulatory": "measures"]
  /// The page to which the shortest address leads.
  private static let first = "board"

  /// The new address of a request, with its ending and its query; nil if it was not moved.
  static func address(for segments: [String], target: String) -> String? {
    var rest = segments[...]
    // Memento's services come before the path of the page.
    let service = rest.first.map { ["timegate", "timemap"].contains($0) } ?? false
    let start = service ? "/\(rest.removeFirst())" : ""
    let query = target.drop { $0 != "?" }
    if !service, rest.count == 2, rest.first == "certificate", let company = rest.last {
      return certificate(of: company, query: query.dropFirst())
    }
    guard let name = rest.first else { return "\(start)/\(first)\(query)" }
    let (stem, suffix) = parts(of: name)
    guard rest.count == 1, let today = names[stem] else { return nil }
    return "\(start)/\(today)\(suffix)\(query)"
  }

  /// A certificate may be about several companies, which follow its path.
  private static func certificate(of company: String, query: Substring) -> String {
    let (stem, suffix) = parts(of: company)
    let more = query.isEmpty ? "" : "&\(query)"
    return "/certificate\(suffix)?company=\(PercentCoding.encode(stem))\(more)"
  }

  private static func parts(of segment: String) -> (stem: String, suffix: String) {
    Format.ending(of: segment).map { ($0.stem, $0.format.suffix) } ?? (segment, "")
  }
}
