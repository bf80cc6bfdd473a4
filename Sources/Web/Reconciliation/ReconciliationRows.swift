import Answers
import JSON
import Projections
import Stances

/// Rows that a client asks about, by keys of its choice.
struct ReconciliationRows: Sendable {
  let queries: [(key: String, query: ReconciliationQuery)]

  /// At most so many rows are asked about at once.
  static let most = 50
  /// So many candidates a row has unless fewer are asked for.
  private static let standardLimit = 5
  private static let mostCandidates = 25

  /// Reads the JSON of a batch.
  ///
  /// - Throws: ``ParameterError`` that says what is wrong, and in which row.
  init(_ text: String) throws {
    let root: JSONNode
    do throws(JSONError) {
      root = try JSONDocument(parsing: Array(text.utf8)).root
    } catch {
      throw Self.refusal("line \(error.position.line): \(error.reason)")
    }
    guard root.kind == .object else {
      throw Self.refusal("rows are an object by keys, such as {\"q0\": {\"query\": \"Lenovo\"}}")
    }
    guard root.members.count <= Self.most else {
      throw Self.refusal("\(root.members.count) rows are too many at once; send \(Self.most)")
    }
    queries = try root.members.map { ($0.name, try Self.query($0.value, at: $0.name)) }
  }

  private static func query(_ row: JSONNode, at key: String) throws -> ReconciliationQuery {
    guard row.kind == .object else { throw refusal("the row '\(key)' is no object") }
    if let name = row["query"], name.string == nil {
      throw refusal("the row '\(key)': query is no text")
    }
    var query = ReconciliationQuery(
      name: row["query"]?.string ?? "", limit: try limit(row["limit"], at: key))
    for property in row["properties"]?.elements ?? [] {
      let value = property["v"].flatMap { $0.kind == .array ? $0.elements.first : $0 }
      guard let pid = property["pid"]?.string, let text = value?.string else { continue }
      switch pid {
      case "lei": query.lei = text
      case "wikidata": query.wikidata = text
      case "country": query.country = try? Market(code: text)
      default: break
      }
    }
    guard query.name.unicodeScalars.count <= 200 else {
      throw refusal("the row '\(key)': the name is longer than 200 letters")
    }
    guard !query.name.isEmpty || query.lei != nil || query.wikidata != nil else {
      throw refusal("the row '\(key)' has neither a name as query nor an identifier")
    }
    return isAboutCompanies(row) ? query : ReconciliationQuery(name: "", limit: 0)
  }

  private static func limit(_ node: JSONNode?, at key: String) throws -> Int {
    guard let node, node.kind != .null else { return standardLimit }
    guard let limit = node.integer, limit > 0 else {
      throw refusal("the row '\(key)': limit is no number from 1")
    }
    return Int(min(limit, Int64(mostCandidates)))
  }

  /// Whether a row asks for companies, as it does if it says nothing; here is nothing else.
  private static func isAboutCompanies(_ row: JSONNode) -> Bool {
    guard let type = row["type"], type.kind != .null else { return true }
    let types = type.kind == .array ? type.elements : [type]
    return types.isEmpty || types.contains { $0.string == "company" }
  }

  private static func refusal(_ sentence: String) -> ParameterError {
    .badValue("queries", sentence: sentence)
  }
}
