import JSON
import Projections
import Stances
import TestSupport
import Testing

@Suite("Who followed which measure")
struct FollowedMeasuresTests {
  private let registered = [
    body("us-commerce", name: "US Commerce", jurisdiction: "US"),
    body("cn-mofcom", name: "MOFCOM"), body("ministry", name: "Ministry of Industry"),
    company("zte", name: "ZTE", country: "CN", sector: "telecoms"),
    company("nokia", name: "Nokia", country: "FI", sector: "telecoms"),
    measure("controls", by: "us-commerce", .inForce, on: "2022-02-24"),
  ]
  private let stop = silentReduction("zte", .suspended, on: "2022-03-10", id: "stop")
    .with("follows", ["controls"])

  private func followed(
    _ events: [TestEvent], on day: String = "2022-05-06", knownBy: String? = nil,
    rules: RuleSet = .current
  ) throws -> FollowedMeasures {
    var clocks = try Clocks(to: day, knownBy: knownBy)
    clocks.rules = rules
    return TimelineProjection.list(in: try known(registered + events, on: clocks)).followed
  }

  /// Those who followed the controls, as "zte 2022-03-10 own" or "zte 2022-03-10 reported by X".
  private func followers(
    _ events: [TestEvent], on day: String = "2022-05-06", knownBy: String? = nil,
    rules: RuleSet = .current
  ) throws -> [String] {
    let followed = try followed(events, on: day, knownBy: knownBy, rules: rules)
    let key = MeasureKey(recorded: "controls")
    return (followed.followers[key] ?? []).map { follower in
      "\(follower.company) \(follower.since) \(follower.word.term)"
        + (follower.by.map { " by \($0)" } ?? "")
    }
  }

  @Test("a report's reason is the word of the publisher of its best evidence")
  func publisher() throws {
    #expect(try followers([stop]) == ["zte 2022-03-10 reported by Test Gazette"])
  }

  @Test("a reason on the word of a claimant is the claimant's")
  func claimant() throws {
    let ministry = stop.with("claimant", ["body": "ministry"])
    #expect(try followers([ministry]) == ["zte 2022-03-10 reported by Ministry of Industry"])
    let minister = stop.with("claimant", ["body": "ministry", "name": "Ivan Petrov"])
    #expect(
      try followers([minister])
        == ["zte 2022-03-10 reported by Ivan Petrov (Ministry of Industry)"])
  }

  @Test("an announcement is the company's own word, and an exit that it disclosed itself")
  func own() throws {
    let word = announcement("nokia", .exiting, on: "2022-04-12").with("follows", ["controls"])
    #expect(try followers([word]) == ["nokia 2022-04-12 own"])
    let left = exit("nokia", .sold, disclosed: true, on: "2022-04-13")
      .with("follows", ["controls"])
    #expect(try followers([left]) == ["nokia 2022-04-13 own"])
    #expect(
      try followers([left.with("disclosed", false)])
        == ["nokia 2022-04-13 reported by Test Gazette"])
    #expect(
      try followers([left.with("claimant", ["name": "A minister"])])
        == ["nokia 2022-04-13 reported by A minister"])
  }

  @Test("each company has one line for each word, since the first event that names the measure")
  func lines() throws {
    let events = [
      announcement("zte", .exiting, on: "2022-04-20").with("follows", ["controls"]), stop,
      silentReduction("zte", .exited, on: "2022-04-01", id: "again").with("follows", ["controls"]),
      announcement("nokia", .exiting, on: "2022-04-12").with("follows", ["controls"]),
    ]
    #expect(
      try followers(events)
        == [
          "zte 2022-03-10 reported by Test Gazette", "nokia 2022-04-12 own", "zte 2022-04-20 own",
        ])
  }

  @Test("nothing is followed before its day, before it is known, or after it is withdrawn")
  func clocks() throws {
    let late = stop.with("published", "2022-04-01")
    #expect(try followers([late], on: "2022-03-09").isEmpty)
    #expect(try followers([late], knownBy: "2022-03-31").isEmpty)
    #expect(try followers([late], knownBy: "2022-04-01").count == 1)
    let withdrawal = retraction(of: "stop", published: "2022-04-02")
    #expect(try followers([late, withdrawal]).isEmpty)
  }

  @Test("a measure of which no step is known has no followers")
  func unknownMeasure() throws {
    let act = measure("order", by: "us-commerce", .inForce, on: "2022-06-01")
    let early = stop.with("follows", ["order"])
    #expect(try followed([act, early]) == .none)
    #expect(try followed([act, early], on: "2022-06-01").followers.count == 1)
  }

  @Test("the rules stance/1 name no one")
  func firstRules() throws {
    let rules = measure(
      "rules", by: "cn-mofcom", .inForce, on: "2021-01-09", instrument: .blockingRule, push: .stay,
      to: named("zte"))
    #expect(try followed([stop, rules], rules: .first) == .none)
  }

  @Test("a company that became another follows under the name of that one")
  func merged() throws {
    let merger = company("zte", name: "ZTE", country: "CN", id: "zte-merged")
      .with("merged_into", "nokia")
    #expect(try followers([stop, merger]) == ["nokia 2022-03-10 reported by Test Gazette"])
  }
}

@Suite("One measure followed, another in force against it")
struct MeasureConflictTests {
  private let registered = [
    body("us-commerce", jurisdiction: "US"), body("cn-mofcom"),
    company("zte", name: "ZTE", country: "CN", sector: "telecoms"),
    measure("controls", by: "us-commerce", .inForce, on: "2022-02-24"),
    silentReduction("zte", .suspended, on: "2022-03-10", id: "stop")
      .with("follows", ["controls"]),
  ]
  private let rules = measure(
    "rules", by: "cn-mofcom", .inForce, on: "2021-01-09", instrument: .blockingRule, push: .stay,
    to: ["countries": ["CN"]])

