@testable import Projections
@testable import Stances

extension Samples {
  var steps: [ReplayStep] {
    [
      ReplayStep(day: .on("2022-02-24"), postures: [], measures: [measureChange]),
      ReplayStep(day: .on("2022-03-24"), postures: [], measures: []),
      ReplayStep(day: .on("2022-04-24"), postures: [lenovoChange, xiaomiChange], measures: []),
    ]
  }

  var difference: Difference {
    var before = clocks
    before.knownBy = .on("2022-05-05")
    before.fuzzy = .strict
    return Difference(
      before: before, after: clocks, postures: [lenovoChange, xiaomiChange],
      measures: [measureChange])
  }

  var explanation: Explanation {
    Explanation(
      posture: lenovoPosture,
      steps: [
        .init(
          event: EventID(recorded: "lenovo-carries-on"), type: "public_announcement",
          day: .given("2022-03-11"), published: .given("2022-03-11"), grade: .graded("A1"),
          field: .voice, level: .operating, overruledBy: nil, correctedBy: nil),
        .init(
          event: EventID(recorded: "lenovo-halts-shipments"), type: "silent_reduction",
          day: .given("2022-03~"), published: .given("2022-05-06"), grade: .graded("B2"),
          field: .conduct, level: .suspended, overruledBy: nil,
          correctedBy: EventID(recorded: "lenovo-correction")),
        .init(
          event: EventID(recorded: "lenovo-carries-on"), type: "public_announcement",
          day: .given("2022-03-11"), published: .given("2022-03-11"), grade: .graded("A1"),
          field: .conduct, level: .operating, overruledBy: .defence, correctedBy: nil),
        .init(
          event: EventID(recorded: "lenovo-mentioned"), type: "public_announcement",
          day: .given("2022-03-20"), published: .given("2022-03-21"), grade: .notJudged,
          field: .voice, level: nil, overruledBy: .noLevel, correctedBy: nil),
      ])
  }

  private var lenovoChange: PostureChange {
    PostureChange(
      company: lenovo, name: text("Lenovo"), market: .at("RU"), before: lenovoPostureBefore,
      after: lenovoPosture,
      fields: [
        .init(field: "conduct", before: "operating", after: "suspended"),
        .init(field: "basis", before: "declared A1", after: "reported B2"),
        .init(field: "since", before: "2022-03-11", after: "2022-03~"),
        .init(field: "gap", before: "0", after: "-3"),
        .init(field: "reading", before: "in_line", after: "quiet_retreat"),
      ], causes: EventID.named("lenovo-halts-shipments", "lenovo-halt-confirmed"))
  }

  private var xiaomiChange: PostureChange {
    PostureChange(
      company: xiaomi, name: text("Xiaomi"), market: .at("RU"), before: nil, after: xiaomiPosture,
      fields: [.init(field: "conduct", before: "none", after: "reducing")],
      causes: EventID.named("xiaomi-cuts"))
  }

  private var measureChange: MeasureChange {
    MeasureChange(
      measure: MeasureKey(recorded: "us-fdpr-russia"),
      title: text("Export controls on Russia, foreign direct product rule"), before: nil,
      after: .inForce, causes: EventID.named("us-fdpr-russia-in-force"))
  }
}
