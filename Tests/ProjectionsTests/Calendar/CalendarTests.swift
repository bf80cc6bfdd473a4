import Projections
import Stances
import TestSupport
import Testing

@Suite("The dates of events, for a calendar")
struct CalendarTests {
  private let who = [company("acme"), company("other"), body("ministry")]

  private func items(
    _ events: [TestEvent], to day: String, knownBy: String? = nil, at position: Position? = nil,
    of slug: String? = nil
  ) throws -> [CalendarItem] {
    let log = try TestLog(who + events)
    let clocks = try log.clocks(to: day, knownBy: knownBy, at: position)
    let company = slug.flatMap { CompanyID($0) }
    return try log.read {
      try LogView(of: $0, on: clocks, companies: company.map { [$0] }).calendar()
    }
  }

  private let pledge = announcement(
    "acme", .exited, on: "2022-03-01", effective: "2022-06-30", id: "pledge")

  @Test("an announcement has its day and the day by which it is promised")
  func dueDay() throws {
    let items = try items([pledge], to: "2022-04-01")
    #expect(items.map(\.occasion) == [.happened, .due])
    #expect(items.map(\.day.text) == ["2022-03-01", "2022-06-30"])
    #expect(items.map(\.isWithdrawn) == [false, false])
    #expect(items.map(\.revision) == [0, 0])
  }

  @Test("a due day stays when it has passed")
  func passedDueDay() throws {
    #expect(try items([pledge], to: "2022-07-01").map(\.isWithdrawn) == [false, false])
  }

  @Test(
    "a later word strikes the due day out, before it and after it",
    arguments: [
      "2022-04-02", "2022-07-01",
    ])
  func cancelledDueDay(day: String) throws {
    let stays = announcement("acme", .operating, on: "2022-04-01")
    let due = try #require(try items([pledge, stays], to: day).first { $0.occasion == .due })
    #expect(due.isWithdrawn)
    #expect(due.revision == 1)
  }

  @Test("a word about one market leaves the promise for the other")
  func dueInOneMarket() throws {
    let both = announcement(
      "acme", .exited, on: "2022-03-01", effective: "2022-06-30", in: ["RU", "KZ"])
    let stays = announcement("acme", .operating, on: "2022-04-01", in: ["RU"])
    let due = try #require(
      try items([both, stays], to: "2022-05-01").first { $0.occasion == .due })
    #expect(!due.isWithdrawn)
  }

  @Test("a correction raises the revision, and one that is not yet known does not")
  func revision() throws {
    let cut = silentReduction("acme", .reducing, on: "2022-03-01", id: "cut")
    let events = [cut, correction(to: cut.with("note", "New."), published: "2022-03-20")]
    #expect(try items(events, to: "2022-04-01").map(\.revision) == [1])
    #expect(try items(events, to: "2022-04-01", knownBy: "2022-03-19").map(\.revision) == [0])
    #expect(try items(events, to: "2022-04-01", at: 4).map(\.revision) == [0])
  }

  @Test("a withdrawn event stays as withdrawn, and comes back when its retraction is withdrawn")
  func withdrawn() throws {
    let cut = silentReduction("acme", .reducing, on: "2022-03-01", id: "cut")
    let gone = retraction(of: "cut", published: "2022-03-20", id: "gone")
    let back = retraction(of: "gone", published: "2022-03-25", id: "back")
    let first = try items([cut, gone], to: "2022-04-01")
    #expect(first.map(\.isWithdrawn) == [true])
    #expect(first.map(\.revision) == [1])
    let second = try items([cut, gone, back], to: "2022-04-01")
    #expect(second.map(\.isWithdrawn) == [false])
    #expect(second.map(\.revision) == [2])
  }

  @Test("a suspension's last day is ahead until a later step moves it")
  func endOfSuspension() throws {
    let steps = [
      measure("act", by: "ministry", .inForce, on: "2022-03-01"),
      measure(
        "act", by: "ministry", .suspended, on: "2022-04-01", until: "2022-06-30", id: "pause"),
    ]
    let ahead = try items(steps, to: "2022-05-01").filter { $0.occasion == .ends }
    #expect(ahead.map(\.day.text) == ["2022-06-30"])
    #expect(ahead.map(\.isWithdrawn) == [false])
    let longer = measure("act", by: "ministry", .extended, on: "2022-05-02", until: "2022-09-30")
    let moved = try items(steps + [longer], to: "2022-05-03").filter { $0.occasion == .ends }
    #expect(moved.map(\.day.text) == ["2022-06-30", "2022-09-30"])
    #expect(moved.map(\.isWithdrawn) == [true, false])
    #expect(moved.map(\.revision) == [1, 0])
    for day in ["2022-06-30", "2022-07-01", "2022-12-01"] {
      let later = try items(steps + [longer], to: day).filter { $0.occasion == .ends }
      #expect(later.map(\.isWithdrawn) == [true, false], "\(day)")
      #expect(later.map(\.revision) == [1, 0], "\(day)")
    }
  }

  @Test(
    "the last day of an act remains while it is suspended, and that of what ended early does not")
  func endOfAct() throws {
    let act = measure("act", by: "ministry", .inForce, on: "2022-03-01", until: "2022-12-31")
    let pause = measure("act", by: "ministry", .suspended, on: "2022-04-01", until: "2022-06-30")
    for day in ["2022-05-01", "2022-07-01", "2023-01-01"] {
      let ends = try items([act, pause], to: day).filter { $0.occasion == .ends }
      #expect(ends.map(\.day.text) == ["2022-06-30", "2022-12-31"], "\(day)")
      #expect(ends.map(\.isWithdrawn) == [false, false], "\(day)")
    }
    let lifted = measure("act", by: "ministry", .lifted, on: "2022-08-01")
    for day in ["2022-08-01", "2023-01-01"] {
      let ends = try items([act, pause, lifted], to: day).filter { $0.occasion == .ends }
      #expect(ends.map(\.isWithdrawn) == [false, true], "\(day)")
      #expect(ends.map(\.revision) == [0, 2], "\(day)")
    }
  }

  @Test("a cancelling word that is itself withdrawn brings the due day back as a further revision")
  func cancellingWordWithdrawn() throws {
    let stays = announcement("acme", .operating, on: "2022-04-01", id: "stays")
    let gone = retraction(of: "stays", published: "2022-04-10")
    let events = [pledge, stays, gone]
    let due = try [Position(4), 5, 6].compactMap { position in
      try items(events, to: "2022-05-01", at: position).first { $0.occasion == .due }
    }
    #expect(due.map(\.isWithdrawn) == [false, true, false])
    #expect(due.map(\.revision) == [0, 1, 2])
  }

  @Test("one company's dates are its own alone")
  func oneCompany() throws {
    let events = [
      pledge, silentReduction("other", .reducing, on: "2022-03-02"),
      statement(by: "ministry", on: "2022-03-03"),
    ]
    #expect(
      try items(events, to: "2022-04-01", of: "other").map(\.entry.company?.text) == ["other"])
    #expect(try items(events, to: "2022-04-01").count == 4)
  }

  @Test("nothing has a date in an empty log")
  func emptyLog() throws {
    #expect(try items([], to: "2022-04-01").isEmpty)
  }
}
