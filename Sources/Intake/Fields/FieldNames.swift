package import Stances

/// The names under which the values of an event can be given, in reading order.
package enum FieldNames {
  /// Every name of some types, without repetitions: `evidence.publisher`, `by.role`.
  static func all(of types: some Sequence<EventType>, separatedBy separator: String) -> [String] {
    var names: [String] = []
    for type in types {
      for leaf in leaves(of: type, separatedBy: separator) where !names.contains(leaf.name) {
        names.append(leaf.name)
      }
    }
    return names
  }

  /// The fields of a type that hold a value, by their whole name.
  ///
  /// A name by language represents all of them, as `names.en`.
  package static func leaves(
    of type: EventType, separatedBy separator: String
  ) -> [(name: String, field: FieldDescription)] {
    Vocabulary.fields(of: type).flatMap { leaves(of: $0, separator) }
  }

  private static func leaves(
    of field: FieldDescription, _ separator: String
  ) -> [(name: String, field: FieldDescription)] {
    switch field.shape {
    case .part(let part), .list(.part(let part), _):
      part.fields.flatMap { leaves(of: $0, separator) }
        .map { ("\(field.name)\(separator)\($0.name)", $0.field) }
    case .translations: [("\(field.name)\(separator)en", field)]
    case .text, .slug, .date, .address, .market, .term, .decimal, .pattern, .boolean, .yes,
      .integer, .list, .event:
      [(field.name, field)]
    }
  }
}
