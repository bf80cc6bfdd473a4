/// A body says something about doing business in a market.
package struct GovernmentStatement: Hashable, Sendable {
  /// What kind of thing is said.
  package enum Act: String, Term {
    case urge, threaten, warn, acknowledge, condemn, support, clarify, deny
  }

  /// The body that speaks.
  package let body: BodyID
  /// The markets that it speaks of.
  package let markets: [Market]
  /// Who spoke for the body, by name.
  package let speaker: String?
  /// What kind of thing is said.
  package let act: Act
  /// What it moves companies to do.
  package let push: Push
  /// Whom it addresses.
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

  /// The body whose act it is.
  package let body: BodyID
  /// The markets in which the step applies.
  package let markets: [Market]
  /// The key that all steps of this act share.
  package let measure: MeasureKey
  /// What the step calls the act.
  package let title: String
  /// The legal form of the act.
  package let instrument: Instrument
  /// The step that the act takes.
  package let phase: Phase
  /// The day from which the step counts, where it differs from `occurred`.
  package let effective: FuzzyDate?
  /// The last day of the step: of the act in force, of its suspension, or the new end.
  package let until: FuzzyDate?
  /// What it moves companies to do.
  package let push: Push
  /// Whom it addresses.
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

  /// The markets that it is about.
  package let markets: [Market]
  /// Who presses.
  package let role: Role
  /// The names of those who press; empty where the source names none.
  package let names: [String]
  /// Who is pressed.
  package let addressees: Addressees
  /// What it moves companies to do.
  package let push: Push
}
