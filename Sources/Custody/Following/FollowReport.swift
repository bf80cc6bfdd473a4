import Errors
package import JSON
import Stances
import Transparency

/// What a published log has had since it was last looked at.
package struct FollowReport {
  let origin: Origin
  let head: TreeHead
  /// The size of the head that was seen earlier; nil if this is the first look.
  let since: UInt64?
  private var entries: [Entry] = []
  private var counts: [String: Int] = [:]
  private var total = 0

  init(origin: Origin, head: TreeHead, since: UInt64?) {
    self.origin = origin
    self.head = head
    self.since = since
  }

  /// One new event.
  private struct Entry {
    let position: Position
    let type: String
    let id: String
    /// What it does to an earlier event or to the log's key.
    let effect: (verb: String, object: String)?

    init(_ event: RecordedEvent) {
      position = event.position
      type = event.type
      id = event.id.text
      effect =
        switch event.event?.content {
        case .correction(let correction): ("corrects", correction.corrects.text)
        case .retraction(let retraction): ("retracts", retraction.retracts.text)
        case .logKey(let key): key.replaces.map { ("replaces", $0) }
        default: nil
        }
    }

    var words: String {
      "\(position.number.description.padded(to: 10, .trailing))  \(printable(type))  "
        + printable(id) + (effect.map { ", \($0.verb) \(printable($0.object))" } ?? "")
    }

    var json: JSONValue {
      [
        "position": .integer(position.number), "type": .string(type), "id": .string(id),
        "effect": effect.map { .string($0.verb) } ?? .null,
        "of": effect.map { .string($0.object) } ?? .null,
      ]
    }
  }

  /// How many events are listed; all of them are checked and counted.
  package static let greatestList = 1_000

  /// Takes in a new event.
  ///
  /// A first look lists none: all of them are new.
  mutating func add(_ event: RecordedEvent) {
    total += 1
    counts[event.type, default: 0] += 1
    if since != nil, entries.count < Self.greatestList { entries.append(Entry(event)) }
  }

  /// The report for people.
  package var words: String {
    let new = "\(total) new event\(total == 1 ? "" : "s")"
    let events = "\(head.size) event\(head.size == 1 ? "" : "s")"
    guard let since else {
      return
        ([
          "\(origin): \(events), looked at for the first time: from now on its heads must "
            + "continue this one"
        ] + countLines).joined(separator: "\n")
    }
    guard head.size > since else { return "\(origin): \(events), nothing new" }
    let more = total - entries.count
    return
      (["\(origin): \(events), \(new) after \(since), which its head continues"]
      + entries.map(\.words)
      + (more > 0 ? ["and \(more) more; all \(total) by type:"] + countLines : []))
      .joined(separator: "\n")
  }

  private var countLines: [String] {
    counts.sorted { $0.key < $1.key }.map {
      "\($0.value.description.padded(to: 10, .trailing))  \(printable($0.key))"
    }
  }

  /// The same for programs.
  package var json: JSONValue {
    [
      "origin": .string("\(origin)"), "size": .integer(Int64(head.size)),
      "root": .string(String(decoding: head.root.base64, as: UTF8.self)),
      "since": since.map { .integer(Int64($0)) } ?? .null, "new": .integer(Int64(total)),
      "types": .object(
        counts.sorted { $0.key < $1.key }.map { ($0.key, .integer(Int64($0.value))) }),
      "events": .array(entries.map(\.json)), "omitted": .integer(Int64(total - entries.count)),
    ]
  }
}
