package import Stances

/// What addressed one company on a day, by push and by source.
package struct CompanyPressure: Hashable, Sendable {
  /// The company that is addressed.
  package let company: CompanyID
  /// The company's name as registered last.
  package let name: String
  /// Everything that then addressed it, in order of time.
  package let items: [Item]

  /// One source of pressure.
  package struct Item: Hashable, Sendable {
    /// What kind of thing presses.
    package enum Source: Hashable, Sendable {
      /// A measure, with where it stands.
      case measure(MeasureKey, status: MeasureStatus)
      /// A statement by a body.
      case statement(GovernmentStatement.Act)
      /// Suppliers, customers, investors or the public.
      case pressure(Stances.Pressure.Role)
    }

    /// What kind of thing presses, and how.
    package let source: Source
    /// The event that addresses the company.
    package let event: EventID
    /// Who presses, for readers.
    package let by: String
    /// How the company is addressed; the narrowest way.
    package let way: Addressees.Way
    /// What it moves companies to do.
    package let push: Push
    /// The markets that it is about.
    package let markets: [Market]
    /// The date from which it counts, as given.
    package let since: FuzzyDate
    /// What was done, as one neutral sentence without the actor's name.
    package let summary: String
  }

  /// How many items push each way.
  package func count(_ push: Push) -> Int { items.count { $0.push == push } }
}
