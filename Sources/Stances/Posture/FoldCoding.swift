/// What a fold has come to as bytes, for an index that can be thrown away: of one build of the program,
/// and of today's rules; nothing else reads them.
extension PostureFold {
  /// The fold's bytes: a fold made from them takes in the moves of later days as this one would.
  ///
  /// What only another move of the same dates could ask for is left out, and so are denials that can
  /// contest nothing more.
  package var encoded: [UInt8] {
    guard pending.isEmpty else {
      var finished = self
      finished.finish()
      return finished.encoded
    }
    var out = Packer()
    out.write(voice)
    out.write(review)
    out.write(run) { $0.write($1) }
    out.write(contests) { $0.write($1) }
    out.write(beforeRun) { $0.write($1) }
    out.write(recent.inReach) { $0.write($1) }
    out.write(recent.lasting) { $0.write($1) }
    out.write(pledges) { $0.write($1) }
    out.write(cancelled)
    out.write(standingDenials) { $0.write($1) }
    out.write(lastPublished) { out, last in
      out.write(last.range)
      out.write(last.position)
    }
    out.write(isConditionOpen)
    out.write(claimCount)
    out.write(sameDayWords) { $0.write($1) }
    out.write(newestClaim) { $0.write($1) }
    out.write(newestCredible) { $0.write($1) }
    return out.bytes
  }

  /// The fold that bytes hold, by today's rules; nil if they hold none.
  package init?(encoded bytes: UnsafeRawBufferPointer) {
    self.init(by: .current)
    var source = Unpacker(bytes)
    guard (try? unpack(from: &source)) != nil, source.isAtEnd else { return nil }
  }

  private mutating func unpack(from source: inout Unpacker) throws(Unpacker.UnpackingError) {
    voice = try VoiceFinding(from: &source)
    review = try ReviewFinding(from: &source)
    run = try source.flag() ? try ClaimRun(from: &source) : nil
    contests = try source.list(of: PostureFinding.Contest.init)
    beforeRun = try source.list(of: RecentClaims.Claim.init)
    recent = RecentClaims(
      inReach: try source.list(of: RecentClaims.Claim.init),
      lasting: try source.list(of: RecentClaims.Claim.init))
    pledges = try source.list(of: PostureFinding.Pledge.init)
    cancelled = try source.positions()
    denials = try source.list(of: HeardDenial.init)
    lastPublished =
      try source.flag() ? (range: try source.range(), position: try source.position()) : nil
    isConditionOpen = try source.flag()
    claimCount = try source.number()
    keptSameDayWords = try source.list(of: PostureFinding.Contest.init)
    newestClaim = try source.flag() ? try source.day() : nil
    newestCredible = try source.flag() ? try source.day() : nil
  }
}

extension ClaimRun {
  init(from source: inout Unpacker) throws(Unpacker.UnpackingError) {
    self.init(level: try source.level())
    claims = try source.list(of: Claim.init)
    isCredible = try source.flag()
    isCrediblyReported = try source.flag()
    isCrediblyDeclared = try source.flag()
    wordAtReport =
      try source.flag() ? Word(level: try source.level(), lines: try Lines(from: &source)) : nil
    reportPublished = try source.flag() ? try source.day() : nil
    observedUntil = try source.flag() ? try source.day() : nil
    isAboutWhole = try source.flag()
    conflicts = try source.list(of: RecentClaims.Claim.init)
  }
}

extension ClaimRun.Claim {
  init(from source: inout Unpacker) throws(Unpacker.UnpackingError) {
    position = try source.position()
    day = try source.range()
    // No later move has its dates: on what day it was published is asked by none.
    key = Move.DateKey(earliest: day.earliest, latest: day.latest, published: .distantPast)
    grade = GradeRank(UInt8(truncatingIfNeeded: try source.number()))
    isCredible = try source.flag()
    isDeclared = try source.flag()
    isDefence = try source.flag()
    isEffective = try source.flag()
    isSeizure = try source.flag() ? try source.flag() : nil
    isSilentReduction = try source.flag()
    lines = try Lines(from: &source)
    number = try source.number()
  }
}

extension RecentClaims.Claim {
  init(from source: inout Unpacker) throws(Unpacker.UnpackingError) {
    position = try source.position()
    level = try source.level()
    earliest = try source.day()
    number = try source.number()
    until = try source.flag() ? try source.day() : nil
    isPartialWithdrawal = try source.flag()
    isReport = try source.flag()
    isCredible = try source.flag()
    sources = try source.hashes()
  }
}

extension PostureFold.HeardDenial {
  init(from source: inout Unpacker) throws(Unpacker.UnpackingError) {
    position = try source.position()
    day = try source.day()
    denies = try source.positions()
    isPartial = try source.flag()
    isOfOther = try source.flag()
  }
}

extension Packer {
  fileprivate mutating func write(_ run: ClaimRun) {
    write(run.level)
    write(run.claims) { $0.write($1) }
    for flag in [run.isCredible, run.isCrediblyReported, run.isCrediblyDeclared] { write(flag) }
    write(run.wordAtReport) { out, word in
      out.write(word.level)
      out.write(word.lines)
    }
    write(run.reportPublished) { $0.write($1) }
    write(run.observedUntil) { $0.write($1) }
    write(run.isAboutWhole)
    write(run.conflicts) { $0.write($1) }
  }

  fileprivate mutating func write(_ claim: ClaimRun.Claim) {
    write(claim.position)
    write(claim.day)
    write(Int(claim.grade.number))
    for flag in [claim.isCredible, claim.isDeclared, claim.isDefence, claim.isEffective] {
      write(flag)
    }
    write(claim.isSeizure) { $0.write($1) }
    write(claim.isSilentReduction)
    write(claim.lines)
    write(claim.number)
  }

  fileprivate mutating func write(_ claim: RecentClaims.Claim) {
    write(claim.position)
    write(claim.level)
    write(claim.earliest)
    write(claim.number)
    write(claim.until) { $0.write($1) }
    for flag in [claim.isPartialWithdrawal, claim.isReport, claim.isCredible] { write(flag) }
    write(claim.sources)
  }

  fileprivate mutating func write(_ denial: PostureFold.HeardDenial) {
    write(denial.position)
    write(denial.day)
    write(denial.denies)
    write(denial.isPartial)
    write(denial.isOfOther)
  }
}
