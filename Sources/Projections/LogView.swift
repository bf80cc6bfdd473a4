package import EventLog
package import Stances

/// A log as one query sees it: the log, the query's clocks, and the companies that it asks about.
///
/// Every question is asked of a view:
///
///     let view = LogView(of: log, on: clocks)
///     let answer = try view.answer(view.postures())
///
/// A view is valid as long as its reader: until the access to the log ends.
package struct LogView {
  /// One consistent state of the log.
  package let log: LogReader
  /// The query's clocks.
  package let clocks: Clocks
  /// The companies that the query asks about; nil for all of them.
  package let companies: [CompanyID]?

  /// The log as a query with these clocks sees it; `companies` asks about these alone.
  package init(of log: LogReader, on clocks: Clocks, companies: [CompanyID]? = nil) {
    self.log = log
    self.clocks = clocks
    self.companies = companies
  }

  /// The same query about some companies alone.
  package func narrowed(to companies: [CompanyID]?) -> LogView {
    LogView(of: log, on: clocks, companies: companies)
  }

  /// The same log and companies as a query with other clocks sees them.
  package func moved(to clocks: Clocks) -> LogView {
    LogView(of: log, on: clocks, companies: companies)
  }

  /// An answer of this query, which names the log's head at its position.
  package func answer<Content>(_ content: Content) throws -> Answer<Content> {
    try Answer(in: log, clocks: clocks, content: content)
  }
}

// MARK: Names

extension LogView {
  /// The company that a person means by a slug or any of its names.
  ///
  /// - Throws: ``QueryError`` with the nearest names.
  package func company(_ name: String) throws -> CompanyID {
    try CompanyDirectory(log, clocks).company(name)
  }

  /// The companies that a person means, in the order given; nil for none, which means all.
  package func companies(_ names: [String]) throws -> [CompanyID]? {
    guard !names.isEmpty else { return nil }
    let directory = try CompanyDirectory(log, clocks)
    return try names.map(directory.company)
  }

  /// What a name or a part of one may mean, nearest first.
  package func matches(of text: String) throws -> [NameMatch] {
    try NameSearch.matches(of: text, in: log, on: clocks)
  }
}

// MARK: Companies

extension LogView {
  /// Every posture, by company and market.
  package func postures() throws -> [Posture] {
    try PostureProjection.postures(in: log, clocks: clocks, companies: companies)
  }

  /// Why one company's posture in one market is what it is; nil if nothing of it counts.
  package func explanation(of company: CompanyID, in market: Market) throws -> Explanation? {
    try PostureProjection.explanation(of: company, in: market, log: log, clocks: clocks)
  }

  /// Everything about one company; nil where its registration does not count.
  package func history(of company: CompanyID) throws -> CompanyHistory? {
    try HistoryProjection.history(of: company, in: log, clocks: clocks)
  }

  /// The course of every posture up to the day of the clocks, by company and market.
  package func courses() throws -> [PostureCourse] {
    try CourseProjection.courses(in: log, clocks: clocks, companies: companies)
  }

  /// Every posture on every day up to that of the clocks, as known by every day up to theirs.
  package func replayFrames() throws -> [ReplayFrames] {
    try CourseProjection.replayFrames(in: log, clocks: clocks, companies: companies)
  }

  /// What a picture over time shows.
  package func timePicture() throws -> TimePictureData {
    try TimePictureProjection.picture(in: log, clocks: clocks, companies: companies)
  }

  /// The ledger of promises, by due day.
  package func promises() throws -> [Promise] {
    try promises(on: courses())
  }

  /// The ledger of promises, followed on courses that were found already.
  func promises(on courses: [PostureCourse]) throws -> [Promise] {
    PromiseProjection.promises(
      in: try KnownEvents([.types([.publicAnnouncement])], in: log, on: clocks), courses: courses)
  }
}

// MARK: Governments

extension LogView {
  /// Measures, entries and trade figures.
  package func timeline() throws -> Timeline {
    try TimelineProjection.timeline(in: log, clocks: clocks)
  }

  /// Every measure that has begun, by jurisdiction, then key.
  package func measures() throws -> [Measure] {
    try TimelineProjection.measures(in: log, clocks: clocks)
  }

  /// The life of every measure, by jurisdiction, then key.
  package func measureCourses() throws -> [MeasureCourse] {
    try CourseProjection.measures(in: log, clocks: clocks)
  }

  /// The timeline with all that its page shows beside it.
  package func timelinePage() throws -> TimelinePageData {
    try TimelinePageData(in: log, clocks: clocks)
  }

  /// What addressed a company.
  package func pressure(on company: CompanyID) throws -> CompanyPressure {
    try PressureProjection.pressure(on: company, in: log, clocks: clocks)
  }

  /// The figures published by then.
  package func trade() throws -> [TradeFigure] {
    try TradeProjection.figures(in: log, clocks: clocks)
  }
}

// MARK: Events and changes

extension LogView {
  /// One event with what later events made of it, by id or position.
  ///
  /// - Throws: ``QueryError`` with the nearest ids.
  package func event(_ name: String) throws -> EventRecord {
    try EventRecord(
      of: log.requiredEvent(name, upTo: clocks.at), in: log, clocks: clocks)
  }

  /// What changed since another query, and which events did it.
  package func difference(from before: Clocks) throws -> Difference {
    try DifferenceProjection.difference(in: log, from: before, to: clocks)
  }

  /// What changed from a day on, step by step, up to the day of the clocks.
  package func steps(from first: Day, by step: ReplayStepUnit) throws -> [ReplayStep] {
    try ReplayProjection.steps(in: log, from: first, step: step, clocks: clocks)
  }

  /// The dates of a report, for a calendar.
  package func dates(of topic: FeedTopic) throws -> Answer<[CalendarItem]> {
    try topic.dates(in: log, clocks: clocks)
  }

  /// The changes of a report, for a feed.
  package func changes(of topic: FeedTopic) throws -> Answer<[TurningPoint]> {
    try topic.changes(in: log, clocks: clocks)
  }

  /// The courses of a report, for a chart.
  package func courses(of topic: FeedTopic) throws -> Answer<FeedCourses> {
    try topic.courses(in: log, clocks: clocks)
  }
}
