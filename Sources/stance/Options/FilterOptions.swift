import ArgumentParser
import Projections
import Stances

/// Which events a list holds; each option narrows it.
struct FilterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Events that concern this company.", valueName: "company"))
  var company: [String] = []

  @Option(
    help: ArgumentHelp("Events of this body.", valueName: "slug"), transform: slug)
  var body: [BodyID] = []

  @Option(
    help: ArgumentHelp("Events about this measure.", valueName: "key"), transform: slug)
  var measure: [MeasureKey] = []

  @Option(
    help: ArgumentHelp("Events of this type.", valueName: "type"),
    completion: .list(EventType.allCases.map(\.rawValue)), transform: eventType)
  var type: [EventType] = []

  @Option(help: ArgumentHelp("Events with this tag.", valueName: "tag"), transform: slug)
  var tag: [Tag] = []

  @Option(
    help: ArgumentHelp("Events that may have happened then, in EDTF.", valueName: "date"),
    transform: dayRange)
  var occurred: DayRange?

  @Option(
    help: ArgumentHelp("Events that may have been published then, in EDTF.", valueName: "date"),
    transform: dayRange)
  var published: DayRange?

  @Option(help: ArgumentHelp("Events after this position.", valueName: "position"))
  var after: Int64 = 0

  @Flag(help: "The newest first.")
  var newest = false

  @Option(help: "At most so many.")
  var limit: Int?

  func validate() throws {
    guard limit ?? 0 >= 0, after >= 0 else {
      throw ValidationError("--limit and --after take numbers from 0.")
    }
  }

  /// What the options ask for.
  var choice: EventChoice {
    var choice = EventChoice()
    choice.companies = company
    choice.bodies = body
    choice.measures = measure
    choice.types = type
    choice.tags = tag
    choice.occurred = occurred
    choice.published = published
    choice.after = after
    choice.newestFirst = newest
    choice.limit = limit
    return choice
  }
}

/// Reads a slug of any kind.
private func slug<Kind>(_ text: String) throws -> Identifier<Kind> {
  guard let slug = Identifier<Kind>(text) else {
    throw ValidationError("a slug has lower-case letters, digits and single hyphens")
  }
  return slug
}

/// Reads a fuzzy date as the days that it may be.
private func dayRange(_ text: String) throws -> DayRange {
  let date = try FuzzyDate(text)
  return DayRange(earliest: date.earliest, latest: date.latest)
}
