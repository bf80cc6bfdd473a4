package import JSON
package import Projections
import Stances

/// What is new since another query, a line for each item.
package enum NewsReport {
  /// Both queries, then a section for each kind of news.
  package static func document(_ answer: Answer<News>) -> Document {
    let news = answer.content
    let queries = [
      "Before: " + news.before.queryLine(rules: answer.rules),
      "After: " + news.after.queryLine(rules: answer.rules),
    ]
    return Document(
      title: "News", query: queries,
      blocks: [.paragraph(RichText(summary(of: news)))] + sections(of: news),
      proof: answer.proofLine, records: records(of: news))
  }

  /// Both queries and what is new, in the envelope; `query` is the second one.
  package static func json(_ answer: Answer<News>) -> JSONValue {
    let news = answer.content
    return answer.envelope([
      "before": news.before.json,
      "after": news.after.json,
      "watch": news.watch.map { .array($0.entries.map(\.json)) } ?? .null,
      "items": .array(news.items.map(\.json)),
      "besides": JSONValue(news.besides),
    ])
  }

  private static func summary(of news: News) -> String {
    let watched = news.watch.map { " Watched: \($0.words)." } ?? ""
    let besides = counted(
      news.besides, "registration, capture or key of the log",
      plural: "registrations, captures and keys of the log")
    return news.counts.asSentenceStart + "." + watched
      + (news.besides == 0 ? "" : " Also recorded: \(besides).")
  }

  private static func sections(of news: News) -> [Document.Block] {
    NewsItem.Section.allCases.flatMap { section -> [Document.Block] in
      let items = news.items.filter { $0.section == section }
      return items.isEmpty
        ? [] : [.heading(section.heading), .list(items.map { RichText($0.line) })]
    }
  }

  private static func records(of news: News) -> Records {
    Records(
      of: news.items,
      [
        ("section", \.section.term), ("subject", \.subject), ("moment", \.momentText),
        ("updated", \.updated.description), ("heading", \.heading), ("words", \.words),
        ("causes", \.causes.spaced),
        ("because", { $0.because.map(\.words).joined(separator: "; ") }),
      ])
  }
}

extension WatchList {
  /// What is watched, in words.
  var words: String { entries.map(\.words).joined(separator: ", ") }
}

extension WatchList.Entry {
  fileprivate var json: JSONValue {
    ["kind": .string(kind.term), "name": .string(name)]
  }
}

extension NewsItem {
  fileprivate var momentText: String {
    switch moment {
    case .recorded(let position): position.description
    case .day(let day): day.description
    }
  }

  fileprivate var json: JSONValue {
    let (position, day): (JSONValue, JSONValue) =
      switch moment {
      case .recorded(let position): (.integer(position.number), .null)
      case .day(let day): (.null, .string(day.description))
      }
    return [
      "section": .string(section.term),
      "subject": .string(subject),
      "position": position,
      "day": day,
      "updated": .string(updated.description),
      "heading": .string(heading),
      "words": .string(words),
      "causes": JSONValue(causes),
      "because": .array(because.map(\.json)),
      "change": content.json,
    ]
  }
}

extension NewsItem.Content {
  /// What changed, in the words of the vocabulary.
  fileprivate var json: JSONValue {
    switch self {
    case .posture(let change): change.json
    case .measure(let news): news.json
    case .firstUse(let use):
      [
        "measure": JSONValue(use.measure), "title": .string(use.title),
        "dormantBefore": .bool(use.wasDormant),
        "uses": .array(
          use.uses.map { ["measure": JSONValue($0.measure), "title": .string($0.title)] }),
      ]
    case .promise(let promise): promise.json
    case .amended(let amended):
      [
        "event": JSONValue(amended.event), "outcome": .string(amended.outcome.term),
        "by": JSONValue(amended.by), "reason": .string(amended.reason),
        "entry": amended.entry?.json ?? .null,
      ]
    case .event(let entry): entry.json
    }
  }
}

extension MeasureNews {
  fileprivate var json: JSONValue {
    [
      "measure": JSONValue(measure), "title": .string(title), "before": JSONValue(before),
      "after": JSONValue(after),
      "companies": .array(
        companies.map { status in
          [
            "company": JSONValue(status.company), "name": .string(status.name),
            "before": JSONValue(status.before), "after": JSONValue(status.after),
          ]
        }),
    ]
  }
}
