package import JSON
package import Stances

/// A body says something; it addresses no one in particular unless set.
package func statement(
  by body: String, _ act: GovernmentStatement.Act = .urge, push: Push = .stay,
  on occurred: String, published: String? = nil, to addressees: JSONValue? = nil,
  measure: String? = nil, in markets: [String] = ["RU"], grade: String = "A1", id: String? = nil
) -> TestEvent {
  TestEvent(
    .governmentStatement, id: id, subject: body, on: occurred, published: published, grade: grade,
    present([
      ("body", .string(body)), ("markets", strings(markets)), ("act", .string(act.term)),
      ("push", .string(push.term)), ("addressees", addressees),
      ("measure", measure.map(JSONValue.string)),
    ]))
}

/// A legal act moves one step.
package func measure(
  _ key: String, by body: String, _ phase: GovernmentMeasure.Phase, on occurred: String,
  published: String? = nil, instrument: GovernmentMeasure.Instrument = .sanctions,
  effective: String? = nil, until: String? = nil, push: Push = .withdraw,
  to addressees: JSONValue? = nil, power: Bool = false, under: String? = nil,
  in markets: [String] = ["RU"], grade: String = "A1", id: String? = nil
) -> TestEvent {
  TestEvent(
    .governmentMeasure, id: id, subject: "\(key)-\(phase.term)", on: occurred,
    published: published, grade: grade,
    present([
      ("body", .string(body)), ("markets", strings(markets)), ("measure", .string(key)),
      ("title", .string("The act \(key)")), ("instrument", .string(instrument.term)),
      ("phase", .string(phase.term)), ("effective", effective.map(JSONValue.string)),
      ("until", until.map(JSONValue.string)), ("push", .string(push.term)),
      ("addressees", addressees), ("power", power ? .bool(true) : nil),
      ("under", under.map { strings([$0]) }),
    ]))
}

/// Others press companies.
package func pressure(
  by role: Pressure.Role, named names: [String] = [], push: Push = .withdraw,
  on occurred: String, published: String? = nil, to addressees: JSONValue,
  in markets: [String] = ["RU"], grade: String = "B2", id: String? = nil
) -> TestEvent {
  let presser = present([
    ("role", .string(role.term)), ("names", names.isEmpty ? nil : strings(names)),
  ])
  return TestEvent(
    .pressure, id: id, subject: role.term, on: occurred, published: published, grade: grade,
    [
      ("markets", strings(markets)), ("by", .object(presser)), ("addressees", addressees),
      ("push", .string(push.term)),
    ])
}

/// A body publishes a change of China's trade with Russia, in per cent.
package func tradeStatistic(
  by body: String, product: String, period: String, percent: String, on occurred: String,
  published: String? = nil, companies: [String] = [], grade: String = "A2", id: String? = nil
) -> TestEvent {
  TestEvent(
    .tradeStatistic, id: id, subject: "\(body)-\(product)", on: occurred, published: published,
    grade: grade,
    present([
      ("body", .string(body)), ("reporter", .string("CN")), ("partner", .string("RU")),
      ("product", .object([("name", .string(product))])), ("period", .string(period)),
      ("change", .object([("percent", .string(percent))])),
      ("companies", companies.isEmpty ? nil : strings(companies)),
    ]))
}

/// Addressees by name.
package func named(_ companies: String...) -> JSONValue {
  .object([("companies", strings(companies))])
}
