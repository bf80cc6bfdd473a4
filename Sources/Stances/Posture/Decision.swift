/// What one move did to one field of a posture, in the order of the fold.
package struct Decision: Hashable, Sendable {
  /// The field of a posture that a move can set.
  package enum Field: String, Term { case voice, conduct, review }

  /// The position of the event.
  package let position: Int64
  /// The part of the posture that it bears on.
  package let field: Field
  /// The level said or claimed, where there is one.
  package let level: Level?
  /// The rule that overruled the move; nil where it set the field.
  package var overruledBy: OverrulingRule?
}
