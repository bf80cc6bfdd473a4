import Stances
import TestSupport
import Testing

@Suite("Posture: gap and reading")
struct PostureReadingTests {
  @Test("The gap is voice depth less conduct depth; at 0 a company is in line")
  func inLine() throws {
    let finding = try posture(announcement("dji", .suspended, on: "2022-04-26"), on: "2022-05-06")
    #expect((finding.gap, finding.reading) == (0, .inLine))
    #expect(finding.age == nil)
    let zte = continuedBusiness("zte", .operating, on: "2022-05")
    let silent = try posture(zte, on: "2022-06-01", rules: .first)
    #expect((silent.gap, silent.reading) == (0, .inLine))
  }

  @Test("It has withdrawn further than it says: quiet retreat, aged from the first claim")
  func quietRetreat() throws {
    let finding = try posture(
      silentReduction("xiaomi", .reducing, on: "2022-04-01"), on: "2022-05-06")
    #expect((finding.gap, finding.reading, finding.age) == (-2, .quietRetreat, 35))
  }

  @Test("It says more than it does: unkept word, aged from the first word")
  func unkeptWord() throws {
    let finding = try posture(
      announcement("honor", .suspended, on: "2022-03-01"),
      continuedBusiness("honor", .operating, on: "2022-04-01"), on: "2022-05-06")
    #expect((finding.gap, finding.reading, finding.age) == (3, .unkeptWord, 66))
    #expect(finding.overdue == nil)
  }

  @Test("By the first rules a company that expands, silent, says more than it does")
  func expanding() throws {
    let finding = try posture(
      continuedBusiness("honor", .expanding, on: "2022-04-01"), on: "2022-05-06", rules: .first)
    #expect((finding.gap, finding.reading) == (1, .unkeptWord))
  }

  @Test(
    "Pledged while the due day is ahead; from it on an unkept word, with days overdue after it",
    arguments: RuleSet.allCases)
  func pledged(rules: RuleSet) throws {
    func finding(_ day: String) throws -> PostureFinding {
      try posture(
        silentReduction("honor", .reducing, on: "2022-02-01", grade: "A1"),
        announcement("honor", .suspended, on: "2022-02-21", effective: "2022-03-04", grade: "D3"),
        on: day, rules: rules)
    }
    #expect(try finding("2022-03-03").reading == .pledged)
    #expect(try finding("2022-03-04").reading == (rules == .first ? .unkeptWord : .pledged))
    #expect(try finding("2022-03-04").overdue == nil)
    let late = try finding("2022-03-14")
    #expect((late.gap, late.overdue, late.age) == (1, 10, 21))
    // By the second rules no one knows whether it was kept.
    #expect(late.reading == (rules == .first ? .unkeptWord : .unconfirmed))
  }

  @Test("Under way from an announced exit to the exit")
  func underWay() throws {
    let word = announcement("nokia", .exited, on: "2022-04-12")
    let left = exit("nokia", .sold, disclosed: true, on: "2022-11-21")
    let on = try posture(word, left, on: "2022-04-12")
    #expect((on.gap, on.reading, on.age) == (1, .underWay, 0))
    #expect(try posture(word, left, on: "2022-11-20").reading == .underWay)
    let gone = try posture(word, left, on: "2022-11-21")
    #expect((gone.gap, gone.reading) == (0, .inLine))
  }

  @Test("Under way only until a due day, if one was named, has passed")
  func overdue() throws {
    let word = announcement("didi", .exited, on: "2022-02-21", effective: "2022-03-04")
    #expect(try posture(word, on: "2022-03-04").reading == .underWay)
    let late = try posture(word, on: "2022-03-05", rules: .first)
    #expect((late.reading, late.overdue) == (.unkeptWord, 1))
    #expect(try posture(word, on: "2022-03-05").reading == .unconfirmed)
  }

  @Test("A due month is ahead before its first day and passed after its last")
  func dueMonth() throws {
    let word = announcement("didi", .exited, on: "2022-02-21", effective: "2022-03")
    let open = continuedBusiness("didi", .operating, on: "2022-01-01", grade: "C3")
    #expect(try posture(open, word, on: "2022-02-28").reading == .pledged)
    #expect(try posture(open, word, on: "2022-03-01").reading == .underWay)
    #expect(try posture(open, word, on: "2022-03-31").reading == .underWay)
    #expect(try posture(open, word, on: "2022-04-01").overdue == 1)
    #expect(try posture(open, word, on: "2022-03-30", fuzzy: .strict).reading == .pledged)
    #expect(try posture(open, word, on: "2022-03-31", fuzzy: .strict).reading == .underWay)
  }

  @Test("Unknown while conduct is, whatever was said")
  func unknown() throws {
    let finding = try posture(denial("sibur", on: "2022-03-25"), on: "2022-05-06")
    #expect((finding.gap, finding.reading, finding.age) == (nil, .unknown, nil))
  }

  @Test("Not applicable when the business was seized, for its word and deed are not its own")
  func seized() throws {
    let finding = try posture(
      announcement("danone", .operating, on: "2022-03-01", grade: "D3"),
      exit("danone", .seized, disclosed: false, on: "2023-07-16"), on: "2023-08-01")
    #expect(done(finding) == "exited, reported, since 2023-07-16")
    #expect((finding.gap, finding.reading, finding.age) == (nil, .notApplicable, nil))
  }

  @Test("A fuzzy date is reached on its earliest day, or strictly on its latest")
  func fuzzy() throws {
    let stop = silentReduction("lenovo", .suspended, on: "2022-03", published: "2022-05-06")
    #expect(done(try posture(stop, on: "2022-03-01")) == "suspended, reported, since 2022-03-01")
    #expect(done(try posture(stop, on: "2022-03-30", fuzzy: .strict)) == "unknown")
    #expect(done(try posture(stop, on: "2022-03-31", fuzzy: .strict)) != "unknown")
    let known = try posture(stop, on: "2022-05-06", knownBy: "2022-05-05")
    #expect(done(known) == "unknown")
  }
}
