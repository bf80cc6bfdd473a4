import JSON
import Stances
import TestSupport
import Testing

@Suite("Posture: what a company does")
struct PostureConductTests {
  @Test("Conduct is unknown before any claim")
  func unknown() throws {
    let finding = try posture(
      declinedComment("smic", on: "2022-03-09"), denial("smic", on: "2022-03-10"),
      complianceReview("smic", .opened, on: "2022-03-11"), on: "2022-05-06")
    #expect(done(finding) == "unknown")
    #expect(finding.reading == .unknown)
    #expect(finding.gap == nil)
  }

  @Test(
    "A report of continued business makes its level, reported",
    arguments: [Level.expanding, .operating, .holding])
  func continued(level: Level) throws {
    let finding = try posture(continuedBusiness("zte", level, on: "2022-05-11"), on: "2022-06-01")
    #expect(done(finding) == "\(level.term), reported, since 2022-05-11")
  }

  @Test("A report of a single delivery, without a level, moves nothing")
  func delivery() throws {
    let finding = try posture(
      silentReduction("huawei", .reducing, on: "2022-03"),
      continuedBusiness("huawei", nil, on: "2022-04"), on: "2022-05-06")
    #expect(done(finding) == "reducing, reported, since 2022-03-01")
    #expect(finding.contested.isEmpty)
  }

  @Test(
    "A silent reduction makes its level, also exited; the voice stays silent",
    arguments: [Level.reducing, .suspended, .exited])
  func reduction(level: Level) throws {
    let finding = try posture(silentReduction("honor", level, on: "2022-03"), on: "2022-05-06")
    #expect(done(finding) == "\(level.term), reported, since 2022-03-01")
    #expect(finding.voice.kind == .silent)
  }

  @Test("An announcement is conduct by the company's own word")
  func declared() throws {
    let finding = try posture(announcement("dji", .suspended, on: "2022-04-26"), on: "2022-05-06")
    #expect(done(finding) == "suspended, declared, since 2022-04-26")
    #expect(finding.reading == .inLine)
  }

  @Test("A resumption makes operating: declared if disclosed, else reported")
  func resumed() throws {
    let cut = silentReduction("didi", .suspended, on: "2022-02-21")
    for (disclosed, basis) in [(true, "declared"), (false, "reported")] {
      let finding = try posture(
        cut, resumption("didi", disclosed: disclosed, on: "2022-02-26"), on: "2022-03-01")
      #expect(done(finding) == "operating, \(basis), since 2022-02-26")
    }
  }

  @Test("A claim counts from its day, not before")
  func day() throws {
    let stop = silentReduction("honor", .suspended, on: "2022-03-14")
    #expect(done(try posture(stop, on: "2022-03-13")) == "unknown")
    #expect(done(try posture(stop, on: "2022-03-14")) == "suspended, reported, since 2022-03-14")
  }

  @Test("The latest claim wins, by day and not by the order of recording")
  func latest() throws {
    let first = silentReduction("honor", .reducing, on: "2022-03-01")
    let second = silentReduction("honor", .suspended, on: "2022-03-20")
    for finding in [
      try posture(first, second, on: "2022-05-06"), try posture(second, first, on: "2022-05-06"),
    ] {
      #expect(done(finding) == "suspended, reported, since 2022-03-20")
      #expect(finding.contested.isEmpty)
    }
  }

  @Test(
    "Credible is reliability A to C with credibility 1 or 2; all else is weak",
    arguments: ["A", "B", "C", "D", "E", "F"], 1...6)
  func credible(letter: String, digit: Int) throws {
    let finding = try posture(
      silentReduction("honor", .suspended, on: "2022-03-01", grade: "A1"),
      continuedBusiness("honor", .operating, on: "2022-03-20", grade: "\(letter)\(digit)"),
      on: "2022-05-06")
    let isCredible = "ABC".contains(letter) && digit <= 2
    #expect(finding.conduct?.level == (isCredible ? .operating : .suspended))
  }

