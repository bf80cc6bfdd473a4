import Errors
package import JSON
import Stances

/// A proposal as its file holds it: version 1 of the form.
extension Proposal {
  /// The content of its file.
  package var json: JSONValue {
    .object(
      [
        ("proposal", .integer(Self.version)), ("id", .string(id.text)), ("by", .string(by)),
        ("at", .string(at.description)), ("with", .string(with)),
        ("why", why.map(JSONValue.string) ?? .null), ("head", .integer(head.number)),
        ("events", .array(events)),
      ] + (revision.map { [("revision", $0.json)] } ?? [])
        + (decision.map { [("decision", $0.json)] } ?? []))
  }

  static let version: Int64 = 1
  /// The longest file that is read: as many events as a proposal may have, all of a usual length.
  package static let fileLimits = JSONLimits(maximumBytes: 16 << 20, maximumDepth: 70)

  /// Reads the content of a file, which people may have edited.
  ///
  /// - Parameters:
  ///   - bytes: the content.
  ///   - path: the file, for what is said of it.
  /// - Throws: ``ProposalFileError`` with the place of what cannot be used.
  init(_ bytes: [UInt8], from path: String) throws(ProposalFileError) {
    let root: JSONNode
    do {
      root = try JSONDocument(parsing: bytes, limits: Self.fileLimits).root
    } catch {
      throw ProposalFileError(path: path, at: error.position, says: "\(error.reason)")
    }
    let file = try ProposalPart(root, "a proposal", in: path)
    guard try file.integer("proposal") == Self.version else {
      throw file.error("it is not version \(Self.version) of a proposal")
    }
    let name = try file.text("id")
    guard let id = ProposalID(name) else { throw file.error("'\(printable(name))' is no UUID") }
    self.id = id
    (by, at, with) = try (file.text("by"), file.instant("at"), file.text("with"))
    (why, head) = try (file.textIfGiven("why"), Position(file.integer("head")))
    events = try file.events()
    revision = try file.part("revision").map { part throws(ProposalFileError) in
      try Revision(by: part.text("by"), at: part.instant("at"), events: part.events())
    }
    decision = try file.part("decision").map { part throws(ProposalFileError) in
      let word = try part.text("outcome")
      guard let outcome = Outcome(rawValue: word) else {
        throw part.error("'\(printable(word))' is not an outcome")
      }
      return try Decision(
        outcome: outcome, by: part.text("by"), at: part.instant("at"),
        reason: part.textIfGiven("reason"), positions: part.integers("positions").map(Position.init)
      )
    }
  }
}

extension Proposal.Revision {
  fileprivate var json: JSONValue {
    ["by": .string(by), "at": .string(at.description), "events": .array(events)]
  }
}

extension Proposal.Decision {
  fileprivate var json: JSONValue {
    [
      "outcome": .string(outcome.rawValue), "by": .string(by), "at": .string(at.description),
      "reason": reason.map(JSONValue.string) ?? .null,
      "positions": .array(positions.map { .integer($0.number) }),
    ]
  }
}

/// An object of a proposal's file, read member by member.
private struct ProposalPart {
  private let node: JSONNode
  private let name: String
  private let path: String

  init(_ node: JSONNode, _ name: String, in path: String) throws(ProposalFileError) {
    (self.node, self.name, self.path) = (node, name, path)
    guard node.kind == .object else { throw error("\(name) is an object") }
  }

  func error(_ sentence: String, at place: JSONNode? = nil) -> ProposalFileError {
    ProposalFileError(path: path, at: (place ?? node).position, says: sentence)
  }

  func text(_ member: StaticString) throws(ProposalFileError) -> String {
    guard let text = try textIfGiven(member) else { throw missing(member) }
    return text
  }

  /// Nil if it is missing or null.
  func textIfGiven(_ member: StaticString) throws(ProposalFileError) -> String? {
    guard let value = node[member], value.kind != .null else { return nil }
    guard let text = value.string else { throw error("'\(member)' is a text", at: value) }
    return text
  }

  func instant(_ member: StaticString) throws(ProposalFileError) -> Timestamp {
    let text = try text(member)
    do {
      return try Timestamp(rfc3339: text)
    } catch {
      throw self.error("\(error)", at: node[member])
    }
  }

  func integer(_ member: StaticString) throws(ProposalFileError) -> Int64 {
    guard let value = node[member] else { throw missing(member) }
    guard let number = value.integer, number >= 0 else {
      throw error("'\(member)' is a whole number", at: value)
    }
    return number
  }

  func integers(_ member: StaticString) throws(ProposalFileError) -> [Int64] {
    guard let list = node[member], list.kind == .array else { throw missing(member) }
    return try list.elements.map { element throws(ProposalFileError) in
      guard let number = element.integer, number >= 0 else {
        throw error("'\(member)' are whole numbers", at: element)
      }
      return number
    }
  }

  func events() throws(ProposalFileError) -> [JSONValue] {
    guard let list = node["events"], list.kind == .array else { throw missing("events") }
    let events = list.elements
    guard (1...Proposal.mostEvents).contains(events.count) else {
      throw error("'events' are 1 to \(Proposal.mostEvents)", at: list)
    }
    return try events.map { event throws(ProposalFileError) in
      guard event.kind == .object else { throw error("an event is an object", at: event) }
      return JSONValue(event)
    }
  }

  func part(_ member: StaticString) throws(ProposalFileError) -> ProposalPart? {
    try node[member].map { value throws(ProposalFileError) in
      try ProposalPart(value, "'\(member)'", in: path)
    }
  }

  private func missing(_ member: StaticString) -> ProposalFileError {
    error("\(name) has no '\(member)', or it has another shape")
  }
}
