/// A finding as bytes, for an index that can be thrown away: of one build of the program, and of its
/// rules; nothing else reads them.
extension PostureFinding {
  /// The finding's bytes: its fields in order.
  package var encoded: [UInt8] {
    var out = Packer()
    out.write(reading: reading)
    out.write(!contested.isEmpty)
    out.write(voice)
    out.write(conduct) { out, conduct in
      out.write(conduct.level)
      out.write(conduct.basis == .declared)
      out.write(Int(conduct.grade.number))
      out.write(conduct.since)
      out.write(conduct.events)
      out.write(conduct.sinceIsEffective)
      out.write(conduct.seized)
    }
    out.write(review)
    out.write(pledges) { $0.write($1) }
    out.write(cancelled)
    out.write(contested) { $0.write($1) }
    out.write(trimmed)
    for number in [gap, age, overdue, stale] { out.write(number) { $0.write($1) } }
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
    let glance = try FindingGlance(from: &source)
    let voice = try VoiceFinding(from: &source)
    var conduct: ConductFinding?
    if try source.flag() {
      conduct = ConductFinding(
        level: try source.level(), basis: try source.flag() ? .declared : .reported,
        grade: GradeRank(UInt8(truncatingIfNeeded: try source.number())),
        since: try source.range(), events: try source.positions(),
        sinceIsEffective: try source.flag(), seized: try source.flag())
    }
    let review = try ReviewFinding(from: &source)
    let pledges = try source.list(of: Pledge.init)
    let cancelled = try source.positions()
    let contested = try source.list(of: Contest.init)
    let trimmed = try source.positions()
    let (gap, age) = (try source.optionalNumber(), try source.optionalNumber())
    let (overdue, stale) = (try source.optionalNumber(), try source.optionalNumber())
    self.init(
      voice: voice, conduct: conduct, review: review, pledges: pledges, cancelled: cancelled,
      contested: contested, trimmed: trimmed, gap: gap,
      reading: glance.reading, age: age, overdue: overdue, stale: stale,
      newestClaim: try source.flag() ? try source.day() : nil,
      lastPublished: try source.flag() ? try source.position() : nil)
  }
}

/// What is counted of findings: the beginning of their bytes.
package struct FindingGlance {
  /// What the gap between word and deed reads as.
  package let reading: Reading
  /// Whether something contradicts the finding.
  package let isContested: Bool

  /// What the bytes of a finding begin with; nil if they are none.
  package init?(encoded bytes: UnsafeRawBufferPointer) {
    var source = Unpacker(bytes)
    guard let glance = try? FindingGlance(from: &source) else { return nil }
    self = glance
  }

  fileprivate init(from source: inout Unpacker) throws(Unpacker.UnpackingError) {
    reading = try source.place(in: Places.readings)
    isContested = try source.flag()
  }
}

extension VoiceFinding {
  init(from source: inout Unpacker) throws(Unpacker.UnpackingError) {
    kind = try source.place(in: Places.voices)
    level = try source.flag() ? try source.level() : nil
    events = try source.positions()
    since = try source.flag() ? try source.range() : nil
    due = try source.flag() ? try source.range() : nil
    dueEvent = try source.flag() ? try source.position() : nil
    conditionEvent = try source.flag() ? try source.position() : nil
    lines = try Lines(from: &source)
  }
}

extension ReviewFinding {
  init(from source: inout Unpacker) throws(Unpacker.UnpackingError) {
    state = try source.place(in: Places.reviews)
    since = try source.flag() ? try source.range() : nil
    events = try source.positions()
  }
}

extension PostureFinding.Pledge {
  init(from source: inout Unpacker) throws(Unpacker.UnpackingError) {
    position = try source.position()
    level = try source.level()
    due = try source.range()
    key = Move.DateKey(
      earliest: try source.day(), latest: try source.day(), published: try source.day())
    said = try source.flag() ? try source.level() : nil
  }
}

extension PostureFinding.Contest {
  init(from source: inout Unpacker) throws(Unpacker.UnpackingError) {
    position = try source.position()
    level = try source.flag() ? try source.level() : nil
    rule = try source.place(in: Places.rules)
    basis = try source.flag() ? .declared : .reported
    isPartialWithdrawal = try source.flag()
  }
}

extension Lines {
  init(from source: inout Unpacker) throws(Unpacker.UnpackingError) {
    self.init(isWhole: try source.flag(), numbers: try source.hashes())
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
  private mutating func write<Value: Equatable>(place value: Value, in values: [Value]) {
    write(values.firstIndex(of: value) ?? values.count)
  }

  /// Writes values, and how many there are.
  mutating func write<Value>(
    _ values: some Collection<Value>, _ body: (inout Packer, Value) -> Void
  ) {
    write(values.count)
    for value in values { body(&self, value) }
  }

  mutating func write(_ level: Level) { write(Int(level.rawValue)) }

  mutating func write(_ hashes: [UInt32]) { write(hashes) { $0.write(Int($1)) } }

  mutating func write(_ voice: VoiceFinding) {
    write(place: voice.kind, in: Places.voices)
    write(voice.level) { $0.write($1) }
    write(voice.events)
    write(voice.since) { $0.write($1) }
    write(voice.due) { $0.write($1) }
    write(voice.dueEvent) { $0.write($1) }
    write(voice.conditionEvent) { $0.write($1) }
    write(voice.lines)
  }

  mutating func write(_ review: ReviewFinding) {
    write(place: review.state, in: Places.reviews)
    write(review.since) { $0.write($1) }
    write(review.events)
  }

  mutating func write(_ pledge: PostureFinding.Pledge) {
    write(pledge.position)
    write(pledge.level)
    write(pledge.due)
    for day in [pledge.key.earliest, pledge.key.latest, pledge.key.published] { write(day) }
    write(pledge.said) { $0.write($1) }
  }

  mutating func write(_ contest: PostureFinding.Contest) {
    write(contest.position)
    write(contest.level) { $0.write($1) }
    write(place: contest.rule, in: Places.rules)
    write(contest.basis == .declared)
    write(contest.isPartialWithdrawal)
  }

  mutating func write(_ lines: Lines) {
    write(lines.isWhole)
    write(lines.numbers)
  }

  mutating func write(reading: Reading) { write(place: reading, in: Places.readings) }
}

extension Unpacker {
  mutating func level() throws(UnpackingError) -> Level {
    guard let level = Level(rawValue: Int8(truncatingIfNeeded: try number())) else {
      throw UnpackingError()
    }
    return level
  }

  mutating func hashes() throws(UnpackingError) -> [UInt32] {
    try list { source throws(UnpackingError) in
      UInt32(truncatingIfNeeded: try source.number())
    }
  }

  /// The next values, of which at least one byte each was written.
  mutating func list<Value>(
    of value: (inout Unpacker) throws(UnpackingError) -> Value
  ) throws(UnpackingError) -> [Value] {
    let count = try count()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try value(&self)) }
    return values
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
