import Projections
import Stances

extension NewsItem.Section {
  /// The heading of the section.
  var heading: String {
    switch self {
    case .postures: "Postures that changed"
    case .measures: "Measures"
    case .firstUses: "First uses of powers"
    case .promises: "Promises due or overdue"
    case .amended: "Corrected or withdrawn"
    case .events: "Other new events"
    }
  }

  /// What it counts.
  fileprivate var noun: (one: String, many: String) {
    switch self {
    case .postures: ("posture", "postures")
    case .measures: ("measure", "measures")
    case .firstUses: ("first use of a power", "first uses of powers")
    case .promises: ("promise", "promises")
    case .amended: ("amended event", "amended events")
    case .events: ("other event", "other events")
    }
  }
}

extension News {
  /// How much there is of each kind: `1 posture, 2 measures`.
  var counts: String {
    let counts = NewsItem.Section.allCases.compactMap { section -> String? in
      let count = items.count { $0.section == section }
      return count == 0 ? nil : counted(count, section.noun.one, plural: section.noun.many)
    }
    return counts.isEmpty ? "nothing new" : counts.joined(separator: ", ")
  }
}

extension NewsItem {
  /// Whom or what it is about.
  var heading: String {
    switch content {
    case .posture(let change): "\(change.name), \(change.market.englishName)"
    case .measure(let news): "\(news.title) (\(news.measure))"
    case .firstUse(let use): "\(use.title) (\(use.measure))"
    case .promise(let promise): "\(promise.name), \(promise.market.englishName)"
    case .amended(let amended): amended.entry?.actor ?? amended.event.text
    case .event(let entry): entry.actor
    }
  }

  /// What is new, after the heading.
  var words: String {
    switch content {
    case .posture(let change): change.phrase
    case .measure(let news): news.phrase
    case .firstUse(let use): use.phrase
    case .promise(let promise): promise.phrase
    case .amended(let amended): amended.phrase
    case .event(let entry): entry.summary
    }
  }

  /// The heading with what is new, as one sentence has it.
  var headline: String {
    switch content {
    case .posture, .measure, .firstUse, .promise: "\(heading): \(words)"
    case .amended, .event: "\(heading) \(words)"
    }
  }

  /// What made it news, in brackets: the events, and the day that came without one.
  var origin: String {
    let day: String? = if case .day(let day) = moment { "as \(day) came" } else { nil }
    let when: String? =
      if case .event(let entry) = content { when(entry.occurred, published: entry.published) } else
      {
        nil
      }
    let parts = [when, causes.isEmpty ? nil : causes.listed, day].compactMap(\.self)
    return "(\(parts.joined(separator: "; ")))"
  }

  /// Why it reached the reader, as the end of a line; nothing for a reader of everything.
  var reason: String {
    because.isEmpty
      ? "" : ", because you watch " + enumerated(because.map(\.words), conjunction: "and")
  }

  /// The whole line.
  var line: String { "\(headline) \(origin)\(reason)" }
}

extension MeasureNews {
  fileprivate var phrase: String {
    let whole = before == after ? [] : [Self.phrase(before, after)]
    let companies = companies.map { "for \($0.name): \(Self.phrase($0.before, $0.after))" }
    return (whole + companies).joined(separator: "; ")
  }

  private static func phrase(_ before: MeasureStatus?, _ after: MeasureStatus?) -> String {
    "\(before?.words ?? "not known") → \(after?.words ?? "not known")"
  }
}

extension FirstUse {
  fileprivate var phrase: String {
    let uses = uses.map { "\($0.title) (\($0.measure))" }
    let use =
      uses.isEmpty
      ? "used for the first time"
      : "first used by "
        + enumerated(uses, conjunction: "and")
    return wasDormant ? "in force without a use until now, " + use : use
  }
}

extension Promise {
  fileprivate var phrase: String {
    "promise of \(announced.spoken): \(level.phrase), due \(due.spoken); \(outcome.news)"
  }
}

extension Promise.Outcome {
  /// What became of a promise, without days that grow.
  fileprivate var news: String {
    switch self {
    case .ahead: "its day is ahead"
    case .cancelled: "cancelled by a later word"
    case .cameDue: "its day came, and nothing on record contradicts it"
    case .overdue: "its day passed, and the company says more than it does"
    case .unconfirmed: "its day passed, and no report has come since"
    }
  }
}

extension AmendedEvent {
  fileprivate var phrase: String {
    let what = entry.map { "\($0.summary) (\(event))" }
    return [what, "\(outcome.words): \(reason)"].compactMap(\.self).joined(separator: " – ")
  }
}
