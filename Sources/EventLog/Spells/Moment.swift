package import Stances

/// The place of an event's content in the order of time: first day, last day, first day of
/// publication, position.
///
/// A correction gives its event another content, and so another moment; which of them counts is up
/// to the query.
package struct Moment: Hashable, Comparable, Sendable {
  /// The first and the last day on which it can have happened, and the first on which it can have
  /// been published.
  let earliest, latest, published: Int64
  /// The position of the event.
  package let position: Position
  /// The position of the event or correction that has this content.
  package let source: Position

  /// The moment of a content; nil if it does not say when it happened.
  package init?(of content: Event, position: Position, source: Position) {
    guard let occurred = content.occurred else { return nil }
    self.init(
      earliest: occurred.earliest.column, latest: occurred.latest.column,
      published: (content.published?.earliest ?? .distantPast).column, position: position,
      source: source)
  }

  init(earliest: Int64, latest: Int64, published: Int64, position: Position, source: Position) {
    self.earliest = earliest
    self.latest = latest
    self.published = published
    self.position = position
    self.source = source
  }

  /// The start of the day after that of a query: no moment from there on counts in it.
  package static func end(of clocks: Clocks) -> Moment {
    Moment(
      earliest: clocks.to.column + 1, latest: .min, published: .min, position: .beforeFirst,
      source: .beforeFirst)
  }

  /// Whether its content can count in a query: no way of reading fuzzy dates counts one earlier.
  package func canCount(on clocks: Clocks) -> Bool {
    max(position, source) <= clocks.at && earliest <= clocks.to.column
      && clocks.knownBy.map { published <= $0.column } ?? true
  }

  /// The numbers that it is ordered by, and that the columns of its row hold.
  var columns: [Int64] { [earliest, latest, published, position.number, source.number] }

  package static func < (left: Self, right: Self) -> Bool {
    (left.earliest, left.latest, left.published, left.position, left.source)
      < (right.earliest, right.latest, right.published, right.position, right.source)
  }

  /// Before every other.
  static let first = Moment(
    earliest: .min, latest: 0, published: 0, position: .beforeFirst, source: .beforeFirst)
  /// After every other.
  static let last = Moment(
    earliest: .max, latest: 0, published: 0, position: .beforeFirst, source: .beforeFirst)
}

/// A list of contents in the order of time.
package struct MomentList: Hashable, Comparable, Sendable {
  /// The name in the column of its rows.
  let name: String

  /// Everything that happened.
  package static let everything = MomentList(name: "")
  /// What addresses all companies.
  package static let addressingAll = MomentList(name: "all")
  /// What addresses the companies of a sector; composed, since texts that only Unicode tells apart
  /// are the same sector.
  package static func addressing(sector: String) -> MomentList {
    MomentList(name: "sector \(composed(sector))")
  }
  /// What addresses the companies of a country.
  package static func addressing(country: Market) -> MomentList {
    MomentList(name: "country \(country.code)")
  }

  /// The lists of statements and pressure that address companies without naming them.
  static func lists(of content: EventContent) -> [MomentList] {
    switch content {
    case .governmentStatement, .pressure:
      let addressees = content.addressees
      return (addressees.all ? [addressingAll] : [])
        + Set(addressees.sectors).map(addressing(sector:))
        + Set(addressees.countries).map(addressing(country:))
    default: return []
    }
  }

  // By bytes, as the column is ordered.
  package static func < (left: Self, right: Self) -> Bool {
    left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
  }
}

/// A moment in one of the lists.
package struct ListedMoment: Hashable, Comparable, Sendable {
  let list: MomentList
  let moment: Moment

  package static func < (left: Self, right: Self) -> Bool {
    left.list == right.list ? left.moment < right.moment : left.list < right.list
  }

  /// Before every other.
  static let first = ListedMoment(list: .everything, moment: .first)
  /// After every other: no name of a list begins so.
  static let last = ListedMoment(list: MomentList(name: "~"), moment: .last)

  init(list: MomentList, moment: Moment) {
    self.list = list
    self.moment = moment
  }

  /// A moment from six columns of a row.
  init(_ row: RawStatement) {
    list = MomentList(name: row.text(0))
    moment = Moment(
      earliest: row.integer(1), latest: row.integer(2), published: row.integer(3),
      position: row.position(4), source: row.position(5))
  }

  /// Sets six parameters of a statement.
  func bind(to statement: RawStatement) {
    statement.bind(list.name, at: 1)
    for (index, column) in moment.columns.enumerated() {
      statement.bind(column, at: CInt(index + 2))
    }
  }
}

extension EventType {
  /// Whether its events report what happened at some time.
  package var hasMoment: Bool { !isAmendment && !isOfLog && !isRegistration }
}
