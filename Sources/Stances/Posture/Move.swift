/// One thing that a company said or did in one market, as the few numbers that the rules need.
///
/// An event is one move for each of its markets; an announcement whose `effective` day is not the
/// day it was made is two: the word on its own day and the deed on the effective day.
package struct Move: Hashable, Sendable {
  /// What kind of move it is.
  package enum Act: UInt8, CaseIterable, Sendable {
    /// An announcement that is word and claim at once.
    case announcement = 1
    /// An announcement of something for a later day: a word, and a promise until `due`.
    case pledge = 2
    /// The later day of a pledge: a claim, unless a later word cancelled it.
    case due = 3
    /// An announcement of something since a day that is, or may be, earlier: the word alone.
    case word = 4
    /// The earlier day of such an announcement: the claim alone.
    case since = 5
    case denial = 6
    case declinedComment = 7
    case reviewOpened = 8
    case reviewConcluded = 9
    case silentReduction = 10
    case continuedBusiness = 11
    case resumption = 12
    case exit = 13
    /// An exit by seizure, which is no act of the company's own.
    case seizure = 14
  }

  /// The position of the event.
  package var position: Position
  /// The position that holds the content: the event's own, or that of its correction.
  package var source: Position
  /// What kind of move it is.
  package var act: Act
  /// The level said or claimed, where the event gives one.
  package var level: Level?
  /// Whether the company itself made it known.
  package var disclosed: Bool
  /// The rank of the best evidence (`AdmiraltyGrade.rank`).
  package var grade: GradeRank
  /// The first and last day on which it can have happened; of a due or since move, the effective
  /// day's.
  package var occurred: DayRange
  /// The first and last day on which it can have been published.
  package var published: DayRange
  /// The first and last day of the due date of a pledge, or of a word whose day may be ahead.
  package var due: DayRange?
  /// The positions of the events that a denial names.
  package var denies: [Position]
  /// What narrows it.
  package var traits: Traits
  /// Whose word it rests on: a number for each publisher, or for the origin where one is given.
  package var sources: [UInt32]
  /// What it is about: a number for each line; none for the whole business.
  package var lines: [UInt32]

  /// What narrows what a move says or claims.
  package struct Traits: OptionSet, Hashable, Sendable {
    /// One bit for each trait.
    package let rawValue: UInt8

    /// The set of these bits.
    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// It is about some lines, not the whole business.
    package static let partial = Self(rawValue: 1 << 0)
    /// It was so over an interval, on each of its days.
    package static let period = Self(rawValue: 1 << 1)
    /// It depends on a condition.
    package static let conditional = Self(rawValue: 1 << 2)
    /// It is business under an exception.
    package static let exception = Self(rawValue: 1 << 3)
    /// It is the end of business: last deliveries.
    package static let windDown = Self(rawValue: 1 << 4)
    /// A denial of something other than a report.
    package static let otherDenial = Self(rawValue: 1 << 5)
    /// A denial by a body.
    package static let byBody = Self(rawValue: 1 << 6)
    /// A denial by a body for its members, which concerns a company only by the events it names.
    package static let forMembers = Self(rawValue: 1 << 7)
  }

  /// A move told by its parts; see the properties of the same names.
  package init(
    position: Position, source: Position, act: Act, level: Level?, disclosed: Bool,
    grade: GradeRank,
    occurred: DayRange, published: DayRange, due: DayRange? = nil, denies: [Position] = [],
    traits: Traits = [], sources: [UInt32] = [], lines: [UInt32] = []
  ) {
    self.position = position
    self.source = source
    self.act = act
    self.level = level
    self.disclosed = disclosed
    self.grade = grade
    self.occurred = occurred
    self.published = published
    self.due = due
    self.denies = denies
    self.traits = traits
    self.sources = sources
    self.lines = lines
  }

  /// Whether its best evidence is reliability A–C and credibility 1–2.
  package var isCredible: Bool { grade.isCredible }

  /// The level of the claim it makes about conduct; nil where it makes none.
  ///
  /// An announced exit makes `exiting`: only an exit, or a report of one, makes `exited`. A claim
  /// about some lines is at most `reducing`, if the rules say so.
  func claimedLevel(by rules: RuleSet) -> Level? {
    let level: Level? =
      switch act {
      case .announcement, .due, .since: level == .exited ? .exiting : level
      case .silentReduction, .continuedBusiness: level
      case .resumption: .operating
      case .exit, .seizure: .exited
      case .pledge, .word, .denial, .declinedComment, .reviewOpened, .reviewConcluded: nil
      }
    return capped(level, by: rules)
  }

  /// The level that it announces; nil where it announces none.
  func announcedLevel(by rules: RuleSet) -> Level? {
    let level: Level? =
      switch act {
      case .announcement, .due, .since, .pledge, .word:
        rules.hasOneWordForExit && level == .exiting ? .exited : level
      case .exit, .seizure: .exited
      case .resumption, .denial, .declinedComment, .reviewOpened, .reviewConcluded,
        .silentReduction, .continuedBusiness:
        nil
      }
    return capped(level, by: rules)
  }

  func capped(_ level: Level?, by rules: RuleSet) -> Level? {
    guard isPartial, rules.distinguishesPartOfBusiness else { return level }
    return level.map { min($0, .reducing) }
  }

  /// Whether it is about some lines, not the whole business.
  var isPartial: Bool { traits.contains(.partial) }

  /// Whether it was so on each day of an interval.
  var isPeriod: Bool { traits.contains(.period) }

  /// The last day on which it can have been so: nothing happened after it was reported.
  package var lastDay: Day {
    switch act {
    case .due, .since: occurred.latest
    default: min(occurred.latest, max(published.latest, occurred.earliest))
    }
  }

  /// The day on which it counts, by the rules, at the latest.
  func certainDay(by rules: RuleSet) -> Day {
    rules.waitsForDoubtAlone ? min(occurred.certain, lastDay) : occurred.latest
  }

  /// Whether the claim is the company's own, not a report by others.
  package var isDeclared: Bool {
    switch act {
    case .announcement, .due, .since: true
    case .resumption, .exit, .seizure: disclosed
    case .pledge, .word, .denial, .declinedComment, .reviewOpened, .reviewConcluded,
      .silentReduction, .continuedBusiness:
      false
    }
  }

  /// Whether it is an announcement that names no day ahead.
  var isBareWord: Bool { due == nil && (act == .announcement || act == .word) }

  /// Whether the claim is an announcement of the company's own.
  var isAnnouncement: Bool { act == .announcement || act == .due || act == .since }

  /// Whether the claim is a defence: the company's word that it carries on.
  package var isDefence: Bool {
    switch act {
    case .announcement, .due, .since: level == .operating
    case .pledge, .word, .denial, .declinedComment, .reviewOpened, .reviewConcluded,
      .silentReduction, .continuedBusiness, .resumption, .exit, .seizure:
      false
    }
  }
}

