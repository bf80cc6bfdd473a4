/// The unbroken run of winning claims about conduct at one level, as the fold builds it.
struct ClaimRun {
  /// One winning claim.
  struct Claim {
    let position: Int64
    let day: DayRange
    let grade: UInt8
    let isCredible: Bool
    let isDeclared: Bool
    let isDefence: Bool
    let isEffective: Bool
    let isSeizure: Bool
  }

  let level: Level
  private(set) var claims: [Claim] = []
  /// Whether a credible claim won: from then on no weak one does.
  private(set) var isCredible = false
  /// Whether a credible report by others won: from then on no defence does.
  private(set) var isCrediblyReported = false

  init(level: Level) {
    self.level = level
  }

  mutating func append(_ move: Move) {
    let credible = move.isCredible
    let declared = move.isDeclared
    claims.append(
      Claim(
        position: move.position, day: move.occurred,
        grade: move.grade, isCredible: credible, isDeclared: declared, isDefence: move.isDefence,
        isEffective: move.act == .due || move.act == .since, isSeizure: move.act == .seizure))
    isCredible = isCredible || credible
    isCrediblyReported = isCrediblyReported || (credible && !declared)
  }

  /// The claims that count: all, or those from the first credible one on.
  var counted: ArraySlice<Claim> {
    guard isCredible, let first = claims.firstIndex(where: \.isCredible) else { return claims[...] }
    return claims[first...]
  }
}
