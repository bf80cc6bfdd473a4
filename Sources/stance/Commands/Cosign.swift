import ArgumentParser
import Custody

/// `stance cosign`: has witnesses sign the head of the log.
struct Cosign: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cosign",
    abstract: "Have witnesses cosign the last signed head of the log.",
    discussion: """
      EXAMPLES
        stance cosign https://witness.example/ --witness VKEY
                                             one witness: its URL and key
        stance cosign --policy witnesses.policy
                                             all of a policy that have a URL
        stance checkpoint                    the head with its cosignatures

      A witness checks that the head continues the one that it cosigned before,
      and signs it with the time (C2SP tlog-witness): no second history stays
      hidden from it. Its operator has to know the log; send the line that
      'stance key show' prints. Ends with status 1 if a witness saw another
      history, 75 if it cannot be reached, and 65 if its certificate or its
      answer cannot be trusted; a policy's quorum is enough for status 0. Over
      https the system's authorities are trusted, or those of the file that
      SSL_CERT_FILE names.
      """)

  @Argument(
    help: ArgumentHelp("The witness's submission prefix; its key is --witness.", valueName: "url"))
  var url: String?

  @Option(
    help: ArgumentHelp("How many seconds a witness has for each answer.", valueName: "seconds"))
  var timeout = 10

  @OptionGroup var proof: ProofOptions
  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard 1...3_600 ~= timeout else {
      throw ValidationError("Give --timeout a number of seconds from 1 to 3600.")
    }
    switch (url, proof.trust.path, proof.witnesses.count) {
    case (_?, nil, 1), (nil, _?, 0): break
    default:
      throw ValidationError("Give either a URL with one --witness VKEY, or --policy FILE.")
    }
  }

  func run() async throws {
    let cosigning = try Cosigning(log.openToAppend(), at: url, believing: proof.choice)
    let outcome = try await cosigning.run(
      by: WitnessClient(
        patience: .seconds(timeout), authorities: environment("SSL_CERT_FILE")))
    try output.write(words: outcome.words, json: outcome.json)
    if let failure = try outcome.check() { StandardStreams.say("stance: \(failure)") }
  }
}
