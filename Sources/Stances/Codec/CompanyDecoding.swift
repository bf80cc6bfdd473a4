extension PublicAnnouncement {
  init(_ reader: inout FieldReader) throws(EventError) {
    company = try reader.required("company").slug()
    markets = try reader.required("markets").markets()
    level = try reader.optional("level")?.term()
    effective = try reader.optional("effective")?.date()
    lines = try reader.optional("lines")?.texts() ?? []
    reason = try reader.optional("reason")?.text(limit: TextLimit.paragraph)
  }
}

extension Denial {
  init(_ reader: inout FieldReader) throws(EventError) {
    company = try reader.required("company").slug()
    markets = try reader.required("markets").markets()
    denies = try reader.optional("denies")?.slugs() ?? []
  }
}

extension DeclinedComment {
  init(_ reader: inout FieldReader) throws(EventError) {
    company = try reader.required("company").slug()
    markets = try reader.required("markets").markets()
  }
}

extension ComplianceReview {
  init(_ reader: inout FieldReader) throws(EventError) {
    company = try reader.required("company").slug()
    markets = try reader.required("markets").markets()
    phase = try reader.required("phase").term()
    outcome = try reader.optional("outcome")?.text(limit: TextLimit.paragraph)
  }
}

extension SilentReduction {
  init(_ reader: inout FieldReader) throws(EventError) {
    company = try reader.required("company").slug()
    markets = try reader.required("markets").markets()
    level = try reader.required("level").term(among: Self.levels)
    cause = try reader.optional("cause")?.text(limit: TextLimit.paragraph)
    extent = try reader.optional("extent")?.text(limit: TextLimit.paragraph)
    lines = try reader.optional("lines")?.texts() ?? []
  }
}

extension ContinuedBusiness {
  init(_ reader: inout FieldReader) throws(EventError) {
    company = try reader.required("company").slug()
    markets = try reader.required("markets").markets()
    level = try reader.optional("level")?.term(among: Self.levels)
  }
}

extension Resumption {
  init(_ reader: inout FieldReader) throws(EventError) {
    company = try reader.required("company").slug()
    markets = try reader.required("markets").markets()
    disclosed = try reader.required("disclosed").boolean()
  }
}

extension Exit {
  init(_ reader: inout FieldReader) throws(EventError) {
    company = try reader.required("company").slug()
    markets = try reader.required("markets").markets()
    mode = try reader.required("mode").term()
    disclosed = try reader.required("disclosed").boolean()
  }
}
