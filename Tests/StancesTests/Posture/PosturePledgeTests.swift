import Stances
import TestSupport
import Testing

@Suite("Posture: announcements for another day")
struct PosturePledgeTests {
  private let pledge = announcement("didi", .exited, on: "2022-02-21", effective: "2022-03-04")

  @Test("Before its effective day an announcement is a pledge with a due day and no conduct")
  func ahead() throws {
    let finding = try posture(pledge, on: "2022-02-24")
    #expect(spoken(finding) == "announced exited")
    #expect(finding.voice.since?.earliest.description == "2022-02-21")
    #expect(finding.voice.due?.earliest.description == "2022-03-04")
    #expect(finding.pledges.map(\.position) == [1])
    #expect(done(finding) == "unknown")
    #expect(finding.gap == nil)
  }

  @Test("On its effective day it is conduct since that day, and no pledge any more")
  func due() throws {
    #expect(done(try posture(pledge, on: "2022-03-03")) == "unknown")
    let finding = try posture(pledge, on: "2022-03-04")
    #expect(done(finding) == "exiting, declared, since 2022-03-04")
    #expect(finding.conduct?.sinceIsEffective == true)
    #expect(finding.pledges.isEmpty)
  }

  @Test("Conduct stays what it was until the due day")
  func before() throws {
    let finding = try posture(
      continuedBusiness("didi", .operating, on: "2022-01"), pledge, on: "2022-03-03")
    #expect(done(finding) == "operating, reported, since 2022-01-01")
    #expect((finding.gap, finding.reading) == (5, .pledged))
  }

  @Test("A later word of the company before the due day cancels it")
  func cancelled() throws {
    for word in [
      resumption("didi", disclosed: true, on: "2022-02-26", grade: "A1"),
      announcement("didi", .operating, on: "2022-02-26"),
      announcement("didi", .holding, on: "2022-02-26", effective: "2022-02-20"),
      exit("didi", .sold, disclosed: true, on: "2022-02-26"),
    ] {
      let before = try posture(pledge, word, on: "2022-02-27")
      let after = try posture(pledge, word, on: "2022-03-10")
      #expect(before.pledges.isEmpty, "\(word.line)")
      #expect(after.conduct == before.conduct, "\(word.line)")
      #expect(after.conduct?.events == [2], "\(word.line)")
    }
    let trace = try decisions(pledge, announcement("didi", .operating, on: "2022-02-26"))
    #expect(trace.last?.overruledBy == .cancelledPledge)
  }

  @Test("Another pledge cancels it, too")
  func replaced() throws {
    let finding = try posture(
      pledge, announcement("didi", .suspended, on: "2022-02-26", effective: "2022-04-01"),
      on: "2022-03-10")
    #expect(finding.pledges.map(\.position) == [2])
    #expect(done(finding) == "unknown")
  }

