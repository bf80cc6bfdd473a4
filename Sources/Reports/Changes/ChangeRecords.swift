import Projections
import Stances

/// Changes as rows of a spreadsheet.
enum ChangeRecords {
  /// One changed field of a company's posture or of a measure.
  struct Row {
    let day: Day
    let company: CompanyID?
    let market: Market?
    let measure: MeasureKey?
    let name: String
    let field: String
    let before: String?
    let after: String?
    let causes: [EventID]
  }

  /// The changes up to a day, one row per field.
  static func rows(
    day: Day, postures: [PostureChange], measures: [MeasureChange]
  ) -> [Row] {
    postures.flatMap { change in
      change.fields.map { field in
        Row(
          day: day, company: change.company, market: change.market, measure: nil,
          name: change.name, field: field.field, before: field.before, after: field.after,
          causes: change.causes)
      }
    }
      + measures.map { change in
        Row(
          day: day, company: nil, market: nil, measure: change.measure, name: change.title,
          field: "status", before: change.before?.term, after: change.after?.term,
          causes: change.causes)
      }
  }

  static func records(of rows: [Row]) -> Records {
    Records(
      of: rows,
      [
        ("day", \.day.description), ("company", { $0.company?.text }),
        ("market", { $0.market?.code }), ("measure", { $0.measure?.text }), ("name", \.name),
        ("field", \.field), ("before", \.before), ("after", \.after), ("causes", \.causes.spaced),
      ])
  }
}
