import JSON
import Projections
import Stances

extension PostureChange {
  /// The change with both postures in full; null if nothing counted.
  var json: JSONValue {
    [
      "company": JSONValue(company),
      "name": .string(name),
      "market": .string(market.code),
      "fields": .array(fields.map(\.json)),
      "causes": JSONValue(causes),
      "before": before?.json ?? .null,
      "after": after?.json ?? .null,
    ]
  }
}

extension PostureChange.FieldChange {
  fileprivate var json: JSONValue {
    [
      "field": .string(field),
      "before": .string(before),
      "after": .string(after),
    ]
  }
}

extension MeasureChange {
  /// The change of status; null if the measure was not known.
  var json: JSONValue {
    [
      "measure": JSONValue(measure),
      "title": .string(title),
      "before": JSONValue(before),
      "after": JSONValue(after),
      "causes": JSONValue(causes),
    ]
  }
}
