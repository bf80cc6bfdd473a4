/// Lifts events of older versions to today's vocabulary, one version at a time.
///
/// An upcaster is a pure function from the JSON object of one version to that of the next. The
/// stored bytes are never touched: lifting happens on every read.
package enum Upcasting {
  typealias Members = [(name: String, value: JSONValue)]

  /// Rewrites the members of an event of one version as the next version has them.
  typealias Upcaster = @Sendable (_ members: Members) -> Members

  /// The oldest version of a type that can still be read.
  package static func oldestVersion(of type: EventType) -> Int {
    Vocabulary.version - (upcasters[type]?.count ?? 0)
  }

  /// The upcasters of each type, the one from the oldest version first; the last leads to today's.
  private static let upcasters: [EventType: [Upcaster]] = [
    .publicAnnouncement: [singleMarketToList],
    .silentReduction: [singleMarketToList],
  ]

  /// Version 0 named one `market`; version 1 has a list of `markets`.
  private static let singleMarketToList: Upcaster = { members in
    members.map { name, value in
      name == "market" ? (name: "markets", value: .array([value])) : (name: name, value: value)
    }
  }

  /// The version in which an event says that it is written.
  static func version(
    of node: JSONNode, type: EventType, path: String
  ) throws(EventRefusal) -> Int {
    guard let member = node["v"] else {
      throw EventRefusal(
        position: node.position, path: String(path.dropLast()),
        reason: .missing(field: "v", of: type.rawValue))
    }
    guard let number = member.integer, number >= 0 else {
      throw EventRefusal(
        position: member.position, path: "\(path)v",
        reason: .wrongShape(expected: "a whole number from 0"))
    }
    let version = Int(number)
    guard version <= Vocabulary.version else {
      throw EventRefusal(
        position: member.position, path: "\(path)v",
        reason: .newerVersion(type: type.rawValue, found: version, known: Vocabulary.version))
    }
    guard version >= oldestVersion(of: type) else {
      throw EventRefusal(
        position: member.position, path: "\(path)v",
        reason: .olderVersion(
          type: type.rawValue, found: version, oldest: oldestVersion(of: type)))
    }
    return version
  }

  /// The event as today's vocabulary would have written it.
  static func lift(
    _ node: JSONNode, type: EventType, from version: Int, path: String
  ) throws(EventRefusal) -> JSONDocument {
    guard case .object(var members) = JSONValue(node) else {
      throw EventRefusal(
        position: node.position, path: String(path.dropLast()), reason: .notAnObject)
    }
    let chain = upcasters[type] ?? []
    for upcaster in chain.suffix(Vocabulary.version - version) {
      members = upcaster(members)
    }
    members = members.map { name, value in
      (name: name, value: name == "v" ? .integer(Int64(Vocabulary.version)) : value)
    }
    do {
      return try JSONDocument(parsing: JSONValue.object(members).compactBytes())
    } catch {
      throw EventRefusal(position: node.position, path: path, reason: .json(error.reason))
    }
  }
}