extension Clocks {
  /// Whether a move counts on all three clocks.
  package func includes(_ move: Move) -> Bool {
    move.source <= at && reach.day(reaching: move) <= to && couldKnow(move.published)
  }
}

extension DateReach {
  /// The day on which a move is reached on the valid clock.
  package func day(reaching move: Move) -> Day {
    switch fuzzy {
    case .lenient: move.occurred.earliest
    case .strict: move.certainDay(by: rules)
    }
  }
}

extension Move {
  /// The moves that an event makes in each of its markets: none, one, or two for an announcement
  /// whose effective day differs from the day it was made.
  ///
  /// - Parameters:
  ///   - event: a company's event; any other makes no move.
  ///   - position: the position of the event that is told, or whose content a correction replaces.
  ///   - source: the position that holds this content.
  ///   - positionOf: where an event named by a denial is recorded.
  /// - Returns: moves whose order does not matter; the same for each of the event's markets.
  package static func moves(
    of event: Event, position: Position, source: Position, positionOf: (EventID) -> Position?
  ) -> [Move] {
    guard let occurred = event.occurred, let published = event.published else { return [] }
    func move(
      _ act: Act, level: Level? = nil, disclosed: Bool = false, on date: FuzzyDate? = nil,
      due: FuzzyDate? = nil, denies: [Position] = []
    ) -> Move {
      let day = date ?? occurred
      return Move(
        position: position, source: source, act: act, level: level, disclosed: disclosed,
        grade: event.evidence.bestGrade.rank, occurred: DayRange(of: day),
        published: DayRange(of: published), due: due.map(DayRange.init(of:)), denies: denies,
        traits: traits(of: event.content).union(day.isInterval ? .period : []),
        sources: event.evidence.sourceNumbers, lines: event.content.lines.numbers)
    }
    switch event.content {
    case .publicAnnouncement(let announcement):
      let level = announcement.level
      guard level != nil, let effective = announcement.effective, effective != occurred else {
        return [move(.announcement, level: level)]
      }
      // Announced on 7 April for "April": a word on a claim since 1 April, due by 30 April.
      let due = effective.reachesBeyond(occurred) ? effective : nil
      return (effective.earliest, effective.latest) > (occurred.earliest, occurred.latest)
        ? [move(.pledge, level: level, due: due), move(.due, level: level, on: effective)]
        : [move(.word, level: level, due: due), move(.since, level: level, on: effective)]
    case .denial(let denial):
      return [move(.denial, denies: denial.denies.compactMap(positionOf))]
    case .declinedComment:
      return [move(.declinedComment)]
    case .complianceReview(let review):
      return [move(review.phase == .opened ? .reviewOpened : .reviewConcluded)]
    case .silentReduction(let reduction):
      return [move(.silentReduction, level: reduction.level)]
    case .continuedBusiness(let business):
      return [move(.continuedBusiness, level: business.level)]
    case .resumption(let resumption):
      // On another's word it is not the company's own.
      let own = resumption.disclosed && resumption.claimant == nil
      return [move(.resumption, disclosed: own)]
    case .exit(let exit):
      let own = exit.disclosed && exit.claimant == nil
      return [move(exit.mode == .seized ? .seizure : .exit, disclosed: own)]
    case .governmentStatement, .governmentMeasure, .pressure, .tradeStatistic, .companyRegistered,
      .bodyRegistered, .logRegistered, .capture, .logKey, .correction, .retraction:
      return []
    }
  }
}

