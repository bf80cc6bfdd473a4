import EventLog
import Projections
import Reports
import Stances

/// What happened, and which rules stood.
enum TimelineKinds {
  /// Measures and moves in order, as `stance report timeline` has them.
  static let timeline = ReportKind(
    template: "/timeline", id: "timeline",
    summary: "Measures with their status, and statements, pressure, figures and moves in order.",
    parameters: Parameter.clocks, hasPicture: true, hasFeeds: true, make: makeTimeline)

  private static func makeTimeline(_ query: ReportQuery, _ log: LogReader) throws -> Report {
    let clocks = try query.clocks(in: log)
    let page =
      query.form == .page
      ? try Answer(in: log, clocks: clocks, content: LogView(of: log, on: clocks).timelinePage())
      : nil
    let answer =
      try page.map { $0.with($0.content.timeline) }
      ?? Answer(
        in: log, clocks: clocks, content: TimelineProjection.timeline(in: log, clocks: clocks))
    var report = Report(
      clocks: clocks, document: { TimelineReport.document(answer) },
      json: { TimelineReport.json(answer) })
    report.links = { answer.content.entries.flatMap(\.links) }
    report.feed = try FeedTopic.timeline.feed(for: query, clocks: clocks, in: log)
    if let page { report.page = { TimelinePage.page(page) } }
    if query.form == .svg {
      let picture = try Answer(
        in: log, clocks: clocks, content: LogView(of: log, on: clocks).timePicture())
      report.picture = { TimelinePicture.picture(picture) }
    }
    return report
  }

  /// The rules alone, as `stance report measures` has them.
  static let regulatory = ReportKind(
    template: "/regulatory", id: "regulatory",
    summary: "Every measure: its status, first and last day, and use.",
    parameters: Parameter.clocks
  ) { query, log in
    let clocks = try query.clocks(in: log)
    let answer = try Answer(
      in: log, clocks: clocks, content: TimelineProjection.measures(in: log, clocks: clocks))
    return Report(
      clocks: clocks, document: { MeasuresReport.document(answer) },
      json: { MeasuresReport.json(answer) },
      links: { answer.content.flatMap(\.events).map(PageLink.event) })
  }
}
