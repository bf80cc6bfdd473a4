import Projections
import Stances

/// The pressure on a company, by push and by source.
enum PressureSection {
  static func blocks(of pressure: CompanyPressure) -> [Document.Block] {
    guard !pressure.items.isEmpty else { return [] }
    let parts = Push.allCases.flatMap { push in
      part(push, pressure.items.filter { $0.push == push })
    }
    return [.heading("Pressure on it"), .paragraph(RichText(summary(of: pressure)))] + parts
  }

  private static func part(_ push: Push, _ items: [CompanyPressure.Item]) -> [Document.Block] {
    items.isEmpty ? [] : [.subheading(title(of: push)), .table(table(of: items))]
  }

  private static func summary(of pressure: CompanyPressure) -> String {
    let counts = Push.allCases.map { "\(pressure.count($0)) \($0.direction)" }
    let sources = counted(pressure.items.count, "source")
    return (pressure.isPart ? "The last \(sources)" : sources.asSentenceStart) + " of pressure: "
      + counts.joined(separator: ", ") + "."
      + (pressure.isPart ? " There are earlier ones: a higher limit shows more." : "")
  }

  private static func title(of push: Push) -> String {
    switch push {
    case .withdraw: "Pushing it to withdraw"
    case .stay: "Pushing it to stay"
    case .permit: "Permitting its business"
    case .none: "Pushing it neither way"
    }
  }

  private static func table(of items: [CompanyPressure.Item]) -> Table {
    Table(
      of: items,
      [
        (.init("Since"), { RichText($0.since.spoken) }),
        (.init("By"), { .name($0.by) }),
        (.init("Source"), { RichText($0.source.phrase) }),
        (.init("What"), { .named($0.summary, .event($0.event)) }),
        (.init("Addressed"), { RichText($0.way.phrase) }),
      ])
  }
}

extension CompanyPressure.Item.Source {
  /// The kind of pressure.
  fileprivate var phrase: String {
    switch self {
    case .measure(_, let status): "measure, \(status.words)"
    case .statement(let act): "statement (\(act.noun))"
    case .pressure(.public): "the public"
    case .pressure(let role): "\(role.words)s"
    }
  }
}
