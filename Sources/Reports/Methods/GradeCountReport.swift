package import JSON
package import Projections
import Stances

/// How readers of other schemes would grade this record, and why.
package enum GradeCountReport {
  /// What each method counts, by which of its rows, and where methods disagree who has left.
  ///
  /// The spreadsheet has every posture with its grades.
  package static func document(_ answer: Answer<GradeCount>) -> Document {
    let count = answer.content
    guard !count.postures.isEmpty else {
      return Document(
        title: title, query: [answer.queryLine], blocks: [.nothingFound],
        proof: answer.proofLine, records: records(of: answer))
    }
    let summary = PostureSummary(of: count.postures.map(\.posture)).words
    let tables = count.methods.map { Document.Fact($0.name, RichText("SHA-256 \($0.sha256)")) }
    var blocks: [Document.Block] = [
      .paragraph(RichText(summary)), .paragraph(RichText(caution)), .table(overview(of: count)),
    ]
    for place in count.methods.indices { blocks += self.blocks(of: place, in: count) }
    blocks += disputed(in: count) + [.heading("The tables"), .facts(tables)]
    return Document(
      title: title, query: [answer.queryLine], blocks: blocks, proof: answer.proofLine,
      records: records(of: answer))
  }

  /// What each method counts, as a section of another report; nothing without a count.
  static func blocks(of count: GradeCount?) -> [Document.Block] {
    guard let count, !count.postures.isEmpty else { return [] }
    return [.heading("As others would count"), .paragraph(RichText(caution))]
      + count.methods.indices.flatMap { place in
        // The name of the method is in the sentence.
        [.paragraph(RichText(sentence(of: place, in: count)))]
          + blocks(of: place, in: count).dropFirst()
      }
  }

  /// The same for programs, as a member of another answer.
  static func members(of count: GradeCount?) -> [(name: String, value: JSONValue)] {
    guard let count else { return [] }
    return [("methods", .array(count.methods.indices.map { json(of: $0, in: count) }))]
  }

  /// How many have left by one method, in a sentence.
  private static func sentence(of place: Int, in count: GradeCount) -> String {
    let (method, grades) = (count.methods[place], count.grades(by: place))
    guard let left = grades.left else { return "\(method.says)" }
    return "By \(method.name), \(left) of \(grades.graded) have left (\(grades.leftShare)). "
      + method.says
  }

  private static let caution =
    "This is how readers of other schemes would grade what this record has, each by a table of "
    + "decisions. These are not the grades of any list."

  private static let title = "Count: how others would grade this record"

  /// Who has left by each method.
  private static func overview(of count: GradeCount) -> Table {
    Table(
      of: Array(count.methods.indices),
      [
        (.init("Method"), { .name(count.methods[$0].name) }),
        (.init("Have left", .trailing), { RichText(count.grades(by: $0).leftWords) }),
        (.init("Of graded", .trailing), { "\(count.grades(by: $0).graded)" }),
        (.init("Share", .trailing), { RichText(count.grades(by: $0).leftShare) }),
        (.init("What it grades"), { RichText(count.methods[$0].says) }),
      ])
  }

  /// One method: how many get each grade, by which rows, and in which parts.
  private static func blocks(of place: Int, in count: GradeCount) -> [Document.Block] {
    let method = count.methods[place]
    let grades = count.grades(by: place)
    let counts = Table(
      of: grades.counts,
      [
        (.init("Grade"), { .name($0.grade) }),
        (.init("Means"), { item in RichText(method.words(of: item.grade)) }),
        (.init("Count", .trailing), { "\($0.count)" }),
        (
          .init("Share", .trailing),
          { item in
            RichText(
              item.grade == GradingMethod.none ? "–" : share(item.count, of: grades.graded))
          }
        ),
        (
          .init("By the first row that fits"),
          { item in RichText(method.conditions(for: item.grade)) }
        ),
      ])
    return [.heading(method.name)] + (method.note.map { [.paragraph(RichText($0))] } ?? [])
      + [.table(counts)]
      + (count.split.map { [.table(parts(of: place, in: count, by: $0))] } ?? [])
  }

  private static func parts(
    of place: Int, in count: GradeCount, by split: GradeCount.Split
  ) -> Table {
    let parts = count.parts(by: place)
    let method = count.methods[place]
    let grades =
      method.grades.map(\.grade)
      + (parts.contains { $0.counts.contains { $0.grade == GradingMethod.none } }
        ? [GradingMethod.none] : [])
    var columns: [Table.ColumnOf<GradeCount.Grades>] = [
      (.init(split.term.asSentenceStart), { RichText(split.words(of: $0.part)) })
    ]
    for grade in grades {
      columns.append(
        (
          .init(grade, .trailing),
          { part in RichText("\(part.counts.first { $0.grade == grade }?.count ?? 0)") }
        ))
    }
    if !method.left.isEmpty {
      columns.append((.init("Have left", .trailing), { RichText($0.leftWords) }))
      columns.append((.init("Share", .trailing), { RichText($0.leftShare) }))
    }
    return Table(of: parts, columns)
  }

  /// The postures of which one method says that the company has left and another does not.
  private static func disputed(in count: GradeCount) -> [Document.Block] {
    let disputed = count.disputed
    guard !disputed.isEmpty else { return [] }
    var columns: [Table.ColumnOf<GradedPosture>] = [
      (.init("Company"), { .named($0.posture.longName, .company($0.posture.company)) }),
      (
        .init("Market"),
        { .named($0.posture.market.englishName, .posture($0.posture.company, $0.posture.market)) }
      ),
      (.init("Says"), { RichText($0.posture.says) }),
      (.init("Does"), { RichText($0.posture.does) }),
    ]
    for (place, method) in count.methods.enumerated() {
      columns.append((.init(method.name), { RichText($0.grades[place]) }))
    }
    return [
      .heading("Who has left by one method and not by another"),
      .table(Table(of: disputed, columns)),
    ]
  }

  // MARK: For programs

  /// Each method with its counts, and every posture with its grades, in the envelope.
  package static func json(_ answer: Answer<GradeCount>) -> JSONValue {
    let count = answer.content
    return answer.envelope([
      "methods": .array(count.methods.indices.map { json(of: $0, in: count) }),
      "postures": .array(count.postures.map { json(of: $0, by: count.methods) }),
    ])
  }

  private static func json(of place: Int, in count: GradeCount) -> JSONValue {
    let method = count.methods[place]
    var members: [(name: String, value: JSONValue)] = [
      ("method", .string(method.name)), ("sha256", .string(method.sha256)),
      ("says", .string(method.says)),
    ]
    members += self.members(of: count.grades(by: place))
    if let split = count.split {
      let parts = count.parts(by: place).map { JSONValue.object(partMembers(of: $0)) }
      members += [("by", JSONValue(split)), ("parts", .array(parts))]
    }
    return .object(members)
  }

  private static func partMembers(
    of grades: GradeCount.Grades
  ) -> [(name: String, value: JSONValue)] {
    [("part", JSONValue(grades.part))] + members(of: grades)
  }

  private static func members(
    of grades: GradeCount.Grades
  ) -> [(name: String, value: JSONValue)] {
    [
      ("graded", .integer(Int64(grades.graded))), ("left", JSONValue(grades.left)),
      (
        "grades",
        .array(
          grades.counts.map { ["grade": .string($0.grade), "count": .integer(Int64($0.count))] })
      ),
    ]
  }

  private static func json(
    of graded: GradedPosture, by methods: [GradingMethod]
  ) -> JSONValue {
    let posture = graded.posture
    var members: [(name: String, value: JSONValue)] = [
      ("company", JSONValue(posture.company)), ("name", .string(posture.name)),
      ("market", .string(posture.market.code)),
    ]
    if let group = posture.group { members.append(("group", JSONValue(group.company))) }
    let grades = zip(methods, graded.grades).map { (name: $0.name, value: JSONValue.string($1)) }
    members.append(("grades", .object(grades)))
    return .object(members)
  }

  private static func records(of answer: Answer<GradeCount>) -> Records {
    let count = answer.content
    var columns: [Records.Column<GradedPosture>] = [
      ("company", \.posture.company.text), ("name", \.posture.name),
      ("market", \.posture.market.code),
    ]
    if answer.choice.roll != nil { columns.append(("group", { $0.posture.group?.company.text })) }
    if let split = count.split, split != .market { columns.append((split.term, \.part)) }
    for (place, method) in count.methods.enumerated() {
      columns.append((method.name, { $0.grades[place] }))
    }
    return Records(of: count.postures, columns)
  }
}

