@testable import Projections
@testable import Stances
import TestSupport

extension Samples {
  var company: CompanyHistory {
    CompanyHistory(
      registration: CompanyRegistration(
        company: lenovo,
        identity: Identity(
          name: text("Lenovo"), names: [.init(language: "zh", name: text("联想集团"))],
          aliases: [text("Lenovo Group Limited")], sector: text("computers"),
          lei: "254900VTIXC4S3F3RE41", wikidata: "Q40053", tickers: [text("0992.HK")]),
        country: .at("CN"), parent: CompanyID(recorded: "legend-holdings"), mergedInto: nil),
      postures: [lenovoPosture],
      entries: [
        .init(
          position: 210, leafHash: "vIwAMoQRgT9R6yHl3xcNPhmz8LGReiVZMEF1FcIQkEE=",
          recorded: Timestamp(milliseconds: 1_767_225_600_000), entry: lenovoEntry,
          correctedBy: EventID(recorded: "lenovo-correction"))
      ],
      pressure: pressure, conflicts: [], trade: [laptops])
  }

  private var pressure: CompanyPressure {
    CompanyPressure(
      company: lenovo, name: text("Lenovo"),
      items: [
        item(
          .measure(MeasureKey(recorded: "cn-blocking-rules"), status: .inForce),
          by: "Ministry of Commerce of China", .country, .stay, since: "2021-01-09",
          "Blocking rules are in force"),
        item(
          .pressure(.supplier), by: "Intel, AMD and other suppliers", .name, .withdraw,
          since: "2022-04-11/2022-04-14", "Suppliers press their customers to comply"),
        item(
          .statement(.threaten), by: "US Department of Commerce", .all, .withdraw,
          since: "2022-03-08", "Warns of being cut off from US technology"),
      ])
  }

  private func item(
    _ source: CompanyPressure.Item.Source, by: String, _ way: Addressees.Way, _ push: Push,
    since: String, _ summary: String
  ) -> CompanyPressure.Item {
    CompanyPressure.Item(
      source: source, event: EventID(recorded: "pressing"), by: text(by), way: way, push: push,
      markets: [.at("RU")], since: .given(since), summary: text(summary))
  }
}
