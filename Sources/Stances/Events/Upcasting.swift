package import Errors
import JSON

/// Lifts events of older versions to today's vocabulary, one version at a time.
///
/// An upcaster is a pure function from the JSON object of one version to that of the next. The
/// stored bytes are never touched: lifting happens on every read. A version that only added fields
/// that can be left out, or words, is read as the next one is, without lifting.
package enum Upcasting {
  /// Checks that from every version that can be read, one step leads to each next one.
  ///
  /// A log calls this when it opens: a gap would make events unreadable that were once recorded.
  package static func checkChains() throws(UpcastingError) {
    try checkChains(of: Upcaster.all)
  }

  static func checkChains(
    of upcasters: [Upcaster], to current: (EventType) -> Int = Vocabulary.version(of:)
  ) throws(UpcastingError) {
    for type in EventType.allCases {
      let found = upcasters.filter { $0.type == type }.map(\.version).sorted()
      guard let oldest = found.first else { continue }
      let needed = oldest < current(type) ? Array(oldest..<current(type)) : []
      guard found == needed else {
        throw UpcastingError(type: type, found: found, needed: needed)
      }
    }
  }

  /// The oldest version of a type that can still be read.
  package static func oldestVersion(of type: EventType) -> Int {
    oldest[type] ?? Vocabulary.version(of: type)
  }

  private static let oldest: [EventType: Int] = Dictionary(
    Upcaster.all.map { ($0.type, $0.version) }, uniquingKeysWith: min)

  /// Whether an event of a version is rewritten before it is read.
  static func isLifted(_ type: EventType, from version: Int) -> Bool {
    guard version != Vocabulary.version(of: type), let last = lastLifted[type] else { return false }
    return version <= last
  }

  /// The last version of each type that has to be rewritten to be read.
  private static let lastLifted: [EventType: Int] = Dictionary(
    Upcaster.all.filter { $0.lift != nil }.map { ($0.type, $0.version) }, uniquingKeysWith: max)

  /// The version in which an event says that it is written.
  static func version(of value: FieldValue, type: EventType) throws(EventError) -> Int {
    var reader = try FieldReader(value, as: type.body)
    let member = try reader.required("v")
    guard let number = member.node.integer, number >= 0 else {
      throw member.refusal(.wrongShape(expected: "a version, a whole number: 1"))
    }
    let version = Int(number)
    let current = Vocabulary.version(of: type)
    guard version != current else { return version }
    guard version < current else {
      throw member.refusal(.newerVersion(type: type.rawValue, found: version, known: current))
    }
    let oldest = oldestVersion(of: type)
    guard version >= oldest else {
      throw member.refusal(.olderVersion(type: type.rawValue, found: version, oldest: oldest))
    }
    return version
  }

  /// The event as today's vocabulary would have written it.
  static func lift(
    _ value: FieldValue, type: EventType, from version: Int
  ) throws(EventError) -> JSONDocument {
    guard case .object(var members) = JSONValue(value.node) else {
      throw value.refusal(.notAnObject)
    }
    for upcaster in chain(of: type) where upcaster.version >= version {
      if let lift = upcaster.lift { members = lift(members) }
    }
    members = members.map { name, value in
      (name: name, value: name == "v" ? .integer(Int64(Vocabulary.version(of: type))) : value)
    }
    do {
      return try JSONDocument(parsing: JSONValue.object(members).compactBytes(), limits: lifted)
    } catch {
      throw value.refusal(.json(error.reason))
    }
  }

  /// More than an event may have when it is proposed: what was once recorded can still be read
  /// though lifting makes it longer.
  private static let lifted = JSONLimits(
    maximumBytes: JSONLimits.event.maximumBytes * 2, maximumDepth: JSONLimits.event.maximumDepth)

  /// The steps of a type, the oldest first.
  private static func chain(of type: EventType) -> [Upcaster] {
    Upcaster.all.filter { $0.type == type }.sorted { $0.version < $1.version }
  }
}

/// The steps of a type's chain of upcasters are not one for each version up to today's.
package struct UpcastingError: StanceError, Equatable, CustomStringConvertible {
  /// The type whose chain is broken.
  package let type: EventType
  /// The versions from which a step leads to the next.
  package let found: [Int]
  /// The versions from which one should, once each.
  package let needed: [Int]

  package var description: String {
    "\(type.rawValue) is lifted from versions \(list(found)), but should be from "
      + "\(list(needed)); this build of stance is faulty, use another"
  }

  private func list(_ versions: [Int]) -> String {
    versions.isEmpty ? "none" : enumerated(versions.map(String.init), conjunction: "and")
  }

  package var kind: ErrorKind { .bug }
}

/// One step from a version of an event type to the next.
struct Upcaster: Sendable {
  typealias Members = [(name: String, value: JSONValue)]

  let type: EventType
  /// The version that it lifts; the result is of the next one.
  let version: Int
  /// Rewrites the members of an event of one version as the next version has them; nil if the next
  /// version reads them as they are.
  let lift: (@Sendable (Members) -> Members)?
}

extension Upcaster {
  /// All steps that lead to today's vocabulary.
  static let all: [Upcaster] =
    [
      Upcaster(type: .publicAnnouncement, version: 0, lift: listMarkets),
      Upcaster(type: .silentReduction, version: 0, lift: listMarkets),
      Upcaster(type: .governmentMeasure, version: 1, lift: listPowers),
    ] + additions

  /// The steps to version 2 that only added fields that can be left out, or words.
  private static let additions: [Upcaster] = [
    EventType.publicAnnouncement, .denial, .declinedComment, .complianceReview, .silentReduction,
    .continuedBusiness, .resumption, .exit, .governmentStatement, .pressure, .tradeStatistic,
    .companyRegistered, .bodyRegistered,
  ].map { Upcaster(type: $0, version: 1, lift: nil) }

  /// Version 0 named one `market`; version 1 has a list of `markets`.
  private static let listMarkets: @Sendable (Members) -> Members = { members in
    members.map { name, value in
      name == "market" ? (name: "markets", value: .array([value])) : (name: name, value: value)
    }
  }

  /// Version 1 named one power; version 2 has a list of them.
  private static let listPowers: @Sendable (Members) -> Members = { members in
    members.map { name, value in
      name == "under" ? (name: name, value: .array([value])) : (name: name, value: value)
    }
  }
}