  private func conflicts(
    _ events: [TestEvent], on day: String = "2022-05-06"
  ) throws -> [FollowedMeasures.Conflict] {
    let known = try known(registered + events, on: Clocks(to: day))
    return TimelineProjection.timeline(in: known).followed.conflicts
  }

  @Test("says which company, both measures, and since when both hold")
  func both() throws {
    let conflict = try #require(try conflicts([rules]).first)
    #expect(conflict.company.text == "zte" && conflict.name == "ZTE")
    #expect(conflict.event.text == "stop")
    #expect(conflict.followed.measure.text == "controls")
    #expect(conflict.followed.since?.text == "2022-03-10")
    #expect(conflict.against.measure.text == "rules")
    #expect(conflict.against.since?.text == "2021-01-09")
    #expect(conflict.since?.text == "2022-03-10")
    #expect(try conflicts([]).isEmpty)
  }

  @Test("holds since the step that addresses the company, if that came later")
  func laterStep() throws {
    let events = [
      rules.with("addressees", named("nokia")),
      measure(
        "rules", by: "cn-mofcom", .inForce, on: "2022-04-01", instrument: .blockingRule,
        push: .stay, to: named("zte"), id: "added"),
    ]
    let conflict = try #require(try conflicts(events).first)
    #expect(conflict.against.since?.text == "2022-04-01" && conflict.since?.text == "2022-04-01")
  }

  @Test(
    "arises by name, sector, country or all",
    arguments: [
      (["companies": ["zte"]], true), (["sectors": ["telecoms"]], true),
      (["countries": ["CN"]], true), (["all": true], true), (["companies": ["nokia"]], false),
      (["sectors": ["drones"]], false), (["countries": ["US"]], false),
    ] as [(JSONValue, Bool)])
  func addressed(addressees: JSONValue, isBetween: Bool) throws {
    #expect(try conflicts([rules.with("addressees", addressees)]).count == (isBetween ? 1 : 0))
  }

  @Test("arises from a countermeasure or blocking rule that pushes to stay, and no other act")
  func instruments() throws {
    #expect(try conflicts([rules.with("instrument", "countermeasure")]).count == 1)
    #expect(try conflicts([rules.with("instrument", "order")]).isEmpty)
    #expect(try conflicts([rules.with("push", "none")]).isEmpty)
  }

  @Test("lasts while the measure is in force for the company")
  func force() throws {
    #expect(try conflicts([rules.with("phase", "adopted")]).isEmpty)
    let lifted = measure("rules", by: "cn-mofcom", .lifted, on: "2022-05-01")
    #expect(try conflicts([rules, lifted], on: "2022-04-30").count == 1)
    #expect(try conflicts([rules, lifted]).isEmpty)
    let forOne = lifted.with("addressees", named("zte"))
    #expect(try conflicts([rules, forOne]).isEmpty)
    let forOther = lifted.with("addressees", named("nokia"))
    #expect(try conflicts([rules, forOther]).count == 1)
  }

  @Test("ends with the measure that was followed")
  func followedEnds() throws {
    let lifted = measure("controls", by: "us-commerce", .lifted, on: "2022-05-01")
    #expect(try conflicts([rules, lifted], on: "2022-04-30").count == 1)
    #expect(try conflicts([rules, lifted]).isEmpty)
  }

  @Test("needs a market in common; an act for markets at large has each")
  func markets() throws {
    #expect(try conflicts([rules.with("markets", ["UA"])]).isEmpty)
    #expect(try conflicts([rules.with("markets", ["UA", "RU"])]).count == 1)
    #expect(try conflicts([rules.with("markets", ["INT"])]).count == 1)
  }

  @Test("ends when the company comes back to its whole business in that market")
  func comesBack() throws {
    let back = resumption("zte", disclosed: false, on: "2022-05-01")
    #expect(try conflicts([rules, back], on: "2022-04-30").count == 1)
    #expect(try conflicts([rules, back]).isEmpty)
    #expect(try conflicts([rules, back.with("lines", ["phones"])]).count == 1)
    #expect(try conflicts([rules, back.with("until", "2022-06-01")]).count == 1)
    #expect(try conflicts([rules, back.with("markets", ["UA"])]).count == 1)
    let earlier = resumption("zte", disclosed: false, on: "2022-03-01")
    #expect(try conflicts([rules, earlier]).count == 1)
  }

  @Test("is between a measure to withdraw and one to stay only")
  func pushes() throws {
    let waiver = measure("waiver", by: "us-commerce", .inForce, on: "2022-03-01", push: .permit)
    let permitted = silentReduction("zte", .reducing, on: "2022-03-11")
      .with("follows", ["waiver"])
    #expect(try conflicts([rules, waiver, permitted]).count == 1)
    let stays = announcement("zte", .operating, on: "2022-04-01").with("follows", ["rules"])
    #expect(try conflicts([rules, stays]).count == 1)
  }

  @Test("is on the page of the company that it is about, and on no other")
  func onItsPage() throws {
    let log = try TestLog(
      registered + [rules, company("nokia", name: "Nokia", country: "FI")])
    let clocks = try log.clocks(to: "2022-05-06")
    func conflicts(of company: String) throws -> [FollowedMeasures.Conflict]? {
      try log.read {
        try LogView(of: $0, on: clocks).history(of: CompanyID(recorded: company))?.conflicts
      }
    }
    #expect(try conflicts(of: "zte") == self.conflicts([rules]))
    #expect(try conflicts(of: "nokia") == [])
  }
}
