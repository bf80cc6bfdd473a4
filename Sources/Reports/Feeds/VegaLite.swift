import Errors
package import JSON
package import Projections
import Stances

/// Answers as charts that Vega-Lite draws, their data inline and under the names of the JSON.
///
/// Source: <https://vega.github.io/schema/vega-lite/v5.json>. Levels and statuses are ordered
/// scales of one hue; nothing is a verdict by its colour.
package enum VegaLite {
  /// What every company did, one bar per period of one level, one row per company and market.
  package static func postures(_ answer: Answer<[PostureHistory]>) -> JSONValue {
    let spans = answer.content.map(\.spans)
    let values = zip(answer.content, spans).flatMap { history, spans in
      spans.map { span -> JSONValue in
        [
          "row": shown("\(history.name) (\(history.market.label))"),
          "company": JSONValue(history.company),
          "market": .string(history.market.code),
          "from": JSONValue(span.from?.description),
          "to": .string(span.to.description),
          "level": .string(span.posture.conduct?.level.term ?? "unknown"),
          "reading": .string(span.posture.reading.term),
          "says": shown(span.posture.says),
          "does": shown(span.posture.does),
        ]
      }
    }
    return bars(
      answer.chart("What companies do"), values,
      edge: edge(spans.joined().map(\.from), answer.clocks), color: "level",
      order: Level.allCases.map(\.term) + ["unknown"], shown: ["says", "does", "reading"])
  }

  /// How deep a company's word and deed went, one line each, one panel per market.
  package static func company(_ answer: Answer<[PostureHistory]>, name: String) -> JSONValue {
    let spans = answer.content.map(\.spans)
    let values = zip(answer.content, spans).flatMap { history, spans in
      spans.flatMap { span -> [JSONValue] in
        let lanes = [
          ("says", span.posture.voice.depth), ("does", span.posture.conduct?.level.depth),
        ]
        return [span.from, span.to].flatMap { day in
          lanes.map { lane, depth in
            [
              "market": .string(history.market.code),
              "day": JSONValue(day?.description),
              "lane": .string(lane),
              "depth": JSONValue(depth),
            ]
          }
        }
      }
    }
    let edge = edge(spans.joined().map(\.from), answer.clocks)
    return .object(
      answer.chart(name) + [("data", ["values": .array(values)])] + start(of: "day", at: edge)
        + [
          ("mark", ["type": "line", "interpolate": "step-after", "tooltip": true]),
          ("height", 160),
          (
            "encoding",
            [
              "x": timeAxis(edge == nil ? "day" : "start"),
              "y": [
                "field": "depth", "type": "quantitative", "title": "depth: −1 expanding, 5 exited",
                "scale": ["domain": [-1, 5]], "axis": ["tickCount": 7],
              ],
              "strokeDash": ["field": "lane", "title": .null, "sort": ["does", "says"]],
              "row": ["field": "market", "title": .null],
            ]
          ),
        ])
  }

  /// The lives of measures, one bar per period of one status, one row per measure.
  package static func measures(_ answer: Answer<[MeasureHistory]>) -> JSONValue {
    let spans = answer.content.map(\.spans)
    let values = zip(answer.content, spans).flatMap { history, spans in
      spans.map { span -> JSONValue in
        [
          "row": shown("\(span.measure.title) (\(history.measure))"),
          "measure": JSONValue(history.measure),
          "body": shown(span.measure.bodyName),
          "jurisdiction": JSONValue(span.measure.jurisdiction?.code),
          "push": .string(span.measure.push.term),
          "from": JSONValue(span.from?.description),
          "to": .string(span.to.description),
          "status": .string(span.measure.status.words),
        ]
      }
    }
    return bars(
      answer.chart("Measures"), values, edge: edge(spans.joined().map(\.from), answer.clocks),
      color: "status",
      order: MeasureStatus.allCases.map(\.words), shown: ["body", "jurisdiction", "push"])
  }

  private static func timeAxis(_ field: String) -> JSONValue {
    [
      "field": .string(field), "type": "temporal", "title": .null,
      "axis": ["format": "%Y-%m-%d", "tickCount": 8],
    ]
  }

  /// Where a chart draws a start that is not known, a month before those that are; nil if all are.
  private static func edge(_ starts: [Day?], _ clocks: Clocks) -> Day? {
    guard starts.contains(nil) else { return nil }
    return (starts.compactMap(\.self).min() ?? clocks.to).adding(days: -30)
  }

  /// The field `start`: that of a day, or the edge for one that is not known, which stays null.
  private static func start(
    of field: String, at edge: Day?
  ) -> [(name: String, value: JSONValue)] {
    guard let edge else { return [] }
    let start: JSONValue = ["calculate": .string("datum.\(field) || '\(edge)'"), "as": "start"]
    return [("transform", .array([start]))]
  }

  private static func bars(
    _ head: [(name: String, value: JSONValue)], _ values: [JSONValue], edge: Day?, color: String,
    order: [String], shown: [String]
  ) -> JSONValue {
    let tooltips = (["row", "from", "to", color] + shown).map { field -> JSONValue in
      ["field": .string(field)]
    }
    return .object(
      head + [("data", ["values": .array(values)])] + start(of: "from", at: edge)
        + [
          ("mark", ["type": "bar", "stroke": "white"]),
          (
            "encoding",
            [
              "x": timeAxis(edge == nil ? "from" : "start"),
              "x2": ["field": "to"],
              "y": [
                "field": "row", "type": "nominal", "title": .null, "axis": ["labelLimit": 320],
              ],
              "color": [
                "field": .string(color), "type": "ordinal",
                "scale": ["domain": JSONValue(order), "scheme": "blues"],
              ],
              "tooltip": .array(tooltips),
            ]
          ),
        ])
  }
}

/// Text that a chart draws: its control characters made visible, because an SVG can hold none.
private func shown(_ text: String) -> JSONValue { .string(printable(text)) }

extension Answer {
  /// What every chart begins with: the schema, a title, the query and what the answer rests on.
  fileprivate func chart(_ title: String) -> [(name: String, value: JSONValue)] {
    [
      ("$schema", "https://vega.github.io/schema/vega-lite/v5.json"),
      ("title", ["text": shown(title), "subtitle": shown(queryLine), "anchor": "start"]),
      ("usermeta", envelope(.null)),
      ("width", 640),
    ]
  }
}

extension PostureHistory {
  /// The periods with the day on which each ends, the last one on the day after the query's.
  fileprivate var spans: [(from: Day?, to: Day, posture: Posture)] {
    zip(periods, periods.dropFirst().compactMap(\.from) + [span.latest.adding(days: 1)])
      .map { ($0.from, $1, $0.posture) }
  }
}

extension MeasureHistory {
  /// The periods with the day on which each ends, the last one on the day after the query's.
  fileprivate var spans: [(from: Day?, to: Day, measure: Measure)] {
    zip(periods, periods.dropFirst().compactMap(\.from) + [span.latest.adding(days: 1)])
      .map { ($0.from, $1, $0.measure) }
  }
}

extension VegaLite {
  /// The chart of a feed's histories, each kind in its own way.
  package static func chart(_ answer: Answer<FeedHistories>) -> JSONValue {
    switch answer.content {
    case .postures(let histories): postures(answer.with(histories))
    case .company(let histories, let name): company(answer.with(histories), name: name)
    case .measures(let histories): measures(answer.with(histories))
    }
  }
}
