/// A body says something about doing business in a market.
package struct GovernmentStatement: Hashable, Sendable {
  /// What kind of thing is said.
  package enum Act: String, Term {
    case urge, threaten, warn, acknowledge, condemn, support, clarify, deny
  }

  package let body: BodyID
  package let markets: [Market]
  package let speaker: String?
  package let act: Act
  package let push: Push
  package let addressees: Addressees
  /// The measure that the statement is about.
  package let measure: MeasureKey?
}

/// A legal act moves one step in its life.
package struct GovernmentMeasure: Hashable, Sendable {
  /// The legal form.
  package enum Instrument: String, Term {
    case sanctions
    case exportControl = "export_control"
    case entityListing = "entity_listing"
    case blockingRule = "blocking_rule"
    case countermeasure, order, licence, investigation, other
  }

  /// The step that the act takes.
  package enum Phase: String, Term {
    case threatened, proposed, adopted
    case inForce = "in_force"
    case amended, suspended, extended, lifted, expired
  }

  package let body: BodyID
  package let markets: [Market]
  /// The key that all steps of this act share.
  package let measure: MeasureKey
  package let title: String
  package let instrument: Instrument
  package let phase: Phase
  /// The day from which the step counts, where it differs from `occurred`.
  package let effective: FuzzyDate?
  /// The last day of the step: of the act in force, of its suspension, or the new end.
  package let until: FuzzyDate?
  package let push: Push
  package let addressees: Addressees
  /// Whether the act enables others, which are then issued `under` it.
  package let power: Bool
  /// The power under which this act was issued.
  package let under: MeasureKey?
}

/// Suppliers, customers, investors or the public press companies.
package struct Pressure: Hashable, Sendable {
  /// Who presses, seen from the companies pressed.
  package enum Role: String, Term { case supplier, customer, investor, `public` }

  package let markets: [Market]
  package let role: Role
  /// The names of those who press; empty where the source names none.
  package let names: [String]
  package let addressees: Addressees
  package let push: Push
}
