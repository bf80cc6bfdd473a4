/// A part of a list that comes before or after the one that is shown.
package struct ListNeighbour {
  /// What a link to it is called.
  package let words: String
  /// The parameters that ask for it.
  package let part: [(Parameter, String)]

  /// The parameters that say which part is shown, in place of which these come.
  package static let places: [Parameter] = [.beforeEvent, .afterEvent]
}
