package import Stances

/// What a review is asked for, beside the query.
package struct ReviewRequest: Sendable {
  /// From how many days on something is long ago.
  package var staleAfter = 365
  /// The rules that are asked; nil for all.
  package var only: Set<ReviewCode>?
  /// What is looked at; nil for everything.
  package var watch: WatchList?
  /// What a checker of links found.
  package var links: [LinkCheck] = []
  /// The proposals that no one has decided on; nil where no one may see them.
  package var proposals: [WaitingProposal]?
  /// Which findings someone has looked at.
  package var acknowledgements: [Acknowledgement] = []

  /// All rules, with nothing beside the log.
  package init() {}

  func asks(_ code: ReviewCode) -> Bool { only?.contains(code) ?? true }
}

/// A proposal that no one has decided on.
package struct WaitingProposal: Hashable, Sendable {
  /// Its name.
  package let name: String
  /// Who proposed it.
  package let by: String
  /// The day on which it was proposed, in UTC.
  package let since: Day
  /// How many events it has.
  package let events: Int

  /// From so many days on it has waited for long.
  static let longAfter = 15

  /// A proposal as the inbox has it.
  package init(name: String, by: String, since: Day, events: Int) {
    (self.name, self.by, self.since, self.events) = (name, by, since, events)
  }

  /// What is worth a look in it on a day; nil if it has not waited for long.
  func finding(on day: Day) -> ReviewPoint? {
    guard let days = since.days(until: day), days >= Self.longAfter else { return nil }
    return ReviewPoint(
      subject: .proposal(name), since: try? FuzzyDate("\(since)"),
      detail: .waitingProposal(by: by, events: events, days: days), weight: days)
  }
}

/// What a checker of links found at an address on a day.
package struct LinkCheck: Hashable, Sendable {
  /// The address.
  package let url: String
  /// What it answered: a status of HTTP, `0` if nothing answered, `ok` or `dead`.
  package let status: String
  /// The day on which it was asked.
  package let checked: Day

  /// What a checker found; nil for a status that says neither that a page is there nor that it is not.
  package init?(url: String, status: String, checked: Day) {
    let number = Int(status)
    guard status == "ok" || status == "dead" || number == 0 || (100...599) ~= number ?? -1 else {
      return nil
    }
    (self.url, self.status, self.checked) = (url, status, checked)
  }

  /// Whether the page is not there: some answers only say that the checker was not let in, or that the
  /// server was busy.
  var isDead: Bool {
    guard let number = Int(status) else { return status == "dead" }
    return number == 0 || number >= 400 && ![401, 403, 405, 407, 429, 503].contains(number)
  }
}

/// That someone has looked at a finding, and until when it need not be shown.
package struct Acknowledgement: Hashable, Sendable {
  /// The rule.
  package let code: ReviewCode
  /// What the rule finds it in, as ``ReviewSubject/text``.
  package let subject: String
  /// The day on which it is shown again.
  package let until: Day
  /// Who has looked.
  package let by: String?
  /// Why it can stay as it is.
  package let reason: String?
  /// Where it was read, for an error: the file and line.
  package let place: String

  /// One row of a file.
  package init(
    code: ReviewCode, subject: String, until: Day, by: String?, reason: String?, place: String
  ) {
    (self.code, self.subject, self.until) = (code, subject, until)
    (self.by, self.reason, self.place) = (by, reason, place)
  }
}