/// A part of a whole in per cent, to a tenth.
private func share(_ count: Int, of whole: Int) -> String {
  guard whole > 0 else { return "–" }
  let tenths = (count * 1_000 + whole / 2) / whole
  return "\(tenths / 10).\(tenths % 10)\u{A0}%"
}

extension GradeCount.Grades {
  fileprivate var leftWords: String { left.map { "\($0)" } ?? "–" }

  fileprivate var leftShare: String { left.map { share($0, of: graded) } ?? "–" }
}

extension GradeCount.Split {
  /// A part as readers know it.
  fileprivate func words(of part: String?) -> String {
    guard let part else { return "not known" }
    return switch self {
    case .country, .market: (try? Market(code: part))?.englishName ?? part
    case .sector: part
    }
  }
}

extension GradingMethod {
  fileprivate func words(of grade: String) -> String {
    grades.first { $0.grade == grade }?.words ?? "not graded"
  }

  /// By which rows a grade is given, in their order.
  fileprivate func conditions(for grade: String) -> String {
    let rows = rows.enumerated().filter { $0.element.gives == grade }
    let words = rows.map { "\($0.offset + 1). \($0.element.conditionWords)" }
    return words.isEmpty ? "–" : words.joined(separator: "; ")
  }
}

extension GradingMethod.Row {
  /// What the row asks for, in words; a row that asks for nothing takes what is left.
  fileprivate var conditionWords: String {
    let parts = [
      list("does", does.map(\.term)), list("says", says.map(\.term)),
      list("the way out is", modes.map(\.term)), list("on a word", bases.map(\.term)),
      list("reads", readings.map(\.term)),
      isKnown.map { $0 ? "what it does is known" : "what it does is not known" },
    ].compactMap(\.self)
    return parts.isEmpty ? "anything else" : parts.joined(separator: " and ")
  }

  private func list(_ word: String, _ terms: [String]) -> String? {
    terms.isEmpty
      ? nil : "\(word) \(enumerated(terms.map { plainWords($0) }, conjunction: "or"))"
  }
}
