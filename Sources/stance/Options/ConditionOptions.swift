import ArgumentParser
import EventLog
import Projections
import Stances

/// What must hold in the log for an append to be made.
struct ConditionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Record only if the log's head is this position.", valueName: "position"))
  var expectHead: Position?

  @Option(
    help: ArgumentHelp(
      "Record only if nothing on --company was recorded after this position.",
      valueName: "position"))
  var expectNothingSince: Position?

  @Option(
    help: ArgumentHelp(
      "The company of the event, and of --expect-nothing-since.", valueName: "slug"))
  var company: String?

  func validate() throws {
    if expectHead != nil, expectNothingSince != nil {
      throw ValidationError("Give one of --expect-head and --expect-nothing-since.")
    }
    if expectNothingSince != nil, company == nil {
      throw ValidationError("--expect-nothing-since needs --company.")
    }
  }

  /// The condition for the log.
  func appendCondition() throws -> AppendCondition {
    if let expectHead { return .head(expectHead) }
    guard let expectNothingSince, let company else { return .any }
    guard let company = CompanyID(company) else {
      throw QueryError.unknownCompany(company, nearest: [])
    }
    return .nothing(on: company, since: expectNothingSince)
  }
}

extension Position: ExpressibleByArgument {}
