package import Stances

/// Why a posture is what it is: each move of the company in the market and what it did.
package struct Explanation: Sendable {
  package let posture: Posture
  /// The steps of the fold, in its order.
  package let steps: [Step]

  /// One event's effect on one field.
  package struct Step: Hashable, Sendable {
    package let event: EventID
    package let type: String
    /// The day it counts from, as given.
    package let day: FuzzyDate
    package let published: FuzzyDate
    package let grade: AdmiraltyGrade
    package let field: Decision.Field
    /// The level said or claimed, where there is one.
    package let level: Level?
    /// The rule that overruled it; nil where it set the field and still does.
    package let overruledBy: OverrulingRule?
    /// The acting correction that gave it its present content.
    package let correctedBy: EventID?
  }
}
