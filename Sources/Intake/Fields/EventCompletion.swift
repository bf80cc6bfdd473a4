package import JSON
package import Stances

/// An event of which not everything is known yet, and what it still needs to be recorded.
package struct EventCompletion: Sendable {
  /// The fields that it needs and does not have, in reading order: `level`, `evidence.publisher`.
  package let missing: [String]
  /// What is wrong with the values that it has, a sentence each.
  package let faults: [String]
  /// The event with words in each place that is to be filled in, as in a template.
  package let form: JSONValue

  /// Looks at an event of a type; it may have no id, since one is made.
  ///
  /// - Parameters:
  ///   - event: what is known of it, with its type, its version and its evidence.
  ///   - type: its type.
  package init(of event: JSONValue, type: EventType) {
    var (missing, form) = ([String](), event)
    for leaf in FieldNames.leavesToGive(of: type, separatedBy: ".") where leaf.isRequired {
      guard let (path, blank) = leaf.blank(in: type), !event.has(path.description) else {
        continue
      }
      missing.append(leaf.name)
      form = form.replacing(at: path.description, with: blank)
    }
    self.form = form
    let named = event.replacing(at: "id", with: .string(FaultFinder.placeholder))
    var faults: [String] = []
    for fault in FaultFinder(named, passingOver: []).faults {
      switch fault.reason {
      case .missing(let field, _):
        let path = fault.path.isEmpty ? field : "\(fault.path).\(field)"
        let name = path.replacing("[0]", with: "")
        if !missing.contains(where: { $0 == name || $0.hasPrefix("\(name).") }) {
          missing.append(name)
        }
      case .publisherMissing: missing.append("body or publisher")
      case .noFigure: missing.append("value or change")
      case .noPartner: missing.append("partner or company")
      case .noDenier: missing.append("company or body")
      default: faults.append("\(fault)")
      }
    }
    (self.missing, self.faults) = (missing, faults)
  }

  /// Whether nothing is missing, and nothing wrong.
  package var isComplete: Bool { missing.isEmpty && faults.isEmpty }
}
