import JSON
import Stances
import TestSupport
import Testing

@Suite("Posture: what the second case changed in stance/2")
struct SecondCaseRulesTests {
  @Test("W15: a defence does not lift the reduction that the company declared, nor that word")
  func defenceOfStaying() throws {
    let reduces = announcement("unilever", .reducing, on: "2022-03-08")
    let stays = announcement("unilever", .operating, on: "2023-07-11")
    let again = announcement("unilever", .operating, on: "2023-07-25")
    let finding = try posture(reduces, stays, again, on: "2023-12-01")
    #expect(done(finding) == "reducing, declared, since 2022-03-08")
    #expect((spoken(finding), finding.reading) == ("announced reducing", .inLine))
    #expect(contests(finding) == ["2 own_conduct"])
    let returns = resumption("unilever", disclosed: true, on: "2023-08-01")
    #expect(
      done(try posture(reduces, stays, returns, on: "2023-12-01"))
        == "operating, declared, since 2023-08-01")
    let report = continuedBusiness("unilever", .operating, on: "2023-08-01")
    #expect(try posture(reduces, report, on: "2023-12-01").conduct?.level == .operating)
    #expect(
      try posture(reduces, stays, on: "2023-12-01", rules: .first).conduct?.level == .operating)
  }

  @Test("W15: a defence displaces an announced exit, which is only a word")
  func defenceAgainstAnnouncedExit() throws {
    let finding = try posture(
      announcement("pmi", .exited, on: "2022-03-24"),
      announcement("pmi", .operating, on: "2023-02-23"), on: "2023-03-15")
    #expect(done(finding) == "operating, declared, since 2023-02-23")
    #expect((spoken(finding), finding.reading) == ("defended", .inLine))
  }

  @Test("W16: that a due day comes does not displace what others credibly report")
  func dueDay() throws {
    let ads = continuedBusiness("rbi", .expanding, on: "2023-12/2024-04-16")
    let pledge = announcement("rbi", .reducing, on: "2024-05-02", effective: "2024-06/2024-08")
    let during = try posture(ads, pledge, on: "2024-06-15")
    #expect(done(during) == "expanding, reported, since 2023-12-01")
    #expect(contests(during) == ["2 due_day"])
    #expect((during.gap, during.reading) == (3, .pledged))
    let after = try posture(ads, pledge, on: "2024-09-01")
    #expect((after.reading, after.overdue) == (.unconfirmed, 1))
    let newWord = announcement("rbi", .reducing, on: "2024-09-05")
    #expect(
      done(try posture(ads, pledge, newWord, on: "2024-10-01"))
        == "reducing, declared, since 2024-09-05")
    #expect(
      try posture(ads, pledge, on: "2024-06-15", rules: .first).conduct?.level == .reducing)
  }

  @Test("W1: a defence after an announcement, on the day of the report, leaves nothing to repeat")
  func defenceBetween() throws {
    let exits = announcement("rbi", .exited, on: "2022-04-01")
    let report = silentReduction("rbi", .suspended, on: "2022-04-12", published: "2022-02-21")
    let stays = announcement("rbi", .operating, on: "2022-04-12", published: "2022-02-21")
    let pledge = announcement("rbi", .exited, on: "2022-04-24", effective: "2022-05-24")
    #expect(
      contests(try posture(exits, report, stays, pledge, on: "2022-06-01"))
        == ["3 defence", "4 due_day"])
    #expect(
      contests(try posture(exits, report, pledge, on: "2022-06-01")) == ["3 repeated_word"])
  }

  @Test("W6: if a word of two events is displaced by one of the same day, both are listed")
  func bothWords() throws {
    let weak = announcement("rbi", .exited, on: "2022-03-11", grade: "D3")
    let again = exit("rbi", .sold, disclosed: true, on: "2022-03-11", grade: "A6")
    let better = announcement("rbi", .reducing, on: "2022-03-11", grade: "A1")
    #expect(
      contests(try posture(weak, again, better, on: "2022-04-01"))
        == ["2 same_day", "1 same_day"])
  }

  @Test("W17: a report over an interval that reaches into the run is contested")
  func overlappingReport() throws {
    let stops = announcement("decathlon", .suspended, on: "2022-03-29")
    let supplies = resumption("decathlon", disclosed: false, on: "2023-09/2023-11", grade: "B2")
    let sale = exit("decathlon", .sold, disclosed: true, on: "2023-10")
    let part = supplies.with("lines", strings(["goods for the buyer"]))
    let finding = try posture(stops, part, sale, on: "2024-01-01")
    #expect(done(finding) == "exited, declared, since 2023-10-01")
    #expect(contests(finding) == ["2 overlapping_report"])
    // Whatever else is reported later of what it does now.
    let closed = exit("decathlon", .liquidated, disclosed: true, on: "2023-12-15")
    #expect(
      contests(try posture(stops, part, sale, closed, on: "2024-01-01")) == ["2 overlapping_report"]
    )
    let ended = resumption("decathlon", disclosed: false, on: "2023-08/2023-09", grade: "B2")
    #expect(contests(try posture(stops, ended, sale, on: "2024-01-01")).isEmpty)
  }

  @Test("W8: after a completed exit nothing is stale")
  func completedExit() throws {
    let sale = exit("renault", .sold, disclosed: true, on: "2022-05-16")
    #expect(try posture(sale, on: "2024-12-31").stale == nil)
  }

  @Test("W8: an announced exit of which nothing is heard for a year is no longer under way")
  func nothingSince() throws {
    let word = announcement("bp", .exited, on: "2022-02-27")
    #expect(try posture(word, on: "2023-02-27").reading == .underWay)
    let late = try posture(word, on: "2023-02-28")
    #expect((late.gap, late.reading, late.stale) == (1, .nothingSince, 366))
    #expect(try posture(word, on: "2023-02-28", rules: .first).reading == .underWay)
  }

  @Test("W18: word and deed about different lines are not compared")
  func otherLines() throws {
    let word = announcement("pepsico", .reducing, on: "2022-03-08")
      .with("lines", strings(["Pepsi", "7Up"]))
    func finding(_ lines: [String]) throws -> PostureFinding {
      let deed = continuedBusiness("pepsico", .operating, on: "2022-07-01")
      return try posture(
        word, lines.isEmpty ? deed : deed.with("lines", strings(lines)), on: "2022-08-01")
    }
    let other = try finding(["Evervess"])
    #expect((other.gap, other.reading) == (nil, .otherLines))
    for shared in [["7UP", "Evervess"], []] {
      #expect(try finding(shared).gap == 2)
      #expect(try finding(shared).reading == .unkeptWord)
    }
  }

  @Test("W18: a word about other lines repeats nothing")
  func newLines() throws {
    let first = announcement("pepsico", .reducing, on: "2022-03-08")
      .with("lines", strings(["sale of Pepsi"]))
    let report = continuedBusiness(
      "pepsico", .operating, on: "2022-07/2022-08-17", published: "2022-09-20")
    let ended = announcement("pepsico", .reducing, on: "2022-09-08")
    let isNew = ended.with("lines", strings(["production of Pepsi"]))
    let finding = try posture(first, report, isNew, on: "2022-10-01")
    #expect(done(finding) == "reducing, declared, since 2022-09-08")
    let again = ended.with("lines", strings(["Sale of PEPSI"]))
    #expect(contests(try posture(first, report, again, on: "2022-10-01")) == ["3 repeated_word"])
  }

  @Test("W19: the end of a part goes with the end of the whole, said by the same side")
  func partOfWhole() throws {
    let meat = silentReduction("mcdonalds", .reducing, on: "2023-01-04")
      .with("lines", strings(["meat"])).with("evidence", .array([source("Bloomberg")]))
    let end = exit("mcdonalds", .walkedAway, disclosed: false, on: "2023-01-05")
    #expect(contests(try posture(meat, end, on: "2023-02-01")).isEmpty)
    let stays = continuedBusiness("mcdonalds", .operating, on: "2023-01-04")
      .with("lines", strings(["meat"])).with("evidence", .array([source("Bloomberg")]))
    #expect(contests(try posture(stays, end, on: "2023-02-01")) == ["1 conflicting_report"])
    let seized = exit("carlsberg", .seized, disclosed: false, on: "2023-07-16")
    let licences = announcement("carlsberg", .reducing, on: "2023-10-03")
      .with("lines", strings(["licences"]))
    #expect(contests(try posture(seized, licences, on: "2023-11-01")).isEmpty)
    let whole = announcement("danone", .suspended, on: "2022-03-10")
    let brand = announcement("danone", .reducing, on: "2022-03-10")
      .with("lines", strings(["a brand"]))
    #expect(contests(try posture(brand, whole, on: "2022-04-01")).isEmpty)
  }

  @Test("W19: what a company says again is contested once")
  func saidAgain() throws {
    let leaves = announcement("heineken", .exited, on: "2022-03-28")
    let expands = continuedBusiness("heineken", .expanding, on: "2022-12", grade: "B2")
    let again = announcement("heineken", .exited, on: "2023-02-22")
    let once = announcement("heineken", .exited, on: "2023-03-06")
    #expect(
      contests(try posture(leaves, expands, again, once, on: "2023-04-01")) == ["3 repeated_word"])
  }

  private func source(_ publisher: String) -> JSONValue {
    ["publisher": .string(publisher), "grade": "B2"]
  }
}
