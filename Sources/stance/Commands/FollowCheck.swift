import ArgumentParser
import Custody

/// `stance follow-check`: looks whether a published log continues what it showed before.
struct FollowCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow-check",
    abstract: "Check that a published log continues the head that it showed last, and what is new.",
    discussion: """
      EXAMPLES
        stance follow-check https://stance.example.org/log --key VKEY
                                             what is new since the last time
        stance follow-check www --key VKEY   a folder of tiles
        stance follow-check www --key VKEY --state kept.checkpoint
                                             since a head that you kept
        stance follow-check www --key OLD --rotation rotation.tlog-proof
                                             if the log's key was replaced

      Reads what 'stance export --tiles' writes (C2SP tlog-tiles) and believes
      only the log's key. Every new event must be under the signed root, and the
      root must continue the last one that was seen, at whatever address. Run it
      from time to time, on a machine that is not the log's own.

      Ends with status 0 if nothing is wrong, 1 after a finding, whose evidence
      is kept beside the state, 66 if there is no log, and 75 if it cannot be
      reached.
      """)

  @Argument(
    help: ArgumentHelp("The log's address, or its folder of tiles.", valueName: "url-or-folder"),
    completion: .directory)
  var place: String

  @Option(
    help: ArgumentHelp(
      "The file that keeps the last head; default: one for each log in XDG_STATE_HOME.",
      valueName: "file"),
    completion: .file())
  var state: String?

  @Option(
    help: ArgumentHelp(
      "The log's public key; default: that of 'stance key show'.", valueName: "vkey"))
  var key: String?

  @Option(
    help: ArgumentHelp("How many seconds a server has for each answer.", valueName: "seconds"))
  var timeout = 10

  @OptionGroup var rotations: RotationOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard 1...3_600 ~= timeout else {
      throw ValidationError("Give --timeout a number of seconds from 1 to 3600.")
    }
  }

  func run() throws {
    let log = try PublishedLog(
      at: place, patience: .seconds(timeout), authorities: environment("SSL_CERT_FILE"))
    let files = UserFiles.configured
    let follower = try LogFollower(
      log, trust: TrustChoice(key: key, witnesses: [], policyFile: nil, own: .configured),
      rotations: rotations.bundles, state: state, files: files)
    var progress = Progress("events checked")
    let report = try follower.look {
      progress.show($0)
    }
    progress.end()
    try output.write(words: report.words, json: report.json)
  }
}
