import JSON
import ArgumentParser
import Custody
import EventLog
import Stances

/// `stance token new`: makes a token.
struct TokenNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make a token and print it; it is not shown again.",
    discussion: """
      EXAMPLES
        stance token new --recorder "night desk" --expires 2022-12-31
        stance token new --recorder "A. Intern" --role propose
        curl -H "Authorization: Bearer TOKEN" \\
          -H "Content-Type: application/json" \\
          --data @event.json http://127.0.0.1:8080/api/events

      A role says what its bearer may do over the network:
        propose    propose events, and withdraw their own proposals
        review     that, and accept or reject what others propose
        record     that for their own proposals too, and record directly
      """)

  @Option(
    help: ArgumentHelp(
      "The last day on which it works, to its end in UTC; default: it does not expire.",
      valueName: "day"),
    transform: lastDay)
  var expires: Day?

  @Option(help: "What its bearer may do.")
  var role: TokenRole = .record

  @OptionGroup var recorder: RecorderOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let name = recorder.name
    guard name.utf8.count <= EventLog.recorderLimit, TokenFile.canHold(name) else {
      throw ValidationError(
        "The recorder's name is one line, 1 to 300 bytes long, with no blanks at either end.")
    }
    if let expires, expires < SystemClock.now().day {
      throw ValidationError("\(expires) is over; name a day on which the token is to work.")
    }
  }

  func run() throws {
    let name = recorder.name
    let token = try UserFiles.configured.tokens.create(
      for: TokenBearer(name: name, role: role), expires: expires
    ) { line in
      StandardStreams.say("stance: \(line)")
    }
    try output.write(
      words: token,
      json: [
        "token": .string(token), "recorder": .string(name), "role": .string(role.rawValue),
        "expires": expires.map { .string($0.description) } ?? .null,
      ])
  }
}

/// Reads a day.
private func lastDay(_ text: String) throws -> Day {
  guard let day = try? Day(iso: text) else {
    throw ValidationError("write a day as in 2022-12-31")
  }
  return day
}

extension TokenRole: ExpressibleByArgument {}
