/// A finding as bytes, for an index that can be thrown away: of one build of the program, and of its
/// rules; nothing else reads them.
extension PostureFinding {
  /// The finding's bytes: its fields in order.
  package var encoded: [UInt8] {
    var out = Packer()
    out.write(voice)
    out.write(conduct) { out, conduct in
      out.write(Int(conduct.level.rawValue))
      out.write(conduct.basis == .declared)
      out.write(Int(conduct.grade.number))
      out.write(conduct.since)
      out.write(conduct.events)
      out.write(conduct.sinceIsEffective)
      out.write(conduct.seized)
    }
    out.write(place: review.state, in: Places.reviews)
    out.write(review.since) { $0.write($1) }
    out.write(review.events)
    out.write(pledges.count)
    for pledge in pledges {
      out.write(pledge.position)
      out.write(Int(pledge.level.rawValue))
      out.write(pledge.due)
      for day in [pledge.key.earliest, pledge.key.latest, pledge.key.published] { out.write(day) }
      out.write(pledge.said) { $0.write(Int($1.rawValue)) }
    }
    out.write(cancelled)
    out.write(contested.count)
    for contest in contested {
      out.write(contest.position)
      out.write(contest.level) { $0.write(Int($1.rawValue)) }
      out.write(place: contest.rule, in: Places.rules)
      out.write(contest.basis == .declared)
      out.write(contest.isPartialWithdrawal)
    }
    out.write(trimmed)
    for number in [gap, age, overdue, stale] { out.write(number) { $0.write($1) } }
    out.write(place: reading, in: Places.readings)
    out.write(newestClaim) { $0.write($1) }
    out.write(lastPublished) { $0.write($1) }
    return out.bytes
  }

  /// The finding that bytes hold; nil if they hold none.
  package init?(encoded bytes: UnsafeRawBufferPointer) {
    var source = Unpacker(bytes)
    guard let finding = try? PostureFinding(from: &source), source.isAtEnd else { return nil }
    self = finding
  }

  private init(from source: inout Unpacker) throws(Unpacker.UnpackingError) {
    let voice = try VoiceFinding(from: &source)
    var conduct: ConductFinding?
    if try source.flag() {
      conduct = ConductFinding(
        level: try source.level(), basis: try source.flag() ? .declared : .reported,
        grade: GradeRank(UInt8(truncatingIfNeeded: try source.number())),
        since: try source.range(), events: try source.positions(),
        sinceIsEffective: try source.flag(), seized: try source.flag())
    }
    let review = ReviewFinding(
      state: try source.place(in: Places.reviews),
      since: try source.flag() ? try source.range() : nil, events: try source.positions())
    var pledges: [Pledge] = []
    for _ in 0..<(try source.count()) {
      pledges.append(
        Pledge(
          position: try source.position(), level: try source.level(), due: try source.range(),
          key: Move.DateKey(
            earliest: try source.day(), latest: try source.day(), published: try source.day()),
          said: try source.flag() ? try source.level() : nil))
    }
    let cancelled = try source.positions()
    var contested: [Contest] = []
    for _ in 0..<(try source.count()) {
      contested.append(
        Contest(
          position: try source.position(), level: try source.flag() ? try source.level() : nil,
          rule: try source.place(in: Places.rules),
          basis: try source.flag() ? .declared : .reported,
          isPartialWithdrawal: try source.flag()))
    }
    let trimmed = try source.positions()
    let (gap, age) = (try source.optionalNumber(), try source.optionalNumber())
    let (overdue, stale) = (try source.optionalNumber(), try source.optionalNumber())
    self.init(
      voice: voice, conduct: conduct, review: review, pledges: pledges, cancelled: cancelled,
      contested: contested, trimmed: trimmed, gap: gap,
      reading: try source.place(in: Places.readings), age: age, overdue: overdue, stale: stale,
      newestClaim: try source.flag() ? try source.day() : nil,
      lastPublished: try source.flag() ? try source.position() : nil)
  }
}

extension VoiceFinding {
  fileprivate init(from source: inout Unpacker) throws(Unpacker.UnpackingError) {
    kind = try source.place(in: Places.voices)
    level = try source.flag() ? try source.level() : nil
    events = try source.positions()
    since = try source.flag() ? try source.range() : nil
    due = try source.flag() ? try source.range() : nil
    dueEvent = try source.flag() ? try source.position() : nil
    conditionEvent = try source.flag() ? try source.position() : nil
    let isWhole = try source.flag()
    var numbers: [UInt32] = []
    for _ in 0..<(try source.count()) {
      numbers.append(UInt32(truncatingIfNeeded: try source.number()))
    }
    lines = Lines(isWhole: isWhole, numbers: numbers)
  }
}

/// The cases whose places stand for them.
private enum Places {
  static let voices = VoiceKind.allCases
  static let reviews = ReviewFinding.State.allCases
  static let rules = OverrulingRule.allCases
  static let readings = Reading.allCases
}

extension Packer {
  fileprivate mutating func write<Value: Equatable>(place value: Value, in values: [Value]) {
    write(values.firstIndex(of: value) ?? values.count)
  }

  fileprivate mutating func write(_ voice: VoiceFinding) {
    write(place: voice.kind, in: Places.voices)
    write(voice.level) { $0.write(Int($1.rawValue)) }
    write(voice.events)
    write(voice.since) { $0.write($1) }
    write(voice.due) { $0.write($1) }
    write(voice.dueEvent) { $0.write($1) }
    write(voice.conditionEvent) { $0.write($1) }
    write(voice.lines.isWhole)
    write(voice.lines.numbers.count)
    for number in voice.lines.numbers { write(Int(number)) }
  }
}

extension Unpacker {
  fileprivate mutating func level() throws(UnpackingError) -> Level {
    guard let level = Level(rawValue: Int8(truncatingIfNeeded: try number())) else {
      throw UnpackingError()
    }
    return level
  }

  fileprivate mutating func place<Value>(in values: [Value]) throws(UnpackingError) -> Value {
    let place = try number()
    guard values.indices.contains(place) else { throw UnpackingError() }
    return values[place]
  }
}

extension PostureFinding {
  /// A finding that holds from a day on, as it is on a later day of its spell: its ages have grown.
  package func grown(from first: Day, to day: Day) -> PostureFinding {
    var finding = self
    let grow = { (age: Int?) in age.flatMap { first.adding(days: -$0).days(until: day) } }
    (finding.age, finding.overdue, finding.stale) = (grow(age), grow(overdue), grow(stale))
    return finding
  }
}
