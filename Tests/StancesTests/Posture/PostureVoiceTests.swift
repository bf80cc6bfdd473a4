import Stances
import TestSupport
import Testing

@Suite("Posture: what a company says")
struct PostureVoiceTests {
  @Test("Of a company that nothing was heard from, the voice is silent")
  func silent() throws {
    let finding = try posture(silentReduction("xiaomi", .reducing, on: "2022-04"), on: "2022-05-06")
    #expect(spoken(finding) == "silent")
    #expect(finding.voice.since == nil)
    #expect(finding.voice.events.isEmpty)
  }

  @Test("Asked, it gave no answer: declined")
  func declined() throws {
    let finding = try posture(declinedComment("smic", on: "2022-03-09"), on: "2022-05-06")
    #expect(spoken(finding) == "declined")
    #expect(finding.voice.depth == 0)
    #expect(done(finding) == "unknown")
  }

  @Test("It announced a level, and the voice has that level's depth", arguments: Level.allCases)
  func announced(level: Level) throws {
    let finding = try posture(announcement("dji", level, on: "2022-04-26"), on: "2022-05-06")
    let isDefence = level == .operating
    // An announced exit is one word.
    let said = level == .exiting ? Level.exited : level
    #expect(spoken(finding) == (isDefence ? "defended" : "announced \(said.term)"))
    #expect(finding.voice.depth == said.depth)
  }

  @Test("An announcement at operating is a defence: it said that it carries on")
  func defended() throws {
    let finding = try posture(
      announcement("lenovo", .operating, on: "2022-03-11"), on: "2022-03-11")
    #expect(spoken(finding) == "defended")
    #expect(finding.voice.since?.earliest.description == "2022-03-11")
  }

  @Test("It denied a report: denied, at depth 0")
  func denied() throws {
    let finding = try posture(denial("sibur", on: "2022-03-25"), on: "2022-05-06")
    #expect(spoken(finding) == "denied")
    #expect(finding.voice.depth == 0)
  }

  @Test("A disclosed resumption reverses; one that others report is not a word")
  func reversed() throws {
    let cut = announcement("didi", .suspended, on: "2022-02-21")
    let open = try posture(
      cut, resumption("didi", disclosed: true, on: "2022-02-26"), on: "2022-03-01")
    #expect(spoken(open) == "reversed")
    #expect(open.voice.depth == 0)
    let quiet = try posture(
      cut, resumption("didi", disclosed: false, on: "2022-02-26"), on: "2022-03-01")
    #expect(spoken(quiet) == "announced suspended")
  }

  @Test("A disclosed exit says that it is out; one that others report is not a word")
  func exits() throws {
    let open = try posture(
      exit("nokia", .sold, disclosed: true, on: "2022-04-12"), on: "2022-05-06")
    #expect(spoken(open) == "announced exited")
    let quiet = try posture(
      exit("nokia", .sold, disclosed: false, on: "2022-04-12"), on: "2022-05-06")
    #expect(spoken(quiet) == "silent")
  }

  @Test("The latest word wins, in whatever order it was recorded")
  func latest() throws {
    let first = announcement("nokia", .suspended, on: "2022-03-01")
    let second = announcement("nokia", .exited, on: "2022-04-12")
    #expect(spoken(try posture(first, second, on: "2022-05-06")) == "announced exited")
    #expect(spoken(try posture(second, first, on: "2022-05-06")) == "announced exited")
    #expect(spoken(try posture(second, first, on: "2022-04-11")) == "announced suspended")
  }

  @Test("Words that say the same are one run, since its first word")
  func run() throws {
    let finding = try posture(
      announcement("dji", .suspended, on: "2022-04-26"),
      announcement("dji", .suspended, on: "2022-04-27"), on: "2022-05-06")
    #expect(finding.voice.events == [1, 2])
    #expect(finding.voice.since?.earliest.description == "2022-04-26")
  }

  @Test("Declining counts only against silence")
  func declining() throws {
    let word = announcement("lenovo", .operating, on: "2022-03-11")
    let no = declinedComment("lenovo", on: "2022-05-06")
    #expect(spoken(try posture(word, no, on: "2022-05-06")) == "defended")
    #expect(
      spoken(try posture(denial("lenovo", on: "2022-03-11"), no, on: "2022-05-06")) == "denied")
    #expect(spoken(try posture(no, word, on: "2022-05-06")) == "defended")
    #expect(try decisions(word, no).last?.overruledBy == .declinedAfterWord)
  }

  @Test("A denial displaces silence and declining, but no standing announcement")
  func denying() throws {
    let denies = denial("dji", on: "2022-04-28")
    let declines = declinedComment("dji", on: "2022-04-01")
    #expect(spoken(try posture(declines, denies, on: "2022-05-06")) == "denied")
    for level in [Level.suspended, .operating] {
      let word = announcement("dji", level, on: "2022-04-26")
      #expect(try posture(word, denies, on: "2022-05-06").voice.events == [1])
      #expect(try decisions(word, denies).last?.overruledBy == .standingWord)
    }
  }

  @Test("An announcement without a level moves nothing")
  func noLevel() throws {
    let word = announcement("autel", nil, on: "2022-02-25")
    let finding = try posture(word, on: "2022-05-06", rules: .first)
    #expect(spoken(finding) == "silent")
    #expect(done(finding) == "unknown")
    #expect(
      try decisions(word, rules: .first).map(\.overruledBy) == [.noLevel])
  }
}
