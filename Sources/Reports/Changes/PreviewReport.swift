package import JSON
package import Projections
import Stances

/// What events would change, before anyone records them.
package enum PreviewReport {
  /// A section for the days on which the same would change.
  ///
  /// - Parameters:
  ///   - preview: what would change.
  ///   - isLast: whether that is all, and nothing is recorded; else the reader is asked.
  /// - Returns: the document.
  package static func document(_ preview: AppendPreview, isLast: Bool = true) -> Document {
    let changed = preview.groups.filter { !$0.isEmpty }
    let sections = changed.flatMap { group -> [Document.Block] in
      [.heading("On \(words(of: group.days))")]
        + ChangeTables.blocks(postures: group.postures, measures: group.measures)
        + (group.posturesNotShown == 0
          ? [] : [.paragraph("And \(counted(group.posturesNotShown, "posture")) more.")])
    }
    return Document(
      title: "What this would change",
      query: [
        "\(counted(preview.events, "event").asSentenceStart) after position \(preview.previousHead)"
      ],
      blocks: (changed.isEmpty
        ? [.paragraph("No posture and no measure, on any day that it touches.")] : sections)
        + (preview.daysNotShown == 0
          ? []
          : [
            .paragraph(
              "It touches \(counted(preview.daysNotShown, "day")) more, which are not shown.")
          ]),
      proof: isLast ? "Nothing is recorded." : "",
      records: ChangeRecords.records(
        of: changed.flatMap { group in
          group.days.flatMap {
            ChangeRecords.rows(day: $0, postures: group.postures, measures: group.measures)
          }
        }))
  }

  /// The days with what would change on them.
  package static func json(_ preview: AppendPreview) -> JSONValue {
    [
      "changes": .array(
        preview.groups.filter { !$0.isEmpty }.map { group in
          [
            "days": .array(group.days.map { .string($0.description) }),
            "postures": .array(group.postures.map { $0.json.with("words", $0.phrase) }),
            "posturesNotShown": .integer(Int64(group.posturesNotShown)),
            "measures": .array(group.measures.map { $0.json.with("words", $0.phrase) }),
          ]
        }),
      "daysNotShown": .integer(Int64(preview.daysNotShown)),
    ]
  }

  /// `2022-03-10, 2022-05-06 and 2026-11-30`; of many, the first, the last, and how many.
  private static func words(of days: [Day]) -> String {
    guard days.count > 4, let first = days.first, let last = days.last else {
      return enumerated(days.map(\.description), conjunction: "and")
    }
    return "\(first), \(last) and \(days.count - 2) days between"
  }
}

extension JSONValue {
  /// The object with one more member, a text.
  fileprivate func with(_ name: String, _ text: String) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members + [(name, .string(text))])
  }
}

extension AppendPreview.Group {
  fileprivate var isEmpty: Bool { postures.isEmpty && measures.isEmpty }
}
