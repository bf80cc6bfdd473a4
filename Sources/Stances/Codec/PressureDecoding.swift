extension GovernmentStatement {
  init(_ reader: inout FieldReader) throws(EventRefusal) {
    body = try reader.slug("body")
    markets = try reader.markets()
    speaker = try reader.optionalText("speaker")
    act = try reader.term("act")
    push = try reader.term("push")
    addressees = try reader.addressees()
    measure = try reader.optionalSlug("measure")
  }
}

extension GovernmentMeasure {
  init(_ reader: inout FieldReader) throws(EventRefusal) {
    body = try reader.slug("body")
    markets = try reader.markets()
    measure = try reader.slug("measure")
    title = try reader.text("title")
    instrument = try reader.term("instrument")
    phase = try reader.term("phase")
    effective = try reader.optionalDate("effective")
    until = try reader.optionalDate("until")
    push = try reader.term("push")
    addressees = try reader.addressees()
    power = try reader.optionalBoolean("power") ?? false
    under = try reader.optionalSlug("under")
  }
}

extension Pressure {
  init(_ reader: inout FieldReader) throws(EventRefusal) {
    markets = try reader.markets()
    var by = try FieldReader(
      try reader.required("by"), path: "\(reader.path)by.", owner: "by",
      fields: GovernmentFields.presserFields)
    role = try by.term("role")
    names = try by.texts("names")
    try by.finish()
    _ = try reader.peek("addressees")
    addressees = try reader.addressees()
    push = try reader.term("push")
  }
}

extension FieldReader {
  /// Whom the event addresses; nobody in particular where the field is left out.
  mutating func addressees() throws(EventRefusal) -> Addressees {
    guard let member = optional("addressees") else { return .nobody }
    var reader = try FieldReader(
      member, path: "\(path)addressees.", owner: "addressees",
      fields: GovernmentFields.addresseeFields)
    var all = false
    if let flag = reader.optional("all") {
      guard flag.bool == true else {
        throw reader.refusal("all", flag, .wrongShape(expected: "true, or no 'all' at all"))
      }
      all = true
    }
    let found = Addressees(
      all: all, companies: try reader.slugs("companies", atLeast: 1),
      sectors: try reader.texts("sectors", atLeast: 1),
      countries: try reader.marketList("countries", atLeast: 1))
    try reader.finish()
    guard found != .nobody else { throw refusal("addressees", member, .nobodyAddressed) }
    return found
  }

  /// Refuses an object without this member, and leaves the member to be read.
  fileprivate func peek(_ name: StaticString) throws(EventRefusal) -> JSONNode {
    guard let member = node[name] else {
      throw EventRefusal(
        position: node.position, path: String(path.dropLast()),
        reason: .missing(field: "\(name)", of: owner))
    }
    return member
  }
}
