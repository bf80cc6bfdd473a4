import ArgumentParser

/// `stance capture`: keeps a captured file beside the log, or drops it.
struct CaptureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capture",
    abstract: "Keep captured files beside the log, bound to the sources that they are copies of.",
    discussion: """
      EXAMPLES
        stance capture page.mhtml                    of what, and when: its head
        stance capture page.html --url URL --captured 2022-05-06T09:00Z \\
          --with "SingleFile 1.22, A. Reporter"
        stance capture --from captures.csv           file,url,captured,with: whole
        stance capture drop SHA256 --reason "court order 12/3"
        stance captures --missing --urls             what is not kept yet

      The file's bytes are kept as they are, in LOG.captures, and each 'stance
      verify' looks at all of them.
      """,
    subcommands: [KeepCapture.self, DropCapture.self],
    defaultSubcommand: KeepCapture.self)
}
