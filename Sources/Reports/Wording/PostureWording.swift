import Projections
import Stances

/// A posture in neutral words: what is said, done and reported, never a verdict.
extension Posture {
  /// The name, with the company's slug where the name does not show it.
  var displayName: String {
    let letters = name.lowercased().filter { $0.isLetter || $0.isNumber }
    return letters == company.text.filter { $0 != "-" } ? name : "\(name) (\(company))"
  }

  /// What the company says, since when, and when it is due; then where its review stands.
  var says: String {
    let due = due.map { ", due \($0.spoken)" } ?? ""
    let said = voice.phrase + (voice.since.map { ", \($0.spoken)" } ?? "") + due
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
    conduct.map { "\($0.basis.term),\u{A0}\($0.grade)" } ?? "–"
  }

  /// On whose word that rests, and how fresh the evidence is: an old record is no news of today.
  var restsWithLatest: String {
    let latest = lastEvidence.map { "latest evidence \($0.spoken)" }
    return [conduct == nil ? nil : rests, latest].compactMap(\.self).joined(separator: "; ")
  }

  /// The gap between word and deed, as a number and in words.
  var gapReading: String {
    [gap.map(\.signed), readingPhrase].compactMap(\.self).joined(separator: ": ")
  }

  /// Whether the side that is ahead, word or deed, began on a day that is known.
  private var isAgeExact: Bool {
    let since = (gap ?? 0) < 0 ? conduct?.since : voice.since
    return since?.isOneDay ?? true
  }

  private var readingPhrase: String {
    // An age counts from the first day that a fuzzy date may mean, so it is the most it can be.
    let most = isAgeExact ? "" : "up to "
    let duration = age.map { ", for \(most)\(counted($0, "day"))" } ?? ""
    let overdue = overdue.map { ", \(counted($0, "day")) past the due day" } ?? ""
    return switch reading {
    case .inLine, .unknown: reading.phrase
    case .quietRetreat, .underWay, .unkeptWord: reading.phrase + duration + overdue
    case .pledged: "promised for \(due?.spoken ?? "a later day")"
    case .notApplicable: "not applicable: the business was seized"
    }
  }
}

extension Reading {
  /// The reading in words.
  var phrase: String {
    switch self {
    // Not "says what it does": a company that carries on in silence says nothing.
    case .inLine: "no gap"
    case .quietRetreat: "does more than it says"
    case .pledged: "promised for a later day"
    case .underWay: "exit under way"
    case .unkeptWord: "says more than it does"
    case .unknown: "not known"
    case .notApplicable: "seized"
    }
  }
}

extension Posture.Voice {
  var phrase: String {
    switch kind {
    case .silent: "no statement recorded"
    case .declined: "declined to comment"
    case .announced: level?.announcement ?? "made an announcement"
    case .defended: Level.operating.announcement
    case .denied: "denied what was reported"
    case .reversed: "announced its return"
    }
  }
}

extension Posture.Review {
  /// Where the review stands, in words; nil where there is none.
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
  /// Which event stands against the conduct found, and why it did not decide.
  var phrase: String {
    "\(event)\(level.map { ", claiming \($0.phrase)" } ?? ""): \(rule.sentence)"
  }
}
