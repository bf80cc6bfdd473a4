package import EventLog
package import Stances

/// A log as one query sees it: the log, the query's clocks, and the companies that it asks about.
///
/// Every question is asked of a view:
///
///     let view = LogView(of: log, on: clocks)
///     let answer = try view.answer(view.postures())
///
/// What is read for one question is not read again for the next one. A view is valid as long as its
/// reader: until the access to the log ends. Each question is an extension beside its answer.
package struct LogView {
  /// One consistent state of the log.
  package let log: LogReader
  /// The query's clocks.
  package let clocks: Clocks
  /// The companies that the query asks about; nil for all of them.
  package let companies: [CompanyID]?
  /// Which postures it asks for, and in which order.
  package let choice: PostureChoice
  /// Which events it asks for.
  package let contents: ContentChoice
  /// What the log says regardless of the clocks.
  let facts: LogFacts
  /// From how many events on a log has spells beside it.
  let leastEventsForSpells: Int64

  /// The log as a query with these clocks sees it, about these `companies` only.
  ///
  /// From `leastEventsForSpells` events on, postures are looked up in an index beside the log; with
  /// nil they are folded from the events in any case.
  package init(
    of log: LogReader, on clocks: Clocks, companies: [CompanyID]? = nil,
    leastEventsForSpells: Int64? = SpellIndex.leastEvents
  ) {
    self.init(
      of: log, on: clocks, companies: companies, choice: PostureChoice(), contents: ContentChoice(),
      facts: LogFacts(of: log), leastEventsForSpells: leastEventsForSpells ?? .max)
  }

  private init(
    of log: LogReader, on clocks: Clocks, companies: [CompanyID]?, choice: PostureChoice,
    contents: ContentChoice, facts: LogFacts, leastEventsForSpells: Int64
  ) {
    self.log = log
    self.clocks = clocks
    self.companies = companies
    self.choice = choice
    self.contents = contents
    self.facts = facts
    self.leastEventsForSpells = leastEventsForSpells
  }

  /// The same query about some companies only.
  package func narrowed(to companies: [CompanyID]?) -> LogView {
    LogView(
      of: log, on: clocks, companies: companies, choice: choice, contents: contents,
      facts: facts, leastEventsForSpells: leastEventsForSpells)
  }

  /// The same query for some postures only, in an order, and for some events only.
  package func choosing(_ choice: PostureChoice, _ contents: ContentChoice) -> LogView {
    LogView(
      of: log, on: clocks, companies: companies, choice: choice, contents: contents,
      facts: facts, leastEventsForSpells: leastEventsForSpells)
  }

  /// The same log and companies as a query with other clocks sees them.
  package func moved(to clocks: Clocks) -> LogView {
    LogView(
      of: log, on: clocks, companies: companies, choice: choice, contents: contents,
      facts: facts, leastEventsForSpells: leastEventsForSpells)
  }

  /// The same query, answered from the events alone: what is attested rests on no index.
  package var folded: LogView {
    LogView(
      of: log, on: clocks, companies: companies, choice: choice, contents: contents,
      facts: facts, leastEventsForSpells: .max)
  }

  /// An answer of this query, which names the log's head at its position.
  package func answer<Content>(_ content: Content) throws -> Answer<Content> {
    Answer(
      clocks: clocks, choice: choice, contents: contents, head: try facts.head(at: clocks.at),
      content: content)
  }

  /// Refuses a log in which what answers about the view's companies are made of is not what the
  /// events under the root of this query say.
  package func checkRows() throws {
    try log.check(rowsAbout: members(), under: log.treeHead(at: clocks.at))
  }

  /// The amendments that act in this query.
  func acting() throws -> QueryAmendments {
    QueryAmendments(
      facts.amendments, on: clocks, whole: companies == nil ? try facts.acting(on: clocks) : nil)
  }
}
