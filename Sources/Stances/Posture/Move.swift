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
  package var position: Int64
  /// The position that holds the content: the event's own, or that of its correction.
  package var source: Int64
  /// What kind of move it is.
  package var act: Act
  /// The level said or claimed, where the event gives one.
  package var level: Level?
  /// Whether the company itself made it known.
  package var disclosed: Bool
  /// The rank of the best evidence (`AdmiraltyGrade.rank`).
  package var grade: UInt8
  /// The first and last day on which it can have happened; of a due or since move, the effective
  /// day's.
  package var occurred: DayRange
  /// The first and last day on which it can have been published.
  package var published: DayRange
  /// The first and last day of the due date of a pledge, or of a word whose day may be ahead.
  package var due: DayRange?
  /// The positions of the events that a denial names.
  package var denies: [Int64]

  /// A move told by its parts; see the properties of the same names.
  package init(
    position: Int64, source: Int64, act: Act, level: Level?, disclosed: Bool, grade: UInt8,
    occurred: DayRange, published: DayRange, due: DayRange? = nil, denies: [Int64] = []
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
  }

  /// Whether its best evidence is reliability A–C and credibility 1–2.
  package var isCredible: Bool { grade < AdmiraltyGrade.credibleRanks }

  /// The level of the claim it makes about conduct; nil where it makes none.
  ///
  /// An announced exit makes `exiting`: only an exit, or a report of one, makes `exited`.
  package var claimedLevel: Level? {
    switch act {
    case .announcement, .due, .since: level == .exited ? .exiting : level
    case .silentReduction, .continuedBusiness: level
    case .resumption: .operating
    case .exit, .seizure: .exited
    case .pledge, .word, .denial, .declinedComment, .reviewOpened, .reviewConcluded: nil
    }
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
    move.source <= at && move.occurred.reached(by: to, fuzzy) && couldKnow(move.published)
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
    of event: Event, position: Int64, source: Int64, positionOf: (EventID) -> Int64?
  ) -> [Move] {
    guard let occurred = event.occurred, let published = event.published else { return [] }
    func move(
      _ act: Act, level: Level? = nil, disclosed: Bool = false, on date: FuzzyDate? = nil,
      due: FuzzyDate? = nil, denies: [Int64] = []
    ) -> Move {
      let day = date ?? occurred
      return Move(
        position: position, source: source, act: act, level: level, disclosed: disclosed,
        grade: event.evidence.bestGrade.rank, occurred: DayRange(of: day),
        published: DayRange(of: published), due: due.map(DayRange.init(of:)), denies: denies)
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
      guard denial.body == nil else { return [] }
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
      return [move(.resumption, disclosed: resumption.disclosed)]
    case .exit(let exit):
      return [move(exit.mode == .seized ? .seizure : .exit, disclosed: exit.disclosed)]
    case .governmentStatement, .governmentMeasure, .pressure, .tradeStatistic, .companyRegistered,
      .bodyRegistered, .logKey, .correction, .retraction:
      return []
    }
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
