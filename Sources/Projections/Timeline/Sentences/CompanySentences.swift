import Stances

/// Sentences about what companies say and do.
extension EventSentence {
  func text(of announcement: PublicAnnouncement) -> String {
    let places = places(announcement.markets)
    guard let level = announcement.level else {
      return "makes a statement about \(places)" + details(announcement.lines)
    }
    let from = announcement.effective.map { ", effective \($0.spoken)" } ?? ""
    let condition = announcement.condition.map { ", on a condition: \($0)" } ?? ""
    return "announces that it \(words(for: level)) in \(places)" + details(announcement.lines)
      + from + condition
  }

  func text(of denial: Denial) -> String {
    let denied =
      switch denial.subject {
      case .report: "a report about"
      case .role: "its own role in what is reported about"
      case .motive: "the motive that is reported for what it does in"
      }
    let events = denial.denies.map(\.text)
    return "denies\(represented(by: denial)) \(denied) \(places(denial.markets))"
      + details(denial.lines)
      + (events.isEmpty ? "" : " (\(enumerated(events, conjunction: "and")))")
  }

  /// For whom a body denies, as in ", for DJI,"; nothing if the company does so itself.
  private func represented(by denial: Denial) -> String {
    guard denial.body != nil else { return "" }
    return ", for \(denial.company.map(registrations.name(of:)) ?? "its members"),"
  }

  func text(of review: ComplianceReview) -> String {
    let verb = review.phase == .opened ? "opens" : "concludes"
    let outcome = review.outcome.map { ": \($0)" } ?? ""
    return "\(verb) a compliance review of \(places(review.markets))" + outcome
  }

  func text(of reduction: SilentReduction) -> String {
    let deed =
      switch reduction.level {
      case .suspended: "suspended its business"
      case .exiting, .exited: "ended its business"
      case .expanding, .operating, .holding, .reducing: "reduced its business"
      }
    return "is reported to have \(deed) in \(places(reduction.markets)) without announcing it"
      + details(reduction.lines, extent: reduction.extent)
  }

  func text(of business: ContinuedBusiness) -> String {
    let deed =
      switch business.level {
      case _ where business.windDown: "make last deliveries"
      case .expanding: "expand its business"
      case .operating: "carry on its business"
      case .holding: "make no new investment"
      case .reducing, .suspended, .exiting, .exited, nil: "do business"
      }
    return "is reported to \(deed) in \(places(business.markets))" + details(business.lines)
      + exception(until: business.until)
  }

  func text(of resumption: Resumption) -> String {
    let deed =
      resumption.disclosed
      ? "announces that it resumes its business" : "is reported to have resumed its business"
    return "\(deed) in \(places(resumption.markets))" + details(resumption.lines)
      + exception(until: resumption.until)
  }

  func text(of exit: Exit) -> String {
    let places = places(exit.markets)
    let telling = exit.disclosed ? "announces that" : "is reported to"
    let part = "a part of its business"
    let left = exit.lines.isEmpty ? "left \(places)" : "given up \(part) in \(places)"
    let manner = details(exit.lines + [words(for: exit.mode)])
    let seized = exit.lines.isEmpty ? "its business" : part
    switch (exit.mode, exit.disclosed) {
    case (.seized, true):
      return "\(telling) \(seized) in \(places) was seized" + details(exit.lines)
    case (.seized, false):
      return "\(telling) have had \(seized) in \(places) seized" + details(exit.lines)
    case (_, true): return "\(telling) it has \(left)" + manner
    case (_, false): return "\(telling) have \(left)" + manner
    }
  }

  private func words(for level: Level) -> String {
    switch level {
    case .expanding: "expands its business"
    case .operating: "carries on its business"
    case .holding: "makes no new investment"
    case .reducing: "reduces its business"
    case .suspended: "suspends its business"
    case .exiting: "is ending its business"
    case .exited: "ends its business"
    }
  }

  private func words(for mode: Exit.Mode) -> String {
    switch mode {
    case .sold: "business sold"
    case .liquidated: "business liquidated"
    case .handedOver: "business handed over"
    case .walkedAway: "business abandoned"
    case .seized: "business seized"
    }
  }

  /// The exception under which a company does business, if it has an end.
  private func exception(until day: FuzzyDate?) -> String {
    day.map { ", under an exception until \($0.spoken)" } ?? ""
  }

  /// What a move covers if it is not the whole business, as in " (phones; at least half)".
  private func details(_ lines: [String], extent: String? = nil) -> String {
    let parts = lines + [extent].compactMap(\.self)
    return parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))"
  }
}
