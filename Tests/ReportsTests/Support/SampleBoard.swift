@testable import Projections
@testable import Stances

extension Samples {
  /// The sample postures with what led to them: four promises in order of their due days, and a
  /// move of Lenovo after a measure.
  var board: PostureBoard {
    PostureBoard(
      postures: postures, histories: [],
      promises: [
        promise(of: dji, "DJI", due: "2022-03-04", .overdue(days: 3)),
        promise(of: xiaomi, "Xiaomi", due: "2022-03-20", .overdue(days: 47)),
        promise(of: lenovo, "Lenovo", due: "2022-04-01", .cancelled(on: .on("2022-03-11"))),
        promise(of: lenovo, "Lenovo", due: "2022-06-01", .ahead(days: 26)),
      ],
      leadTimes: [
        LeadTime(
          change: ConductChange(
            company: lenovo, name: text("Lenovo"), market: .at("RU"), before: .operating,
            after: Posture.Conduct(
              level: .suspended, basis: .reported, grade: .graded("B2"), since: .given("2022-03~"),
              events: EventID.named("lenovo-halts-shipments"), seized: false)),
          nearest: LeadTime.Nearest(
            measure: MeasureKey(recorded: "us-export-controls"), title: text("Export controls"),
            status: .inForce, isAmendment: false, since: .given("2022-02-24"), days: 5...35))
      ])
  }

  private func promise(
    of company: CompanyID, _ name: String, due: String, _ outcome: Promise.Outcome
  ) -> Promise {
    Promise(
      company: company, name: text(name), market: .at("RU"),
      event: EventID(recorded: "\(company)-promises-\(due)"), level: .exited,
      announced: .given("2022-03-01"), due: .given(due), outcome: outcome)
  }
}
