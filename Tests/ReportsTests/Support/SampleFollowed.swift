@testable import Projections
import Reports
@testable import Stances

extension Samples {
  /// A timeline in which companies followed a measure, one of them against another, and a state and
  /// a court used a power.
  var followedTimeline: Timeline {
    let timeline = timeline
    return Timeline(
      measures: followedList.measures, followed: followedList.followed, entries: timeline.entries,
      trade: timeline.trade, unreadable: timeline.unreadable)
  }

  /// The measures of that timeline.
  var followedList: MeasureList {
    let order = Measure(
      measure: MeasureKey(recorded: "ru-decree-302"),
      title: text("Decree on temporary administration"),
      body: BodyID(recorded: "ru-president"), bodyName: text("President of Russia"),
      jurisdiction: .at("RU"), instrument: .countermeasure, push: .stay, markets: [.at("RU")],
      addressees: .nobody, status: .inForce, since: .given("2022-04-25"), until: nil,
      effective: nil, isPower: true, under: [], uses: 3, dormant: false,
      events: EventID.named("ru-decree-302-in-force"), usedBy: [.state: 1, .court: 1])
    return MeasureList(
      measures: measures + [order],
      followed: FollowedMeasures(
        followers: [
          MeasureKey(recorded: "us-fdpr-russia"): [
            follower(
              lenovo, "Lenovo", "lenovo-halts-shipments", since: "2022-03~",
              by: "Ministry of Industry"),
            follower(dji, "DJI", "dji-suspends", since: "2022-04-26", by: nil),
          ]
        ],
        conflicts: followedCompany.conflicts))
  }

  /// A company that followed one measure against another.
  var followedCompany: CompanyHistory {
    let company = company
    return CompanyHistory(
      registration: company.registration, postures: company.postures, entries: company.entries,
      pressure: company.pressure,
      conflicts: [
        .init(
          company: lenovo, name: text("Lenovo"),
          event: EventID(recorded: "lenovo-halts-shipments"),
          followed: .init(
            measure: MeasureKey(recorded: "us-fdpr-russia"),
            title: text("Export controls on Russia, foreign direct product rule"),
            since: .given("2022-03~")),
          against: .init(
            measure: MeasureKey(recorded: "cn-blocking-rules"),
            title: text("Rules on counteracting unjustified extra-territorial application"),
            since: .given("2021-01-09")),
          since: .given("2022-03~"))
      ], trade: company.trade)
  }

  private func follower(
    _ company: CompanyID, _ name: String, _ event: String, since: String, by: String?
  ) -> FollowedMeasures.Follower {
    .init(
      company: company, name: text(name), event: EventID(recorded: event), since: .given(since),
      word: by == nil ? .own : .reported, by: by.map(text))
  }
}

extension SampleReport {
  /// The reports that say who followed which measure.
  static func followed(_ samples: Samples) -> [SampleReport] {
    let timeline = samples.answer(samples.followedTimeline)
    let measures = samples.answer(samples.followedList)
    let company = samples.answer(samples.followedCompany)
    return [
      .init(
        name: "timeline-followed", document: TimelineReport.document(timeline),
        json: TimelineReport.json(timeline)),
      .init(
        name: "measures-followed", document: MeasuresReport.document(measures),
        json: MeasuresReport.json(measures)),
      .init(
        name: "company-followed", document: CompanyReport.document(company),
        json: CompanyReport.json(company)),
    ]
  }
}
