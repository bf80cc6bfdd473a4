import ArgumentParser
import Stances

/// Reads the name of a type of event.
func eventType(_ text: String) throws -> EventType {
  guard let type = EventType(rawValue: text) else {
    let nearest = nearestNames(to: text, among: EventType.allCases.map(\.rawValue))
    throw ValidationError(
      "there is no such type of event; " + (didYouMean(nearest) ?? "'stance types' lists them"))
  }
  return type
}
