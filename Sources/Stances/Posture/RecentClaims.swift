/// The claims at other levels than `operating` that a defence may still have to stand beside.
///
/// A fold passes claims in order of their first day; those older than the window are forgotten, so
/// that memory does not grow with the length of a company's history.
struct RecentClaims {
  /// One claim that says something else than `operating`.
  struct Claim {
    let position: Int64
    let level: Level
    let earliest: Day
  }

  private var claims: [Claim] = []
  private var head = 0

  mutating func append(_ claim: Claim) {
    let cutoff = claim.earliest.adding(days: -PostureRules.daysBeforeDefence)
    while head < claims.count, claims[head].earliest < cutoff { head += 1 }
    if head > 64, head > claims.count / 2 {
      claims.removeFirst(head)
      head = 0
    }
    claims.append(claim)
  }

  /// The claims of the window before a day.
  func before(_ day: Day) -> [Claim] {
    let cutoff = day.adding(days: -PostureRules.daysBeforeDefence)
    return claims[head...].filter { $0.earliest >= cutoff }
  }
}
