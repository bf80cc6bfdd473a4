@testable import Projections
@testable import Stances

extension Samples {
  /// One posture of each kind that readers meet: a quiet retreat, a kept word, silence, an exit
  /// under way, a pledge, an unkept word, a seizure, nothing known.
  var postures: [Posture] {
    [
      lenovoPosture, djiPosture, xiaomiPosture,
      posture(
        CompanyID(recorded: "nokia"), "Nokia",
        .init(
          kind: .announced, level: .exited, depth: 5, since: .given("2022-04-12"),
          events: EventID.named("nokia-exit-announced")),
        .init(
          level: .exiting, basis: .declared, grade: .graded("A1"), since: .given("2022-04-12"),
          events: EventID.named("nokia-exit-announced"), seized: false),
        gap: 1, .underWay, age: 24),
      posture(
        CompanyID(recorded: "didi"), "DiDi",
        .init(
          kind: .announced, level: .exited, depth: 5, since: .given("2022-02-21"),
          events: EventID.named("didi-leaves")),
        nil, gap: nil, .unknown, due: "2022-06-04"),
      posture(
        CompanyID(recorded: "renault"), text("Renault"),
        .init(
          kind: .announced, level: .suspended, depth: 3, since: .given("2022-03-23"),
          events: EventID.named("renault-stops")),
        .init(
          level: .operating, basis: .reported, grade: .graded("C3"), since: .given("2022-03?"),
          events: EventID.named("renault-sells-on"), seized: false),
        gap: 3, .unkeptWord, age: 44, due: "2022-04-01", overdue: 35),
      posture(
        CompanyID(recorded: "smic"), text("Semiconductor Manufacturing International Corporation"),
        .init(
          kind: .declined, level: nil, depth: 0, since: .given("2022-03-08"),
          events: EventID.named("smic-declines")),
        nil, gap: nil, .unknown),
      posture(
        CompanyID(recorded: "carlsberg"), text("Carlsberg"), .silent,
        .init(
          level: .exited, basis: .reported, grade: .graded("B1"), since: .given("2022-33"),
          events: EventID.named("carlsberg-seized"), seized: true),
        gap: nil, .notApplicable),
    ]
  }

  /// Lenovo's posture while only its own word was known.
  var lenovoPostureBefore: Posture {
    posture(
      lenovo, text("Lenovo"),
      .init(
        kind: .defended, level: nil, depth: 0, since: .given("2022-03-11"),
        events: EventID.named("lenovo-carries-on")),
      .init(
        level: .operating, basis: .declared, grade: .graded("A1"), since: .given("2022-03-11"),
        events: EventID.named("lenovo-carries-on"), seized: false),
      gap: 0, .inLine)
  }

  var lenovoPosture: Posture {
    posture(
      lenovo, text("Lenovo"),
      .init(
        kind: .defended, level: nil, depth: 0, since: .given("2022-03-11"),
        events: EventID.named("lenovo-carries-on")),
      .init(
        level: .suspended, basis: .reported, grade: .graded("B2"), since: .given("2022-03~"),
        events: EventID.named("lenovo-halts-shipments", "lenovo-halt-confirmed"), seized: false),
      gap: -3, .quietRetreat, age: 66,
      contested: [
        .init(
          event: EventID(recorded: "lenovo-carries-on"), level: .operating, rule: .defence)
      ], last: "2022-05-06")
  }

  var djiPosture: Posture {
    posture(
      dji, text("DJI"),
      .init(
        kind: .announced, level: .suspended, depth: 3, since: .given("2022-04-26"),
        events: EventID.named("dji-suspends")),
      .init(
        level: .suspended, basis: .declared, grade: .graded("A1"), since: .given("2022-04-26"),
        events: EventID.named("dji-suspends"), seized: false),
      gap: 0, .inLine,
      review: .init(
        state: .open, since: .given("2022-04-26"), outcome: nil,
        events: EventID.named("dji-review")),
      last: "2022-04-27")
  }

  var xiaomiPosture: Posture {
    posture(
      xiaomi, text("Xiaomi"), .silent,
      .init(
        level: .reducing, basis: .reported, grade: .graded("B2"), since: .given("2022-04"),
        events: EventID.named("xiaomi-cuts"), seized: false),
      gap: -2, .quietRetreat, age: 35,
      contested: [
        .init(event: EventID(recorded: "xiaomi-denies"), level: nil, rule: .denial),
        .init(event: EventID(recorded: "xiaomi-grows"), level: .expanding, rule: .weakClaim),
      ])
  }

  private func posture(
    _ company: CompanyID, _ name: String, _ voice: Posture.Voice, _ conduct: Posture.Conduct?,
    gap: Int?, _ reading: Reading, age: Int? = nil, due: String? = nil, overdue: Int? = nil,
    review: Posture.Review = .init(state: .none, since: nil, outcome: nil, events: []),
    contested: [Posture.Contest] = [], last: String = "2022-05-01"
  ) -> Posture {
    let pledge = voice.level.flatMap { level in
      due.map { Posture.Pledge(event: voice.events[0], level: level, due: .given($0)) }
    }
    return Posture(
      company: company, name: name, market: .at("RU"), voice: voice, conduct: conduct,
      review: review, pledges: overdue == nil ? [pledge].compactMap(\.self) : [], gap: gap,
      reading: reading, age: age, due: due.map(FuzzyDate.given), overdue: overdue,
      contested: contested, lastEvidence: .given(last))
  }
}

extension Posture.Voice {
  fileprivate static let silent = Self(kind: .silent, level: nil, depth: 0, since: nil, events: [])
}
