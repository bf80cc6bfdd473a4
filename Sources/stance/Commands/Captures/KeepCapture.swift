import ArgumentParser
import Custody
import Intake

/// `stance capture FILE`: keeps files and records a capture of each.
struct KeepCapture: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keep",
    abstract: "Keep a captured file beside the log, and record that it is kept.",
    usage: """
      stance capture FILE [--url URL …] [--captured WHEN] [options]
      stance capture --from FILE.csv|- [options]
      """,
    discussion: """
      EXAMPLES
        stance capture page.mhtml                    of what, and when: its head
        stance capture page.html --url URL --captured 2022-05-06T09:00Z
        stance capture a.pdf --url URL --captured 2022-05-06 --with "A. Reporter"
        stance capture --from captures.csv           file,url,captured,with: whole
        stance capture --from captures.csv --dry-run

      What is left out is read from the file: the head of MHTML, SingleFile's
      comment, the first response of a WARC or WARC.gz. If you say otherwise than
      the file, your word is recorded, and that is said. A page belongs to every
      source whose url or archived address it is, without what follows a '#'.
      The CSV's columns are file and, if wanted, url, captured, with, title, media
      and note; the files are named as from this folder. All of its files are kept
      or none.
      """)

  @Argument(
    help: ArgumentHelp("The captured file.", valueName: "file"), completion: .file())
  var file: String?

  @Option(
    help: ArgumentHelp("The address that it is a copy of; may be repeated.", valueName: "url"))
  var url: [String] = []

  @Option(
    help: ArgumentHelp("When it was made: an instant or a day.", valueName: "when"))
  var captured: String?

  @Option(
    help: ArgumentHelp("The program and the person that made it.", valueName: "who"))
  var with: String?

  @Option(help: ArgumentHelp("The page's or document's own title.", valueName: "title"))
  var title: String?

  @Option(help: ArgumentHelp("Its media type, if the file does not show it.", valueName: "type"))
  var media: String?

  @Option(help: ArgumentHelp("What a reader should know besides.", valueName: "text"))
  var note: String?

  @Option(
    help: ArgumentHelp("A CSV file with a row for each file, or - .", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var from: String?

  @Option(help: ArgumentHelp("How long a file may be, in MiB.", valueName: "mib"))
  var limit: Int64 = CaptureStore.standardLimit >> 20

  @OptionGroup var recording: RecordingOptions

  func validate() throws {
    if recording.propose {
      throw ValidationError("A file is kept at once, or not at all: it cannot be proposed.")
    }
    switch (file, from) {
    case (nil, nil): throw ValidationError("Give a file to keep, or --from FILE.csv.")
    case (_?, _?): throw ValidationError("Give either a file or --from FILE.csv, not both.")
    case (nil, _?):
      guard url.isEmpty, [captured, with, title, media, note].allSatisfy({ $0 == nil }) else {
        throw ValidationError("With --from, what is said of a file goes into its row.")
      }
    case (_?, nil): break
    }
    guard (1...1 << 20).contains(limit) else {
      throw ValidationError("--limit is a number of MiB from 1 to \(1 << 20).")
    }
  }

  func run() throws {
    // A log that takes no events is refused before a file is copied.
    _ = try recording.log.openToAppend()
    let batch = try CaptureBatch(
      requests(), into: recording.log.captures, limit: limit << 20,
      isDryRun: recording.dryRun || recording.preview)
    try recording.record(saying: batch.remarks) { log, request, remarks, inspect in
      try log.append(
        batch.flags, as: request, isStrict: recording.strict, remarks: &remarks,
        inspecting: batch.naming(before: inspect))
    }
  }

  private func requests() throws -> [CaptureRequest] {
    if let from { return try CaptureRequest.requests(in: InputFile(path: from)) }
    var request = CaptureRequest(file: file ?? "")
    request.urls = url
    request.captured = captured
    request.with = with
    request.title = title
    request.media = media
    request.note = note
    return [request]
  }
}

extension LogOptions {
  /// The folder of the files that are kept beside the log.
  var captures: CaptureStore { CaptureStore(besideLogAt: path) }
}
