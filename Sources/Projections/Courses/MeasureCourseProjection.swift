package import Stances

extension LogView {
  /// The life of every measure, by jurisdiction, then key, up to the day of the clocks.
  package func measureCourses(from first: Day = .distantPast) throws -> [MeasureCourse] {
    try known([.measureSteps]).measureCourses(from: first)
  }
}

extension KnownEvents {
  /// The life of every measure up to the day of the query.
  func measureCourses(from first: Day = .distantPast) -> [MeasureCourse] {
    let steps = Dictionary(
      grouping: events.compactMap(MeasureStep.init), by: \.measure.measure)
    let lives = steps.mapValues { LifeCourse($0, from: first, clocks: clocks) }
    var users: [MeasureKey: [LifeCourse]] = [:]
    for (key, course) in lives {
      for power in course.powers where power != key { users[power, default: []].append(course) }
    }
    return
      lives
      .compactMap { key, course in
        MeasureCourse(
          key, course, users: users[key] ?? [], from: first, clocks: clocks,
          registrations: registrations)
      }
      .sorted { left, right in
        guard let left = left.stretches.last, let right = right.stretches.last else {
          return false
        }
        return Measure.precedes(left.measure, right.measure)
      }
  }
}

/// The life of one measure on each day on which it can change.
private struct LifeCourse {
  private(set) var stretches: [(from: Day, life: MeasureLife)] = []

  init(_ steps: [MeasureStep], from first: Day, clocks: Clocks) {
    for day in Self.days(of: steps, from: first, clocks: clocks) {
      var now = clocks
      now.to = day
      if let life = MeasureLife(steps, on: now) { stretches.append((day, life)) }
    }
  }

  /// The first day, and every later one on which a step counts or what a step named has ended.
  private static func days(of steps: [MeasureStep], from first: Day, clocks: Clocks) -> [Day] {
    var days: Set<Day> = [first]
    for step in steps {
      days.insert(clocks.fuzzy.day(reaching: step.occurred))
      days.insert(clocks.fuzzy.day(reaching: step.day))
      if let until = step.measure.until { days.insert(until.latest.adding(days: 1)) }
    }
    return days.filter { first <= $0 && $0 <= clocks.to }.sorted()
  }

  /// The powers under which it is ever issued.
  var powers: Set<MeasureKey> { Set(stretches.compactMap(\.life.under)) }

  func life(on day: Day) -> MeasureLife? { stretches.last { $0.from <= day }?.life }

  /// Whether it is on a day a use of a power.
  func isUse(of power: MeasureKey, on day: Day) -> Bool {
    life(on: day).map { $0.wasAdopted && $0.under == power } ?? false
  }
}

extension MeasureCourse {
  /// Nil for a measure that never begins.
  fileprivate init?(
    _ key: MeasureKey, _ course: LifeCourse, users: [LifeCourse], from first: Day,
    clocks: Clocks, registrations: Registrations
  ) {
    let days = Set((users + [course]).flatMap { $0.stretches.map(\.from) }).sorted()
    var stretches: [Stretch] = []
    for day in days {
      guard let life = course.life(on: day) else { continue }
      let uses = users.count { $0.isUse(of: key, on: day) }
      let measure = Measure(key, life, uses: uses, registrations: registrations)
      if stretches.last?.measure != measure {
        stretches.append(Stretch(from: day, measure: measure))
      }
    }
    guard !stretches.isEmpty else { return nil }
    self.init(
      measure: key, span: DayRange(earliest: first, latest: clocks.to), stretches: stretches)
  }
}