extension Move {
  /// What narrows all moves of an event but for its dates.
  private static func traits(of content: EventContent) -> Traits {
    let about: Traits = content.lines.isEmpty ? [] : .partial
    switch content {
    case .publicAnnouncement(let announcement):
      return about.union(announcement.condition == nil ? [] : .conditional)
    case .continuedBusiness(let business):
      return about.union(business.until == nil ? [] : .exception)
        .union(business.windDown ? .windDown : [])
    case .resumption(let resumption):
      return about.union(resumption.until == nil ? [] : .exception)
    case .denial(let denial):
      return about.union(denial.subject == .report ? [] : .otherDenial)
        .union(denial.body == nil ? [] : .byBody)
        .union(denial.company == nil ? .forMembers : [])
    case .silentReduction, .exit, .declinedComment, .complianceReview, .governmentStatement,
      .governmentMeasure, .pressure, .tradeStatistic, .companyRegistered, .bodyRegistered,
      .logRegistered, .capture, .logKey, .correction, .retraction:
      return about
    }
  }
}

extension [Evidence] {
  /// A number for each publisher, or for the origin of its report.
  fileprivate var sourceNumbers: [UInt32] { map { $0.origin ?? $0.publisher }.numbers }
}

extension [String] {
  /// A number for each name, compared without case.
  ///
  /// FNV-1a of 32 bits, since these numbers are kept in the log's tables and must never change: if
  /// two publishers had one number, a conflict would not be marked; if two lines had, they would be
  /// compared.
  fileprivate var numbers: [UInt32] {
    var numbers: [UInt32] = []
    for name in self {
      var hash: UInt32 = 0x811c_9dc5
      for byte in name.lowercased().utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
      if !numbers.contains(hash) { numbers.append(hash) }
    }
    return numbers
  }
}

/// One company in one market: what a posture is about.
package struct CompanyMarket: Hashable, Comparable, Sendable {
  /// The company.
  package let company: CompanyID
  /// The market.
  package let market: Market

  /// A company in a market.
  package init(_ company: CompanyID, _ market: Market) {
    self.company = company
    self.market = market
  }

  /// By company, then market.
  package static func < (left: Self, right: Self) -> Bool {
    (left.company, left.market) < (right.company, right.market)
  }
}
