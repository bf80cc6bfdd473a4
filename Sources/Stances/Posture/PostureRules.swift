/// The numbers and the name of the rules by which a posture is found (DESIGN §4).
package enum PostureRules {
  /// The name that every answer prints; a change of the rules is a new name.
  package static let name = "stance/1"

  /// How many days before a defence other claims still stand beside it as contested.
  package static let daysBeforeDefence = 60
}
