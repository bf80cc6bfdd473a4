package import Stances

/// What addressed one company on a day, by push and by source.
package struct CompanyPressure: Hashable, Sendable {
  package let company: CompanyID
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

    package let source: Source
    package let event: EventID
    /// Who presses, for readers.
    package let by: String
    /// How the company is addressed; the narrowest way.
    package let way: Addressees.Way
    package let push: Push
    package let markets: [Market]
    package let since: FuzzyDate
    package let summary: String
  }

  /// How many items push each way.
  package func count(_ push: Push) -> Int { items.count { $0.push == push } }
}
