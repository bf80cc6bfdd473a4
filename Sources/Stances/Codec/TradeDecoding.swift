extension TradeStatistic {
  init(_ reader: inout FieldReader) throws(EventError) {
    let body: BodyID? = try reader.optional("body")?.slug()
    let name = try reader.optional("publisher")?.text()
    switch (body, name) {
    case (let body?, nil): publisher = .body(body)
    case (nil, let name?): publisher = .named(name)
    case (nil, nil): throw reader.object.refusal(.publisherMissing)
    case (_?, _?): throw reader.object.refusal(.publisherTwice)
    }
    reporter = try reader.required("reporter").market()
    partner = try reader.required("partner").market()
    product = try Product(try reader.required("product"))
    period = try reader.required("period").date()
    value = try reader.optional("value")?.decimal()
    unit = try reader.optional("unit")?.text()
    change = try reader.optional("change").map(Change.init)
    companies = try reader.optional("companies")?.slugs() ?? []
    guard value != nil || change != nil else { throw reader.object.refusal(.noFigure) }
  }
}

extension TradeStatistic.Product {
  fileprivate init(_ value: FieldValue) throws(EventError) {
    var reader = try FieldReader(value, as: TradeFields.product)
    name = try reader.required("name").text()
    hs = try reader.optional("hs")?.text("HS code: 2 to 10 digits", where: isHarmonizedSystemCode)
    try reader.finish()
  }
}

extension TradeStatistic.Change {
  fileprivate init(_ value: FieldValue) throws(EventError) {
    var reader = try FieldReader(value, as: TradeFields.change)
    percent = try reader.required("percent").decimal()
    qualifier = try reader.optional("qualifier")?.text()
    against = try reader.optional("against")?.date()
    try reader.finish()
  }
}
