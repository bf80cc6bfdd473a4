import Projections
import Reports
import Stances

extension PostureChoice {
  /// The choice that parameters make: a question without them asks for all postures.
  init(_ given: Given) throws {
    self.init()
    guard given.takes(.readings) else { return }
    markets = try given.markets(.markets)
    countries = try given.markets(.countries)
    sectors = given.texts(.sectors)
    readings = given.terms(.readings)
    levels = given.terms(.levels)
    bases = given.terms(.bases)
    leastGrade = given.grade(.leastGrade)
    isStale = given.isSet(.onlyStale)
    isContested = given.isSet(.onlyContested)
    if given.takes(.unit) { roll = try given.roll }
    order = given.text(.sort).flatMap(Order.init(term:)) ?? .company
  }
}

extension Given {
  /// The rule by which one company stands for its group; nil if groups are not asked for.
  fileprivate var roll: RollRule? {
    get throws(ParameterError) {
      guard text(.unit) == "parent" else {
        if has(.roll) { throw .noGroups }
        return nil
      }
      return text(.roll).flatMap(RollRule.init(term:)) ?? .worst
    }
  }
}

extension ContentChoice {
  /// The choice that parameters make: a question without them asks for all events.
  init(_ given: Given) throws {
    self.init()
    guard given.takes(.instruments) else { return }
    markets = try given.markets(.markets)
    types = given.words(.type)
    bodies = try given.names(.body)
    if given.takes(.measure) { measures = try given.names(.measure) }
    instruments = given.terms(.instruments)
    leastGrade = given.grade(.leastGrade)
    first = try given.day(.firstDay)
    tags = try given.names(.tag)
  }
}

/// A value by which a list can be narrowed, with how many items it has.
package struct Facet: Sendable {
  /// The parameter that narrows.
  package let parameter: Parameter
  /// Its values with their words and how many items have them.
  package let values: [(text: String, words: String, count: Int)]
}

extension PostureFacets {
  /// What a page offers to narrow its postures by.
  var facets: [Facet] {
    counts.map { part, values in
      Facet(
        parameter: part.parameter,
        values: values.map { ($0.value, part.words(of: $0.value), $0.count) })
    }
  }
}

extension PostureFacets.Part {
  fileprivate var parameter: Parameter {
    switch self {
    case .market: .markets
    case .country: .countries
    case .sector: .sectors
    case .reading: .readings
    case .level: .levels
    case .basis: .bases
    }
  }

  fileprivate func words(of value: String) -> String {
    switch self {
    case .market, .country: (try? Market(code: value))?.englishName ?? value
    case .reading: Reading(term: value)?.phrase ?? value
    case .sector, .level, .basis: value
    }
  }
}
