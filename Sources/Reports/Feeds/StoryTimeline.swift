package import JSON
package import Projections
import Stances

/// The dates of an answer as the JSON that Knight Lab's TimelineJS shows as slides.
///
/// Source: <https://timeline.knightlab.com/docs/json-format.html>. Texts are HTML there, so they
/// are escaped; a date is given as exactly as it is known, and `display_date` has its words.
package enum StoryTimeline {
  /// The timeline, one slide per item, without what was withdrawn.
  package static func json(of answer: Answer<[CalendarItem]>, title: String) -> JSONValue {
    let slides = answer.content.filter { !$0.isWithdrawn }.map { $0.slide(in: answer.head.origin) }
    let head: Markup = "\(title)"
    let query: Markup = "\(answer.queryLine)"
    return [
      "title": ["text": ["headline": .string(head.text), "text": .string(query.text)]],
      "events": .array(slides),
      "scale": "human",
    ]
  }
}

extension CalendarItem {
  fileprivate func slide(in origin: String?) -> JSONValue {
    let span = day.knownSpan
    let headline: Markup = "\(entry.actor)"
    let text: Markup = "<p>\(entry.summary.asSentenceStart).</p>\(entry.evidence.map(\.paragraph))"
    var members: [(name: String, value: JSONValue)] = [
      ("unique_id", .string(identifier(in: origin))), ("start_date", span.lowerBound.storyDate),
    ]
    if span.lowerBound != span.upperBound {
      members.append(("end_date", span.upperBound.storyDate))
    }
    return .object(
      members + [
        ("display_date", .string(displayDate.text)),
        ("group", .string(group.text)),
        ("text", ["headline": .string(headline.text), "text": .string(text.text)]),
      ])
  }

  private var displayDate: Markup {
    switch occasion {
    case .happened: "\(day.spoken)"
    case .due: "due \(day.spoken)"
    case .effective: "from \(day.spoken)"
    case .ends: "until \(day.spoken)"
    }
  }

  private var group: Markup {
    entry.company == nil ? (entry.body == nil ? "Others" : "Governments") : "Companies"
  }
}

extension Evidence {
  fileprivate var paragraph: Markup {
    let words: Markup = "\(sourceWords)"
    guard let url, let address = Markup.webAddress(url) else { return "<p>\(words)</p>" }
    return "<p><a href=\"\(address)\" rel=\"noopener noreferrer\">\(words)</a></p>"
  }
}

extension Day {
  fileprivate var storyDate: JSONValue {
    let (year, month, day) = civil
    return ["year": JSONValue(year), "month": JSONValue(month), "day": JSONValue(day)]
  }
}
