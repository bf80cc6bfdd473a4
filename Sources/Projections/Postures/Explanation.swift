package import Stances

/// Why a posture is what it is: each move of the company in the market and what it did.
package struct Explanation: Sendable {
  /// The posture that is explained.
  package let posture: Posture
  /// The steps of the fold, in its order.
  package let steps: [Step]

  /// One event's effect on one field.
  package struct Step: Hashable, Sendable {
    /// The event that was folded.
    package let event: EventID
    /// The type of the event, as written.
    package let type: String
    /// The day it counts from, as given.
    package let day: FuzzyDate
    /// When anyone could have known it, as given.
    package let published: FuzzyDate
    /// The best grade of its evidence.
    package let grade: AdmiraltyGrade
    /// The part of the posture that it bears on.
    package let field: Decision.Field
    /// The level said or claimed, where there is one.
    package let level: Level?
    /// The rule that overruled it; nil where it set the field and still does.
    package let overruledBy: OverrulingRule?
    /// The acting correction that gave it its present content.
    package let correctedBy: EventID?
  }
}
