import Stances

/// Sentences about what companies say and do.
extension EventSentence {
  func text(of announcement: PublicAnnouncement) -> String {
    let places = places(announcement.markets)
    guard let level = announcement.level else {
      return "makes a statement about \(places)" + details(announcement.lines)
    }
    let from = announcement.effective.map { ", effective \($0.spoken)" } ?? ""
    return "announces that it \(words(for: level)) in \(places)" + details(announcement.lines)
      + from
  }

  func text(of denial: Denial) -> String {
    let places = places(denial.markets)
    guard !denial.denies.isEmpty else { return "denies a report about \(places)" }
    let denied = enumerated(denial.denies.map(\.text), conjunction: "and")
    return "denies a report about \(places) (\(denied))"
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
      case .expanding: "expand its business"
      case .operating: "carry on its business"
      case .holding: "make no new investment"
      case .reducing, .suspended, .exiting, .exited, nil: "do business"
      }
    return "is reported to \(deed) in \(places(business.markets))"
  }

  func text(of exit: Exit) -> String {
    let places = places(exit.markets)
    let telling = exit.disclosed ? "announces that" : "is reported to"
    switch (exit.mode, exit.disclosed) {
    case (.seized, true): return "\(telling) its business in \(places) was seized"
    case (.seized, false): return "\(telling) have had its business in \(places) seized"
    case (_, true): return "\(telling) it has left \(places) (\(words(for: exit.mode)))"
    case (_, false): return "\(telling) have left \(places) (\(words(for: exit.mode)))"
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

  /// What a move covers if it is not the whole business, as in " (phones; at least half)".
  private func details(_ lines: [String], extent: String? = nil) -> String {
    let parts = lines + [extent].compactMap(\.self)
    return parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))"
  }
}
