import EventLog
package import Stances

/// How grading methods would grade the postures of a record, and how many get which grade.
package struct GradeCount: Sendable {
  /// The methods, in the order asked for.
  package let methods: [GradingMethod]
  /// Every posture with the grade by each method, in the order of the query.
  package let postures: [GradedPosture]
  /// By what the counts are split; nil for not at all.
  package let split: Split?

  /// By what counts are split.
  package enum Split: String, Term {
    case country, sector, market
  }
}

/// A posture with the grades that methods give it.
package struct GradedPosture: Sendable {
  /// The posture.
  package let posture: Posture
  /// The grades, in the order of the methods.
  package let grades: [String]
  /// The numbers of the rows that gave them, from 0; nil where no row fits.
  package let rows: [Int?]
  /// The part of the split that it is in; nil if it has none, or nothing is split.
  package let part: String?
}

extension GradeCount {
  /// How many postures of one part, or of all, get each grade by a method.
  package struct Grades: Sendable {
    /// The part of the split; nil for all, and for those that have none.
    package let part: String?
    /// The grades, as the method orders them, with how many get each; those that no posture gets too.
    package let counts: [(grade: String, count: Int)]
    /// How many get any grade.
    package let graded: Int
    /// How many have left by the method; nil if it does not say who has.
    package let left: Int?
  }

  /// The counts of all by a method.
  package func grades(by place: Int) -> Grades { grades(by: place, of: postures, part: nil) }

  /// The counts of each part by a method, the largest part first; those without a part last.
  package func parts(by place: Int) -> [Grades] {
    guard split != nil else { return [] }
    return Dictionary(grouping: postures, by: \.part)
      .sorted {
        ($0.key == nil ? 1 : 0, $1.value.count, $0.key ?? "")
          < ($1.key == nil ? 1 : 0, $0.value.count, $1.key ?? "")
      }
      .map { grades(by: place, of: $0.value, part: $0.key) }
  }

  private func grades(by place: Int, of postures: [GradedPosture], part: String?) -> Grades {
    let method = methods[place]
    let found = Dictionary(grouping: postures) { $0.grades[place] }.mapValues(\.count)
    let names = method.grades.map(\.grade)
    let none = found[GradingMethod.none].map { [(GradingMethod.none, $0)] } ?? []
    let counts = names.map { ($0, found[$0] ?? 0) }
    return Grades(
      part: part, counts: counts + none, graded: counts.reduce(0) { $0 + $1.1 },
      left: method.left.isEmpty ? nil : method.left.reduce(0) { $0 + (found[$1] ?? 0) })
  }

  /// The postures of which one method says that the company has left and another does not.
  package var disputed: [GradedPosture] {
    postures.filter { graded in
      let left = zip(methods, graded.grades).filter { !$0.0.left.isEmpty }
        .map { $0.0.left.contains($0.1) }
      return Set(left).count > 1
    }
  }
}

extension LogView {
  /// Grades the view's postures by methods.
  ///
  /// - Throws: ``EventLogError``.
  package func gradeCount(
    by methods: [GradingMethod], split: GradeCount.Split?
  ) throws -> GradeCount {
    let postures = try self.postures()
    let asksForModes = methods.contains(where: \.asksForModes)
    let registrations = try split.map { _ in try self.registrations() }
    let graded = try postures.map { posture in
      let traits = GradingMethod.Graded(
        posture, mode: asksForModes ? try exitMode(of: posture) : nil)
      let rows = methods.map { $0.row(for: traits) }
      return GradedPosture(
        posture: posture,
        grades: zip(methods, rows).map { method, row in
          row.map { method.rows[$0].gives } ?? GradingMethod.none
        },
        rows: rows, part: split.flatMap { $0.part(of: posture, registrations) })
    }
    return GradeCount(methods: methods, postures: graded, split: split)
  }

  /// How a company left, by the last of the events that its posture names for it.
  private func exitMode(of posture: Posture) throws -> Exit.Mode? {
    guard let conduct = posture.conduct, conduct.level == .exited else { return nil }
    if conduct.seized { return .seized }
    let acting = try acting()
    for id in conduct.events.reversed() {
      guard let recorded = try log.event(id),
        let event = try log.content(of: recorded.position, acting: acting)
      else { continue }
      if case .exit(let exit) = event.content { return exit.mode }
    }
    return nil
  }
}

extension GradingMethod.Graded {
  fileprivate init(_ posture: Posture, mode: Exit.Mode?) {
    self.init(
      level: posture.conduct?.level, voice: posture.voice.kind, announced: posture.voice.level,
      mode: mode, basis: posture.conduct?.basis, reading: posture.reading)
  }
}

extension GradeCount.Split {
  /// The part that a posture is in, by its company.
  fileprivate func part(of posture: Posture, _ registrations: Registrations?) -> String? {
    let registration = registrations?.registration(of: posture.company)
    return switch self {
    case .market: posture.market.code
    case .country: registration?.country?.code
    case .sector: registration?.identity.sector
    }
  }
}
