import ArgumentParser
import Custody
import Errors
import EventLog
import JSON
import Stances

/// `stance captures`: what is kept beside the log, and what is not.
struct ListCaptures: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "captures",
    abstract: "List what is kept beside the log, and the sources of which nothing is.",
    discussion: """
      EXAMPLES
        stance captures                              each capture, and its file
        stance captures --missing                    sources without a kept file
        stance captures --missing --urls | archiver  their addresses, one a line
        stance captures --urls                       the addresses that are kept
        stance captures --strays                     files that no event records

      Looks at names and lengths; 'stance verify' looks at every byte. A stray is
      what a program left that was killed before the log had its event: it can be
      captured again, or deleted.
      """)

  @Flag(help: "List the sources of which no file is kept.")
  var missing = false

  @Flag(help: "List files in the folder that no event records.")
  var strays = false

  @Flag(help: "Write addresses alone, one a line.")
  var urls = false

  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard !strays || !missing && !urls else {
      throw ValidationError("--strays goes without --missing and --urls.")
    }
  }

  func run() throws {
    let copies = try log.read { try SourceCopies(of: $0, in: log.captures) }
    if strays { return try writeStrays(of: copies) }
    if urls { return try writeAddresses(of: copies) }
    if missing { return try writeMissing(of: copies) }
    try output.write(
      words: copies.captures.isEmpty
        ? "nothing is kept beside this log; 'stance capture FILE' keeps a file"
        : copies.captures.map(Self.line).joined(separator: "\n"),
      json: [
        "captures": .array(
          copies.captures.map { recorded, state in
            let capture = recorded.capture
            return [
              "id": .string(recorded.id.text), "position": .integer(recorded.position.number),
              "sha256": .string(capture.sha256), "bytes": .integer(capture.bytes),
              "media": .string(capture.media), "captured": .string(capture.captured),
              "urls": .array(capture.urls.map(JSONValue.string)),
              "state": .string(state.rawValue),
            ]
          })
      ])
  }

  private static func line(_ recorded: RecordedCapture, _ state: SourceCopies.State) -> String {
    let capture = recorded.capture
    return printable(
      "\(recorded.id)  \(state.rawValue)  \(capture.bytes) bytes  \(capture.media)  "
        + "\(capture.captured)  \(capture.urls.joined(separator: " "))")
  }

  private func writeAddresses(of copies: SourceCopies) throws {
    let kept = copies.captures.filter { $0.state == .kept }.flatMap { $0.recorded.capture.urls }
    let urls = missing ? copies.missing.map(\.url) : Array(Set(kept)).sorted()
    guard !output.json else { return try output.write(["urls": .array(urls.map { .string($0) })]) }
    try StandardStreams.write(Array(urls.map { "\($0)\n" }.joined().utf8))
  }

  private func writeMissing(of copies: SourceCopies) throws {
    try output.write(
      words: copies.missing.isEmpty
        ? "every source with an address has a kept copy"
        : copies.missing.map { address in
          printable("\(address.url)  \(address.events.map(\.text).joined(separator: ", "))")
        }.joined(separator: "\n"),
      json: [
        "missing": .array(
          copies.missing.map { address in
            [
              "url": .string(address.url),
              "events": .array(address.events.map { .string($0.text) }),
            ]
          })
      ])
  }

  private func writeStrays(of copies: SourceCopies) throws {
    let strays = try log.captures.strays(
      besides: Set(copies.captures.map(\.recorded.capture.sha256)))
    try output.write(
      words: strays.isEmpty
        ? "no file is there that no event records"
        : strays.map { printable($0) }.joined(separator: "\n"),
      json: ["strays": .array(strays.map(JSONValue.string))])
  }
}
