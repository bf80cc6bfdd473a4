import Projections
import Stances

/// How word and deed lie to each other, as the rows of a board.
enum BoardRow: CaseIterable {
  case quietRetreat, inLine, ahead, unknown

  /// The row of a reading.
  init(_ reading: Reading) {
    switch reading {
    case .quietRetreat: self = .quietRetreat
    case .inLine: self = .inLine
    case .pledged, .underWay, .unkeptWord: self = .ahead
    case .unknown, .notApplicable: self = .unknown
    }
  }

  /// The row's words, the first of more weight.
  var label: [String] {
    switch self {
    case .quietRetreat: ["Does more", "than it says"]
    case .inLine: ["No gap"]
    case .ahead: ["Says more", "than it does, or", "exit under way"]
    case .unknown: ["Not known", "or seized"]
    }
  }
}

/// Postures sorted into the cells of a board.
struct Board {
  private(set) var rows: [BoardRow: [Level?: [Posture]]] = [:]
  private let postures: [Posture]

  init(_ postures: [Posture]) {
    self.postures = postures
    for posture in postures.sorted(by: { ($0.name, $0.market) < ($1.name, $1.market) }) {
      rows[BoardRow(posture.reading), default: [:]][posture.conduct?.level, default: []]
        .append(posture)
    }
  }

  /// Whether the market must be told, because there are several.
  var showsMarket: Bool { Set(postures.map(\.market)).count > 1 }

  func count(in level: Level?) -> Int { postures.count { $0.conduct?.level == level } }

  func largestCell(in level: Level?) -> Int { rows.values.map { $0[level]?.count ?? 0 }.max() ?? 0 }

  /// How many stand where, in a sentence.
  var summary: String {
    guard !postures.isEmpty else { return "Nothing is recorded that this query reaches." }
    let levels = (Level.allCases + [nil]).compactMap { level -> String? in
      let count = count(in: level)
      return count == 0 ? nil : "\(count) \(level?.term ?? "not known")"
    }
    let quiet = rows[.quietRetreat]?.values.reduce(0) { $0 + $1.count } ?? 0
    return "\(counted(postures.count, "posture")): \(levels.joined(separator: ", ")); "
      + "\(quiet) of them do more than they say."
  }
}