  @Test("The best of an event's evidence decides")
  func best() throws {
    let sources: JSONValue = [
      ["publisher": "a", "grade": "E5"], ["publisher": "b", "grade": "B2"], ["publisher": "c"],
    ]
    let finding = try posture(
      silentReduction("honor", .suspended, on: "2022-03-01", grade: "A1"),
      continuedBusiness("honor", .operating, on: "2022-03-20").with("evidence", sources),
      on: "2022-05-06")
    #expect(finding.conduct?.level == .operating)
    #expect(finding.conduct.flatMap { AdmiraltyGrade(rank: $0.grade)?.code } == "B2")
  }

  @Test("A weak claim never displaces a credible one, and contests it")
  func weak() throws {
    let finding = try posture(
      silentReduction("xiaomi", .reducing, on: "2022-04", grade: "B2"),
      continuedBusiness("xiaomi", .operating, on: "2022-05-07", grade: "C3"), on: "2022-06-01")
    #expect(done(finding) == "reducing, reported, since 2022-04-01")
    #expect(contests(finding) == ["2 weak_claim"])
  }

  @Test("A weak claim displaces a weak one, and a credible claim displaces any")
  func displacing() throws {
    let weak = silentReduction("honor", .suspended, on: "2022-03-01", grade: "D3")
    let later = continuedBusiness("honor", .operating, on: "2022-03-10", grade: "F6")
    #expect(try posture(weak, later, on: "2022-05-06").conduct?.level == .operating)
    let last = silentReduction("honor", .reducing, on: "2022-03-20", grade: "C2")
    #expect(try posture(weak, later, last, on: "2022-05-06").conduct?.level == .reducing)
  }

  @Test("A weak claim at the current level joins the run: it displaces nothing")
  func agreeing() throws {
    let finding = try posture(
      silentReduction("honor", .suspended, on: "2022-03-01", grade: "B2"),
      silentReduction("honor", .suspended, on: "2022-03-20", grade: "D4"), on: "2022-05-06")
    #expect(finding.conduct?.events == [1, 2])
    #expect(finding.contested.isEmpty)
  }

  @Test("A defence never displaces what is credibly reported: deeds outrank words")
  func defence() throws {
    let finding = try posture(
      silentReduction("lenovo", .suspended, on: "2022-03~", published: "2022-05-06", grade: "B2"),
      announcement("lenovo", .operating, on: "2022-03-11", grade: "A1"), on: "2022-05-06")
    #expect(done(finding) == "suspended, reported, since 2022-03-01")
    #expect(contests(finding) == ["2 defence"])
    #expect((finding.gap, finding.reading) == (-3, .quietRetreat))
  }

  @Test("A defence displaces what is weakly reported, and an exit that the company announced")
  func defenceWins() throws {
    let word = announcement("lenovo", .operating, on: "2022-03-11", grade: "B2")
    for before in [
      silentReduction("lenovo", .suspended, on: "2022-02-25", grade: "C3"),
      announcement("lenovo", .exited, on: "2022-02-25", grade: "A1"),
    ] {
      let finding = try posture(before, word, on: "2022-03-20")
      #expect(done(finding) == "operating, declared, since 2022-03-11")
    }
  }

  @Test("Another announcement of the company does displace what is credibly reported")
  func announcementWins() throws {
    let finding = try posture(
      silentReduction("nokia", .reducing, on: "2022-03-01", grade: "A1"),
      announcement("nokia", .exited, on: "2022-04-12", grade: "A1"), on: "2022-05-06")
    #expect(done(finding) == "exiting, declared, since 2022-04-12")
  }

  @Test("An announced exit makes exiting; only an exit, or a report of one, makes exited")
  func exited() throws {
    let word = announcement("nokia", .exited, on: "2022-04-12")
    #expect(try posture(word, on: "2022-05-06").conduct?.level == .exiting)
    let gone = exit("nokia", .sold, disclosed: true, on: "2022-11-21")
    let left = try posture(word, gone, on: "2022-12-01")
    #expect(done(left) == "exited, declared, since 2022-11-21")
    let report = silentReduction("nokia", .exited, on: "2022-11-21")
    #expect(
      done(try posture(word, report, on: "2022-12-01"))
        == "exited, reported, since 2022-11-21")
    let quiet = exit("nokia", .liquidated, disclosed: false, on: "2022-11-21")
    #expect(
      done(try posture(word, quiet, on: "2022-12-01")) == "exited, reported, since 2022-11-21")
  }
}
