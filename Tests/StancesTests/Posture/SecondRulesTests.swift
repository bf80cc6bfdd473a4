import JSON
import Stances
import TestSupport
import Testing

@Suite("Posture: what stance/2 changed about words and deeds")
struct SecondRulesTests {
  private let leaving = announcement("heineken", .exited, on: "2022-03-28")
  private let expands = continuedBusiness("heineken", .expanding, on: "2022-12", grade: "B2")

  @Test("W1: saying again that it leaves does not displace a report that it expands")
  func repeatedWord() throws {
    let again = announcement("heineken", .exited, on: "2023-02-22")
    let finding = try posture(leaving, expands, again, on: "2023-03-01")
    #expect(done(finding) == "expanding, reported, since 2022-12-01")
    #expect(contests(finding) == ["3 repeated_word"])
    #expect(finding.reading == .unkeptWord && finding.gap == 6)
    #expect(
      try posture(leaving, expands, again, on: "2023-03-01", rules: .first).reading == .underWay)
  }

  @Test("W1: what it had not said before displaces the report")
  func newWord() throws {
    let other = announcement("heineken", .suspended, on: "2023-02-22")
    #expect(
      done(try posture(leaving, expands, other, on: "2023-03-01"))
        == "suspended, declared, since 2023-02-22")
  }

  @Test("W1: the day of a pledge made before the report brings no exit")
  func repeatedByItsDay() throws {
    let pledge = announcement("carlsberg", .exited, on: "2022-03-28", effective: "2023-06-30")
    let report = continuedBusiness("carlsberg", .operating, on: "2023-01-10")
    let finding = try posture(pledge, report, on: "2023-07-01")
    #expect(done(finding) == "operating, reported, since 2023-01-10")
    #expect(contests(finding) == ["1 repeated_word"])
  }

  @Test("W2: an announced exit is under way only while it is suspended or leaving")
  func underWay() throws {
    #expect(try posture(leaving, on: "2022-06-01").reading == .underWay)
    let suspends = silentReduction("heineken", .suspended, on: "2022-05-01")
    #expect(try posture(leaving, suspends, on: "2022-06-01").reading == .underWay)
    let reduces = silentReduction("heineken", .reducing, on: "2022-05-01")
    #expect(try posture(leaving, reduces, on: "2022-06-01").reading == .unkeptWord)
  }

  @Test(
    "W3: to announce that it is exiting or that it exits is one word",
    arguments: [
      Level.exiting, .exited,
    ])
  func oneWord(level: Level) throws {
    let word = announcement("didi", level, on: "2022-02-21", effective: "2022-03-04")
    let due = try posture(word, on: "2022-03-04")
    #expect((due.voice.level, due.voice.depth, due.conduct?.level) == (.exited, 5, .exiting))
    #expect((due.gap, due.reading) == (1, .underWay))
    #expect(try posture(word, on: "2022-05-06").reading == .unconfirmed)
  }

  @Test("W4: a report on a whole year holds on each of its days, whatever the company says in it")
  func observedPeriod() throws {
    let year = continuedBusiness(
      "bacardi", .operating, on: "2022-01/2022-12", published: "2023-08-10")
    let word = announcement("bacardi", .suspended, on: "2022-03-05")
    let finding = try posture(year, word, on: "2022-12-31")
    #expect(done(finding) == "operating, reported, since 2022-01-01")
    #expect(contests(finding) == ["2 observed_period"])
    let bare = continuedBusiness("bacardi", .operating, on: "2022", published: "2023-08-10")
    #expect(
      done(try posture(bare, word, on: "2022-12-31")) == "suspended, declared, since 2022-03-05")
    let later = announcement("bacardi", .suspended, on: "2023-01-01")
    #expect(
      done(try posture(year, later, on: "2023-01-02")) == "suspended, declared, since 2023-01-01")
  }

  @Test("W4: a report on a time that has not ended covers no day after it was published")
  func openPeriod() throws {
    let open = continuedBusiness(
      "bacardi", .operating, on: "2022-03-08/..", published: "2022-03-10")
    let within = announcement("bacardi", .suspended, on: "2022-03-10", published: "2022-03-11")
    #expect(
      done(try posture(open, within, on: "2022-04-01")) == "operating, reported, since 2022-03-08")
    let later = announcement("bacardi", .suspended, on: "2022-03-11")
    #expect(
      done(try posture(open, later, on: "2022-04-01")) == "suspended, declared, since 2022-03-11")
  }

  @Test("W5: a claim about a brand is at most a reduction and displaces no deeper claim")
  func partOfBusiness() throws {
    let stop = announcement("danone", .suspended, on: "2022-03-10")
    let brand = silentReduction("danone", .reducing, on: "2022-05-01")
      .with("lines", strings(["one brand"]))
    let finding = try posture(stop, brand, on: "2022-06-01")
    #expect(done(finding) == "suspended, declared, since 2022-03-10")
    #expect(contests(finding) == ["2 part_of_business"])
    let word = announcement("danone", .reducing, on: "2022-05-01")
      .with("lines", strings(["one brand"]))
    let spoke = try posture(stop, word, on: "2022-06-01")
    #expect(spoken(spoke) == "announced suspended")
  }

  @Test("W6: two papers that contradict each other in one week are both contested")
  func conflictingReports() throws {
    let first = continuedBusiness("uniqlo", .operating, on: "2023-05-20")
      .with("evidence", .array([source("Izvestia")]))
    let second = silentReduction("uniqlo", .suspended, on: "2023-05-24")
      .with("evidence", .array([source("Reuters")]))
    #expect(contests(try posture(first, second, on: "2023-06-01")) == ["1 conflicting_report"])
    let same = second.with("evidence", .array([source("IZVESTIA")]))
    #expect(contests(try posture(first, same, on: "2023-06-01")).isEmpty)
    let late = silentReduction("uniqlo", .suspended, on: "2023-05-28")
      .with("evidence", .array([source("Reuters")]))
    #expect(contests(try posture(first, late, on: "2023-06-01")).isEmpty)
  }

  @Test("W6: of two claims of one day the better grade wins, in whatever order they are recorded")
  func sameDay() throws {
    let better = silentReduction("uniqlo", .suspended, on: "2023-05-24", grade: "A1")
    let worse = continuedBusiness("uniqlo", .operating, on: "2023-05-24", grade: "B2")
    for (events, other) in [([better, worse], 2), ([worse, better], 1)] {
      let finding = try posture(events[0], events[1], on: "2023-06-01")
      #expect(finding.conduct?.level == .suspended)
      #expect(
        contests(finding) == ["\(other) conflicting_report"]
          || contests(finding) == ["\(other) same_day"])
    }
  }

  @Test("W7: without a word there is no reading, and no gap")
  func noWord() throws {
    for level in [Level.expanding, .operating, .reducing] {
      let finding = try posture(
        continuedBusiness("yum", level > .holding ? .holding : level, on: "2022-04-01"),
        on: "2022-05-06")
      #expect((finding.reading, finding.gap) == (.noWord, nil))
    }
    let silent = silentReduction("yum", .reducing, on: "2022-04-01")
    #expect(try posture(silent, on: "2022-05-06").reading == .quietRetreat)
    let asked = declinedComment("yum", on: "2022-04-02")
    let holds = continuedBusiness("yum", .holding, on: "2022-04-01")
    #expect(try posture(holds, asked, on: "2022-05-06").reading == .quietRetreat)
  }

  @Test("W7: a statement without a level is a word, which displaces no other")
  func spoke() throws {
    let statement = announcement("autel", nil, on: "2022-02-25")
    #expect(spoken(try posture(statement, on: "2022-05-06")) == "spoke")
    let before = announcement("autel", .suspended, on: "2022-02-01")
    #expect(spoken(try posture(before, statement, on: "2022-05-06")) == "announced suspended")
    #expect(
      try decisions(before, statement).map(\.overruledBy) == [nil, nil, .noLevel])
  }

  @Test("W8: the answer says that nothing newer than a year is known")
  func stale() throws {
    let report = silentReduction("nec", .reducing, on: "2022-04-01")
    #expect(try posture(report, on: "2023-04-01").stale == nil)
    #expect(try posture(report, on: "2023-04-02").stale == 366)
    #expect(try posture(report, on: "2023-04-02").newestClaim == (try Day(iso: "2022-04-01")))
    #expect(try posture(report, on: "2023-04-02", rules: .first).stale == nil)
  }

  @Test("W9: a word cancels the pledges before it, however their day is counted")
  func cancels() throws {
    let pledge = announcement("hp", .exited, on: "2022-02-21", effective: "2022-04")
    let stays = announcement("hp", .operating, on: "2022-04-10")
    let strictly = try posture(pledge, stays, on: "2022-04-20", fuzzy: .strict)
    #expect(strictly.pledges.isEmpty && strictly.cancelled == [1])
    #expect(
      try posture(pledge, stays, on: "2022-04-20", fuzzy: .strict, rules: .first).pledges.count == 1
    )
  }

  @Test("W11: strictly, an interval counts from its start, and an unknown start is no bound")
  func intervals() throws {
    let lasting = continuedBusiness("pmi", .operating, on: "2022-03/..", published: "2022-06-01")
    #expect(
      done(try posture(lasting, on: "2022-03-31", fuzzy: .strict))
        == "operating, reported, since 2022-03-01")
    #expect(done(try posture(lasting, on: "2022-03-30", fuzzy: .strict)) == "unknown")
  }

  @Test("W12: nothing happened after it was reported")
  func reported() throws {
    let year = silentReduction("pmi", .reducing, on: "2022", published: "2022-05-01")
    #expect(
      done(try posture(year, on: "2022-05-01", fuzzy: .strict))
        == "reducing, reported, since 2022-01-01")
    #expect(done(try posture(year, on: "2022-04-30", fuzzy: .strict)) == "unknown")
  }

  @Test("W13: a day that passed is a broken word only if someone reported since")
  func unconfirmed() throws {
    let word = announcement("didi", .exited, on: "2022-02-21", effective: "2022-03-04")
    #expect(try posture(word, on: "2022-05-06").reading == .unconfirmed)
    let report = continuedBusiness("didi", .operating, on: "2022-04-01")
    #expect(try posture(word, report, on: "2022-05-06").reading == .unkeptWord)
    let weak = continuedBusiness("didi", .operating, on: "2022-04-01", grade: "E5")
    #expect(try posture(word, weak, on: "2022-05-06").reading == .unconfirmed)
  }

  /// One source, as the member `evidence` has it.
  private func source(_ publisher: String) -> JSONValue {
    ["publisher": .string(publisher), "grade": "B2"]
  }
}

