extension TradeStatistic {
  init(_ reader: inout FieldReader) throws(EventRefusal) {
    let body: BodyID? = try reader.optionalSlug("body")
    let name = try reader.optionalText("publisher")
    switch (body, name) {
    case (let body?, nil): publisher = .body(body)
    case (nil, let name?): publisher = .named(name)
    case (nil, nil), (_?, _?):
      throw EventRefusal(
        position: reader.node.position, path: String(reader.path.dropLast()),
        reason: .bothOrNeither("body", "publisher"))
    }
    reporter = try reader.market("reporter")
    partner = try reader.market("partner")
    product = try Product(try reader.required("product"), path: "\(reader.path)product.")
    period = try reader.date("period")
    value = try reader.optionalDecimal("value")
    unit = try reader.optionalText("unit")
    if let member = reader.optional("change") {
      change = try Change(member, path: "\(reader.path)change.")
    } else {
      change = nil
    }
    companies = try reader.slugs("companies")
    guard value != nil || change != nil else {
      throw EventRefusal(
        position: reader.node.position, path: String(reader.path.dropLast()), reason: .noFigure)
    }
  }
}

extension TradeStatistic.Product {
  fileprivate init(_ node: JSONNode, path: String) throws(EventRefusal) {
    var reader = try FieldReader(
      node, path: path, owner: "product", fields: TradeFields.productFields)
    name = try reader.text("name")
    hs = try reader.optionalText("hs", "HS code of 2 to 10 digits", where: isHarmonizedSystemCode)
    try reader.finish()
  }
}

extension TradeStatistic.Change {
  fileprivate init(_ node: JSONNode, path: String) throws(EventRefusal) {
    var reader = try FieldReader(node, path: path, owner: "change", fields: TradeFields.changeFields)
    percent = try reader.decimal("percent")
    qualifier = try reader.optionalText("qualifier")
    against = try reader.optionalDate("against")
    try reader.finish()
  }
}
