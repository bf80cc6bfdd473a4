extension GovernmentStatement {
  init(_ reader: inout FieldReader) throws(EventError) {
    body = try reader.required("body").slug()
    markets = try reader.required("markets").markets()
    speaker = try reader.optional("speaker")?.text()
    act = try reader.required("act").term()
    push = try reader.required("push").term()
    addressees = try reader.optional("addressees").map(Addressees.init) ?? .nobody
    measure = try reader.optional("measure")?.slug()
  }
}

extension GovernmentMeasure {
  init(_ reader: inout FieldReader) throws(EventError) {
    body = try reader.required("body").slug()
    markets = try reader.required("markets").markets()
    measure = try reader.required("measure").slug()
    title = try reader.required("title").text()
    instrument = try reader.required("instrument").term()
    phase = try reader.required("phase").term()
    effective = try reader.optional("effective")?.date()
    until = try reader.optional("until")?.date()
    push = try reader.required("push").term()
    addressees = try reader.optional("addressees").map(Addressees.init) ?? .nobody
    power = try reader.optional("power")?.boolean() ?? false
    under = try reader.optional("under")?.slug()
  }
}

extension Pressure {
  init(_ reader: inout FieldReader) throws(EventError) {
    markets = try reader.required("markets").markets()
    var by = try FieldReader(try reader.required("by"), as: GovernmentFields.by)
    role = try by.required("role").term()
    names = try by.optional("names")?.texts() ?? []
    try by.finish()
    addressees = try Addressees(try reader.required("addressees"))
    push = try reader.required("push").term()
  }
}

extension Addressees {
  fileprivate init(_ value: FieldValue) throws(EventError) {
    var reader = try FieldReader(value, as: GovernmentFields.addressees)
    all = try reader.optional("all")?.yes() ?? false
    companies = try reader.optional("companies")?.slugs(atLeast: 1) ?? []
    sectors = try reader.optional("sectors")?.texts(atLeast: 1) ?? []
    countries = try reader.optional("countries")?.markets() ?? []
    try reader.finish()
    guard self != .nobody else { throw value.refusal(.nobodyAddressed) }
  }
}
