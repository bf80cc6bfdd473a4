@testable import Projections
@testable import Stances

extension Samples {
  var timeline: Timeline {
    Timeline(
      measures: measures, followed: .none, entries: entries, trade: [laptops, phones],
      unreadable: 1)
  }

  var measures: [Measure] {
    [
      Measure(
        measure: MeasureKey(recorded: "cn-blocking-rules"),
        title: text("Rules on counteracting unjustified extra-territorial application"),
        body: BodyID(recorded: "mofcom"), bodyName: text("Ministry of Commerce of China"),
        jurisdiction: .at("CN"), instrument: .blockingRule, push: .stay, markets: [.at("INT")],
        addressees: Addressees(all: false, companies: [], sectors: [], countries: [.at("CN")]),
        status: .inForce, since: .given("2021-01-09"), until: nil, effective: nil, isPower: true,
        under: [],
        uses: 0, dormant: true, events: EventID.named("cn-blocking-rules-in-force")),
      Measure(
        measure: MeasureKey(recorded: "us-fdpr-russia"),
        title: text("Export controls on Russia, foreign direct product rule"),
        body: BodyID(recorded: "bis"), bodyName: text("US Bureau of Industry and Security"),
        jurisdiction: .at("US"), instrument: .exportControl, push: .withdraw,
        markets: [.at("RU")], addressees: .nobody, status: .inForce,
        since: .given("2022-02-24"), until: .given("2023-02-24"), effective: nil, isPower: false,
        under: [MeasureKey(recorded: "us-ecra")], uses: 0, dormant: false,
        events: EventID.named("us-fdpr-russia-in-force")),
    ]
  }

  var entries: [TimelineEntry] {
    [
      TimelineEntry(
        event: EventID(recorded: "us-fdpr-russia-in-force"), type: .governmentMeasure,
        occurred: .given("2022-02-24"), published: .given("2022-02-24"), company: nil,
        body: BodyID(recorded: "bis"), actor: text("US Bureau of Industry and Security"),
        markets: [.at("RU")], push: .withdraw, measure: MeasureKey(recorded: "us-fdpr-russia"),
        summary: text("puts an export control on Russia in force: Export controls on Russia"),
        evidence: [
          evidence(
            "Federal Register", "Implementation of Sanctions Against Russia", on: "2022-03-03",
            "A1", path: "87-fr-12226?a=1&copy;=2")
        ], note: nil),
      lenovoEntry,
      TimelineEntry(
        event: EventID(recorded: "suppliers-press"), type: .pressure,
        occurred: .given("2022-04-11/2022-04-14"), published: .given("2022-05-06"), company: nil,
        body: nil, actor: text("Intel, AMD and other suppliers"), markets: [.at("RU"), .at("BY")],
        push: .withdraw, measure: nil,
        summary: text("(supplier) pressure on companies over Russia and Belarus to withdraw"),
        evidence: [wsj], note: text("The names come from one report.")),
      TimelineEntry(
        event: EventID(recorded: "gac-laptops"), type: .tradeStatistic,
        occurred: .given("2022-04-20"), published: .given("2022-04-20"), company: nil,
        body: BodyID(recorded: "gac"), actor: text("General Administration of Customs of China"),
        markets: [.at("RU")], push: nil, measure: nil,
        summary: text("reports laptops from China to Russia, March 2022: −40 % on February 2022"),
        evidence: [wsj], note: nil),
    ]
  }

  var lenovoEntry: TimelineEntry {
    TimelineEntry(
      event: EventID(recorded: "lenovo-halts-shipments"), type: .silentReduction,
      occurred: .given("2022-03~"), published: .given("2022-05-06"), company: lenovo, body: nil,
      actor: text("Lenovo"), markets: [.at("RU")], push: nil, measure: nil,
      summary: text("is reported to have suspended its business in Russia without announcing it"),
      evidence: [
        wsj,
        evidence(
          "Example Wire", "Lenovo halt confirmed", on: "2022-05-07", "C2", path: "lenovo halt>"),
      ], note: text("The first month is an estimate."))
  }

  var wsj: Evidence {
    evidence(
      "The Wall Street Journal",
      "Chinese Tech Giants Quietly Retreat From Doing Business With Russia",
      on: "2022-05-06", "B2", quote: "companies including Lenovo are pulling back without a word")
  }

  var laptops: TradeFigure {
    TradeFigure(
      event: EventID(recorded: "gac-laptops"),
      publisher: text("General Administration of Customs of China"), reporter: .at("CN"),
      partner: .at("RU"), company: nil, companyName: nil,
      product: .init(name: text("laptops"), hs: "847130"),
      period: .given("2022-03"), value: Decimal("29.55"), unit: text("million USD"),
      change: Decimal("-40").map {
        .init(percent: $0, qualifier: text("more than"), against: .given("2022-02"))
      }, companies: [lenovo], published: .given("2022-04-20"), grade: .graded("A2"))
  }

  private var phones: TradeFigure {
    TradeFigure(
      event: EventID(recorded: "gac-phones"), publisher: text("Example Research"),
      reporter: .at("CN"), partner: .at("RU"), company: nil, companyName: nil,
      product: .init(name: text("smartphones"), hs: nil),
      period: .given("2022-03"), value: nil, unit: nil,
      change: Decimal("12.5").map { .init(percent: $0, qualifier: nil, against: nil) },
      companies: [], published: .given("2022-04"), grade: .notJudged)
  }
}
