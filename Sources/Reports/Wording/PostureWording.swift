// Wording: how findings are put into words, the same in every format.

import Projections
import Stances

extension PostureSummary {
  /// How many postures there are, of how many companies, in a sentence.
  var words: String {
    // A group whose members are listed too is no further company.
    let companies =
      (isOfGroups
        ? counted(companies, "group") : counted(companies, "company", plural: "companies"))
      + (groups == 0 ? "" : " and \(counted(groups, "group")) beside their members")
    return "\(companies.asSentenceStart) in \(counted(markets, "market")); "
      + "\(counted(postures, "posture")), \(contested) of them contested."
  }
}

/// A posture in neutral words: what is said, done and reported, never a verdict.
extension Posture {
  /// The name, with the company's slug if the name does not show it.
  var displayName: String {
    let letters = name.lowercased().filter { $0.isLetter || $0.isNumber }
    return letters == company.text.filter { $0 != "-" } ? name : "\(name) (\(company))"
  }

  /// The name; of a company that stands for a group, after that of the group.
  var longName: String {
    unitName == name ? name : "\(unitName), as \(name)"
  }

  /// What the company says, since when, and when it is due; then the state of its review.
  var says: String {
    let due = due.map { ", due \($0.spoken)" } ?? ""
    let condition = voice.condition.map { ", on a condition: “\($0)”" } ?? ""
    let said = voice.phrase + (voice.since.map { ", \($0.spoken)" } ?? "") + due + condition
    return [said, review.phrase].compactMap(\.self).joined(separator: "; ")
  }

  /// What the company does, and since when.
  var does: String {
    guard let conduct else { return "not known" }
    return conduct.level.phrase + ", \(conduct.since.spokenAsStart)"
      + (conduct.seized ? " (seized)" : "")
  }

  /// On whose word that rests, with the code of the best grade.
  var rests: String {
    conduct?.rests ?? "–"
  }

  /// On whose word that rests, and how fresh the evidence is: an old record says little about
  /// today.
  var restsWithLatest: String {
    let latest = lastEvidence.map { "latest evidence \($0.spoken)" }
    return [conduct == nil ? nil : rests, latest, staleness].compactMap(\.self)
      .joined(separator: "; ")
  }

  /// How old the newest report on what it does is, if that is long ago.
  var staleness: String? {
    newestClaim.map { "nothing on what it does after \($0)" }
  }

  /// The gap between word and deed, as a number and in words.
  var gapReading: String { gapPhrase + gapAge.map(\.words).joined() }

  /// The gap as a number and in words, without its age.
  var gapPhrase: String {
    let number = gap.map { "\($0.signed): " } ?? ""
    return switch reading {
    case .inLine, .unknown, .quietRetreat, .underWay, .nothingSince, .unkeptWord, .noWord,
      .otherLines, .conditional:
      number + reading.phrase
    case .unconfirmed: number + "due \(due?.spoken ?? "by now"), no report since"
    case .pledged: number + "promised \(promisedDay)"
    case .notApplicable: number + "not applicable: the business was seized"
    }
  }

  /// The day that the latest word named, as it follows "promised"; an interval begins with "from".
  private var promisedDay: String {
    let day = due?.spoken ?? "a later day"
    return day.hasPrefix("from ") ? day : "for \(day)"
  }

  /// How long the gap has existed, and how long past its due day, as it follows the phrase;
  /// nothing for a reading that has no age.
  var gapAge: [WordingPart] {
    switch reading {
    case .inLine, .unknown, .pledged, .nothingSince, .notApplicable, .noWord, .otherLines,
      .conditional:
      return []
    case .unconfirmed:
      return overdue.map { [.text(", "), .days($0), .text(" past the due day")] } ?? []
    case .quietRetreat, .underWay, .unkeptWord: break
    }
    // On old evidence no one knows for how long.
    guard stale == nil else { return [] }
    // An age counts from the first day that a fuzzy date may mean, so it is the most it can be.
    let most = isAgeExact ? "" : "up to "
    let duration = age.map { [WordingPart.text(", for \(most)"), .days($0)] } ?? []
    let overdue = overdue.map { [WordingPart.text(", "), .days($0), .text(" past the due day")] }
    return duration + (overdue ?? [])
  }

  /// Whether the side that is ahead, word or deed, began on a day that is known.
  private var isAgeExact: Bool {
    let since = (gap ?? 0) < 0 ? conduct?.since : voice.since
    return since?.isOneDay ?? true
  }
}

/// A piece of a wording: text, or a number of days that grows from day to day.
enum WordingPart: Hashable {
  case text(String)
  case days(Int)

  /// The piece in words.
  var words: String {
    switch self {
    case .text(let text): text
    case .days(let number): counted(number, "day")
    }
  }
}

extension Reading {
  /// The reading in words.
  package var phrase: String {
    switch self {
    // Not "says what it does": a company that carries on in silence says nothing.
    case .inLine: "no gap"
    case .quietRetreat: "has withdrawn further than it says"
    case .pledged: "promised for a later day"
    case .underWay: "exit under way"
    case .nothingSince: "exit announced, nothing since"
    case .unkeptWord: "says more than it does"
    case .unconfirmed: "due day passed, no report since"
    case .conditional: "depends on a condition"
    case .noWord: "no statement recorded"
    case .otherLines: "word and deed name different lines"
    case .unknown: "not known"
    case .notApplicable: "seized"
    }
  }
}

extension Posture.Voice {
  /// What is said.
  var phrase: String { kind.phrase(announcing: level) }
}

extension VoiceKind {
  /// What is said by a word of this kind.
  func phrase(announcing level: Level?) -> String {
    switch self {
    case .silent: "no statement recorded"
    case .declined: "declined to comment"
    case .spoke: "made a statement that says nothing on the level"
    case .announced: level?.announcement ?? "made an announcement"
    case .defended: Level.operating.announcement
    case .denied: "denied what was reported"
    case .reversed: "announced its return"
    }
  }
}

extension Posture.Conduct {
  /// On whose word it rests, with the code of the best grade.
  var rests: String { "\(basis.term),\u{A0}\(grade)" }
}

extension Posture.Review {
  /// The state of the review, in words; nil if there is none.
  var phrase: String? {
    let since = since.map { " \($0.spokenAsStart)" } ?? ""
    return switch state {
    case .none: nil
    case .open: "compliance review open" + since
    case .concluded: "compliance review concluded" + since + (outcome.map { " (\($0))" } ?? "")
    }
  }
}

extension Posture.Contest {
  /// Which event contradicts the conduct found, and why it did not decide.
  var phrase: String {
    "\(event)\(level.map { ", claiming \($0.phrase)" } ?? ""): \(rule.sentence)"
  }
}