  @Test("What does not become the voice cancels nothing")
  func notTheVoice() throws {
    let part = announcement("didi", .reducing, on: "2022-02-26").with("lines", strings(["bikes"]))
    #expect(try posture(pledge, part, on: "2022-02-27").pledges.map(\.position) == [1])
    #expect(
      done(try posture(pledge, part, on: "2022-03-10"))
        == "exiting, declared, since 2022-03-04")
    let reduces = announcement("didi", .reducing, on: "2022-02-21")
    let stays = announcement("didi", .operating, on: "2022-02-26")
    let finding = try posture(pledge, reduces, stays, on: "2022-02-27")
    #expect(spoken(finding) == "announced reducing")
    #expect(finding.pledges.map(\.position) == [1])
  }

  @Test("What says the same again under a condition cancels it, without one it does not")
  func saidAgain() throws {
    let again = announcement("didi", .exited, on: "2022-02-26")
    #expect(try posture(pledge, again, on: "2022-02-27").pledges.map(\.position) == [1])
    let conditional = again.with("condition", "unless it finds no buyer")
    #expect(try posture(pledge, conditional, on: "2022-02-27").pledges.isEmpty)
    #expect(try posture(pledge, conditional, on: "2022-03-10").conduct == nil)
  }

  @Test("What others report, a denial, and a word without a level do not cancel it")
  func standing() throws {
    for event in [
      resumption("didi", disclosed: false, on: "2022-02-26"),
      exit("didi", .sold, disclosed: false, on: "2022-02-26"),
      continuedBusiness("didi", .operating, on: "2022-02-26"),
      silentReduction("didi", .reducing, on: "2022-02-26"),
      denial("didi", on: "2022-02-26"), declinedComment("didi", on: "2022-02-26"),
      announcement("didi", nil, on: "2022-02-26"),
      complianceReview("didi", .opened, on: "2022-02-26"),
    ] {
      let finding = try posture(pledge, event, on: "2022-03-10", rules: .first)
      #expect(done(finding) == "exiting, declared, since 2022-03-04", "\(event.line)")
    }
  }

  @Test("A word on the due day comes too late to cancel it, and one before the pledge too early")
  func boundary() throws {
    let onTheDay = try decisions(pledge, announcement("didi", .suspended, on: "2022-03-04"))
    #expect(!onTheDay.contains { $0.overruledBy == .cancelledPledge })
    let month = announcement("didi", .exited, on: "2022-02-21", effective: "2022-03")
    let onItsFirstDay = try decisions(
      month, announcement("didi", .operating, on: "2022-03-01"), rules: .first)
    #expect(!onItsFirstDay.contains { $0.overruledBy == .cancelledPledge })
    let earlier = try posture(
      announcement("didi", .operating, on: "2022-02-20"), pledge, on: "2022-03-04")
    #expect(earlier.conduct?.level == .exiting)
  }

  @Test("A pledge to carry on is a defence when its day comes")
  func defence() throws {
    let finding = try posture(
      silentReduction("didi", .suspended, on: "2022-02-25", grade: "B2"),
      announcement("didi", .operating, on: "2022-02-26", effective: "2022-03-01"), on: "2022-03-10")
    #expect(finding.conduct?.level == .suspended)
    #expect(contests(finding) == ["2 defence"])
  }

  @Test("An announcement of something since an earlier day is conduct since that day")
  func retroactive() throws {
    let word = announcement("hp", .suspended, on: "2022-03-01", effective: "2022-02-24")
    let finding = try posture(word, on: "2022-03-01")
    #expect(done(finding) == "suspended, declared, since 2022-02-24")
    #expect(finding.voice.since?.earliest.description == "2022-03-01")
    #expect(finding.voice.due == nil)
    let before = try posture(word, on: "2022-02-25")
    #expect(done(before) == "suspended, declared, since 2022-02-24")
    #expect(spoken(before) == "silent")
    #expect(done(try posture(word, on: "2022-02-25", knownBy: "2022-02-25")) == "unknown")
  }

  @Test("Announced within the month that it names, it is due until the month is over")
  func withinItsMonth() throws {
    let word = announcement("hp", .exited, on: "2022-04-07", effective: "2022-04")
    let during = try posture(word, on: "2022-04-30")
    #expect(done(during) == "exiting, declared, since 2022-04-01")
    #expect((during.reading, during.overdue) == (.underWay, nil))
    #expect(during.pledges.isEmpty)
    let after = try posture(word, on: "2022-05-01")
    #expect((after.reading, after.overdue) == (.unconfirmed, 1))
    let strictly = try posture(word, on: "2022-04-29", fuzzy: .strict)
    #expect(strictly.pledges.map(\.position) == [1])
    #expect(done(strictly) == "unknown")
    #expect(try posture(word, on: "2022-04-30", fuzzy: .strict).pledges.isEmpty)
  }

  @Test("Effective on the day it was made, it is word and claim at once")
  func sameDay() throws {
    let finding = try posture(
      announcement("hp", .suspended, on: "2022-03-01", effective: "2022-03-01"), on: "2022-03-01")
    #expect(done(finding) == "suspended, declared, since 2022-03-01")
    #expect(finding.voice.due == nil)
  }
}
