package import Errors
package import JSON
import Stances

/// Something to say of what was read: a fault, a warning or a note, once for all the places where
/// the same is so.
package struct Finding: Sendable {
  /// The first place, and what is to be said.
  package let first: IntakeError
  /// How many events it is said of.
  package fileprivate(set) var count: Int
}

/// Findings, those that say the same of the same field as one; memory is bounded.
package struct FindingList: Sendable {
  /// The findings in the order in which they were first met.
  package private(set) var findings: [Finding] = []
  /// How many more there are, which were met after the list was full.
  package private(set) var others = 0
  private var places: [String: Int] = [:]

  /// How many findings are listed.
  package static let limit = 50

  /// Nothing found so far.
  package init() {}

  /// Whether nothing was found.
  package var isEmpty: Bool { findings.isEmpty }

  /// Takes in one finding.
  package mutating func add(_ found: IntakeError) {
    let key = "\(found.field)\u{0}\(found.groupedSentence)"
    if let place = places[key] {
      findings[place].count += 1
    } else if findings.count < Self.limit {
      places[key] = findings.count
      findings.append(Finding(first: found, count: 1))
    } else {
      others += 1
    }
  }

  /// One line a finding: its place, or how many events it is said of and the first place.
  package var lines: [String] {
    let more = others == 0 ? [] : ["and \(others) more"]
    return findings.map { $0.count == 1 ? "\($0.first)" : $0.grouped } + more
  }

  /// The findings for programs.
  package var json: JSONValue {
    .array(
      findings.map { finding in
        .object(finding.particulars.map { (name: $0.name, value: JSONValue($0.value)) })
      })
  }

  /// The findings as details of an error.
  var particulars: Particular {
    Particular("faults", .records(findings.map(\.particulars)))
  }
}

extension Finding {
  /// `439 rows: 'United States' is not a market code; … (first: line 2, column 'country')`.
  var grouped: String {
    let first = first.place.withoutFile
    return "\(count) \(self.first.place.unit)s: \(self.first.groupedSentence)"
      + (first.isEmpty ? "" : " (first: \(first))")
  }

  fileprivate var particulars: [Particular] {
    [
      Particular("count", .integer(Int64(count))),
      Particular("detail", .text(first.groupedSentence)),
    ]
      + first.particulars
  }
}

extension JSONValue {
  /// A detail of an error as JSON.
  package init(_ particular: Particular.Value) {
    switch particular {
    case .integer(let number): self = .integer(number)
    case .text(let text): self = .string(text)
    case .texts(let texts): self = .array(texts.map(JSONValue.string))
    case .records(let records):
      self = .array(
        records.map { record in
          .object(record.map { (name: $0.name, value: JSONValue($0.value)) })
        })
    }
  }
}

/// All faults of a file of events, which was refused: nothing of it is recorded.
package struct IntakeFaultsError: CallerError {
  /// The file's name.
  let file: String
  /// The faults, grouped.
  package let list: FindingList
  /// How many events are refused.
  let refused: Int
  /// Whether the file was read to its end; else a fault of its form stopped the reading.
  let isWhole: Bool

  package var kind: ErrorKind {
    list.findings.allSatisfy { $0.first.kind == .conflict } ? .conflict : .badData
  }
  /// What programs know it by.
  package var code: String { kind == .conflict ? "event_conflict" : "event_refused" }
  /// Where the first fault is, and all of them.
  package var particulars: [Particular] {
    (list.findings.first?.first.particulars ?? []) + [list.particulars]
      + (list.others == 0 ? [] : [Particular("moreFaults", .integer(Int64(list.others)))])
  }
}

extension IntakeFaultsError: CustomStringConvertible {
  /// The fault, if it is one, else one line for each after a line that counts.
  package var description: String {
    if list.findings.count == 1, list.others == 0, let only = list.findings.first, only.count == 1 {
      return "\(only.first)"
    }
    if list.findings.allSatisfy({ $0.first.place.line == nil }) {
      return list.lines.joined(separator: "\n")
    }
    let unit = list.findings.first?.first.place.unit ?? "event"
    let head =
      "\(printable(file)): \(refused) \(unit)\(refused == 1 ? " is" : "s are") refused, "
      + "and nothing is recorded:"
    let end = isWhole ? [] : ["the rest of the file could not be read"]
    let lines = list.findings.map { finding in
      finding.count == 1 ? finding.first.withoutFile : finding.grouped
    }
    let more = list.others == 0 ? [] : ["and \(list.others) more faults"]
    return ([head] + (lines + more + end).map { "  \($0)" }).joined(separator: "\n")
  }
}
