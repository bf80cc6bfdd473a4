import JSON
import Projections
import Stances

extension Answer {
  /// What it was narrowed to, as it follows "only"; nil if nothing was left out.
  var onlyWords: String? {
    let parts = [choice.words, contents.words].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// What it was narrowed to, under the names of the parameters; nil if nothing was left out.
  var onlyJSON: JSONValue? {
    let members = choice.members + contents.members
    return members.isEmpty ? nil : .object(members)
  }
}

extension RollRule {
  /// Who stands for a group, as it follows "groups,".
  fileprivate var words: String {
    switch self {
    case .worst: "each as its company that does the most business"
    case .best: "each as its company that has withdrawn furthest"
    case .any: "each if any of its companies fits, as the one of these that has withdrawn furthest"
    }
  }
}

extension PostureChoice {
  /// As what companies are counted, if not each for itself.
  var unitWords: String? { roll.map { "groups (\($0.term)), \($0.words)" } }
}

extension ContentChoice {
  /// What it leaves in, as it follows "only"; nil if it leaves out nothing.
  fileprivate var words: String? {
    let parts = [
      list(markets.map(\.englishName), after: "about"),
      list(types.map { plainWords($0.rawValue) }, after: "of type"),
      list(bodies.map(\.text), after: "of"),
      list(measures.map(\.text), after: "about the measure"),
      list(instruments.map(\.words), after: "of legal form"),
      leastGrade.map { "on evidence of \($0.code) or better" },
      first.map { "since \($0)" },
      tags.isEmpty ? nil : "tagged \(tags.map(\.text).joined(separator: " and "))",
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  fileprivate var members: [(name: String, value: JSONValue)] {
    texts([
      ("market", markets.map(\.code)), ("type", types.map(\.rawValue)),
      ("body", bodies.map(\.text)), ("measure", measures.map(\.text)),
      ("instrument", instruments.map(\.term)),
      ("tag", tags.map(\.text)),
    ]) + (leastGrade.map { [("grade", .string($0.code))] } ?? [])
      + (first.map { [("from", .string($0.description))] } ?? [])
  }
}

/// Some values after a word, or nothing.
private func list(_ values: [String], after word: String) -> String? {
  values.isEmpty ? nil : "\(word) \(values.joined(separator: " or "))"
}

/// The lists that have anything, as members.
private func texts(
  _ lists: [(name: String, values: [String])]
) -> [(name: String, value: JSONValue)] {
  lists.filter { !$0.values.isEmpty }
    .map { ($0.name, .array($0.values.map(JSONValue.string))) }
}

/// What an answer was narrowed to, in words and for programs.
extension PostureChoice {
  /// What it leaves in, as it follows "only"; nil if it leaves out nothing.
  fileprivate var words: String? {
    let parts = [
      list(markets.map(\.englishName), after: "in"),
      list(countries.map(\.englishName), after: "companies of"),
      list(sectors, after: "the sector"),
      list(readings.map { "“\($0.phrase)”" }, after: "read as"),
      list(levels.map(\.term), after: "at the level"),
      list(bases.map(\.term), after: "on a word"),
      leastGrade.map { "on evidence of \($0.code) or better" },
      isStale ? "without a report for more than a year" : nil,
      isContested ? "contested" : nil,
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  fileprivate var members: [(name: String, value: JSONValue)] {
    var members = texts([
      ("market", markets.map(\.code)), ("country", countries.map(\.code)), ("sector", sectors),
      ("reading", readings.map(\.term)), ("level", levels.map(\.term)),
      ("basis", bases.map(\.term)),
    ])
    if let leastGrade { members.append(("grade", .string(leastGrade.code))) }
    if isStale { members.append(("stale", .bool(true))) }
    if isContested { members.append(("contested", .bool(true))) }
    return members
  }
}
