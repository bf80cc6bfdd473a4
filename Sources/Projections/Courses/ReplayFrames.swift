package import Stances

/// One company's posture in one market on every day, as known by every day.
///
/// Knowledge changes on few days, and then changes a few stretches of the course: each frame holds
/// these alone. On all days ``posture(on:knownBy:)`` is what `stance replay --to --known-by`
/// answers.
package struct ReplayFrames: Hashable, Sendable {
  /// The company whose posture it is.
  package let company: CompanyID
  /// The market that the posture is about.
  package let market: Market
  /// What changed on each day on which something became known, in order of these days.
  package let frames: [Frame]

  /// What became known on one day, as a change of the course that was known before.
  package struct Frame: Hashable, Sendable {
    /// The day from which it could be known.
    package let knownBy: Day
    /// How many of the first stretches of the course before stay.
    package let leading: Int
    /// The stretches that follow them, in place of what was there.
    package let stretches: [PostureCourse.Stretch]
    /// How many of the last stretches of the course before stay, behind these.
    package let trailing: Int
  }

  /// The stretches of the course as known by a day; nil is all that is known.
  package func stretches(knownBy day: Day?) -> [PostureCourse.Stretch] {
    var known: [PostureCourse.Stretch] = []
    for frame in frames {
      if let day, day < frame.knownBy { break }
      known = frame.applied(to: known)
    }
    return known
  }

  /// The course by all that is known; nil where then nothing counts any more.
  func course(upTo last: Day) -> PostureCourse? {
    let known = stretches(knownBy: nil)
    guard let name = known.last?.posture.name else { return nil }
    return PostureCourse(
      company: company, name: name, market: market,
      span: DayRange(earliest: .distantPast, latest: last), stretches: known)
  }

  /// The posture on a day, as known by another; nil where nothing counted.
  package func posture(on day: Day, knownBy: Day?) -> Posture? {
    stretches(knownBy: knownBy).stretch(on: day)?.posture(on: day)
  }
}

extension ReplayFrames.Frame {
  /// The change of a course from some place on; nil where there is none.
  init?(
    knownBy: Day, replacing old: ArraySlice<PostureCourse.Stretch>,
    by new: [PostureCourse.Stretch]
  ) {
    let most = min(old.count, new.count)
    var (leading, trailing) = (0, 0)
    while leading < most, old[old.startIndex + leading] == new[leading] { leading += 1 }
    guard leading < old.count || leading < new.count else { return nil }
    while leading + trailing < most,
      old[old.endIndex - 1 - trailing] == new[new.count - 1 - trailing]
    {
      trailing += 1
    }
    self.init(
      knownBy: knownBy, leading: old.startIndex + leading,
      stretches: Array(new[leading..<new.count - trailing]), trailing: trailing)
  }

  fileprivate func applied(to old: [PostureCourse.Stretch]) -> [PostureCourse.Stretch] {
    old.prefix(leading) + stretches + old.suffix(trailing)
  }
}