extension SecondRulesTests {
  @Test("W1: a promise made before a year's report came out is repeated after it")
  func repeatedAfterPublication() throws {
    let report = continuedBusiness(
      "heineken", .expanding, on: "2022-01/2022-12", published: "2023-02-21")
    let word = announcement("heineken", .exited, on: "2022-03-28")
    let again = announcement("heineken", .exited, on: "2023-03-06")
    let finding = try posture(word, report, again, on: "2023-03-07")
    #expect(done(finding) == "expanding, reported, since 2022-01-01")
    #expect(contests(finding) == ["1 observed_period", "3 repeated_word"])
  }

  @Test("W9: the same word without a day leaves the day that was named")
  func sameWordWithoutDay() throws {
    let pledge = announcement("heineken", .exited, on: "2023-02-22", effective: "2023-06-30")
    let again = announcement("heineken", .exited, on: "2023-03-06")
    let finding = try posture(pledge, again, on: "2023-07-10")
    #expect(finding.cancelled.isEmpty)
    #expect((finding.reading, finding.overdue) == (.unconfirmed, 10))
  }

  @Test("A sale after a seizure ends it")
  func soldAfterSeizure() throws {
    let seized = exit("carlsberg", .seized, disclosed: false, on: "2023-07-16")
    let sold = exit("carlsberg", .sold, disclosed: true, on: "2024-12-05")
    #expect(try posture(seized, on: "2024-01-01").reading == .notApplicable)
    let finding = try posture(seized, sold, on: "2024-12-31")
    #expect((finding.conduct?.seized, finding.reading) == (false, .inLine))
  }

  @Test("W3: what is done stays done when the company says it again")
  func doneAlready() throws {
    let gone = exit("ikea", .sold, disclosed: true, on: "2023-03-27")
    let word = announcement("ikea", .exited, on: "2023-04-01")
    let finding = try posture(gone, word, on: "2023-05-01")
    #expect(finding.conduct?.level == .exited && finding.contested.isEmpty)
    #expect(try decisions(gone, word).last?.overruledBy == .doneAlready)
  }
}
