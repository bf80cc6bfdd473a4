import JSON
import Stances
import TestSupport

/// The fields that came with version 2 of the vocabulary, as chance gives them to company events.
enum RandomFields {
  /// The event with some of the fields that its type may have, and whether `follows` is one.
  static func grow(
    _ event: TestEvent, until: String, follows measure: String?,
    using generator: inout SeededGenerator
  ) -> (event: TestEvent, follows: Bool) {
    func chance(_ part: Int, of whole: Int) -> Bool {
      Int.random(in: 0..<whole, using: &generator) < part
    }
    var grown = event
    if chance(1, of: 8) { grown = grown.with("evidence", evidence(of: event)) }
    let level = event.text("level").flatMap(Level.init(term:))
    let type = event.text("type").flatMap(EventType.init(rawValue:))
    let takesLines: Set<EventType> = [
      .publicAnnouncement, .silentReduction, .continuedBusiness, .resumption, .exit, .denial,
    ]
    let takesClaimant: Set<EventType> = [.silentReduction, .continuedBusiness, .resumption, .exit]
    let takesException: Set<EventType> = [.continuedBusiness, .resumption]
    let takesFollows: Set<EventType> = [.publicAnnouncement, .silentReduction, .exit]
    guard let type else { return (grown, false) }
    if takesLines.contains(type), level.map({ $0 <= .reducing }) ?? true, chance(1, of: 5) {
      grown = grown.with("lines", strings(["phones"]))
    }
    if takesClaimant.contains(type), chance(1, of: 6) {
      grown = grown.with("claimant", .object([("body", .string("ministry"))]))
    }
    if takesException.contains(type), chance(1, of: 5) { grown = grown.with("until", until) }
    if type == .continuedBusiness, chance(1, of: 6) {
      grown = grown.with("wind_down", .bool(true))
    }
    if type == .publicAnnouncement, chance(1, of: 6) {
      grown = grown.with("condition", "unless it gets a waiver")
    }
    if type == .denial {
      if chance(1, of: 3) {
        let subjects = Denial.Subject.allCases
        let subject = subjects[Int.random(in: subjects.indices, using: &generator)]
        grown = grown.with("subject", subject.term)
      }
      if chance(1, of: 4) {
        grown = grown.with("body", "ministry")
        if chance(1, of: 2) { grown = grown.without("company") }
      }
    }
    guard takesFollows.contains(type), let measure else { return (grown, false) }
    return (grown.with("follows", strings([measure])), true)
  }

  /// The same source, which rests on an agency.
  private static func evidence(of event: TestEvent) -> JSONValue {
    guard case .object(let members) = event.json,
      case .array(let sources)? = members.first(where: { $0.name == "evidence" })?.value,
      case .object(let source)? = sources.first
    else { return .array([]) }
    return .array([.object(source + [("origin", .string("An agency"))])])
  }
}

extension TestEvent {
  /// A member of text.
  func text(_ name: String) -> String? {
    guard case .object(let members) = json,
      case .string(let text)? = members.first(where: { $0.name == name })?.value
    else { return nil }
    return text
  }
}
