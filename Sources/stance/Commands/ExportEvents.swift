import ArgumentParser
import Custody
import Errors
import EventLog
import JSON
import Projections
import Reports
import Stances
import Transparency

/// `stance export`: every event as proposed, as JSON Lines.
struct ExportEvents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write every event as it was submitted, one per line, or the signed log as tiles.",
    discussion: """
      EXAMPLES
        stance export > events.jsonl                 to standard output
        stance export -o events.jsonl                to a file, written atomically
        stance export | stance append --from - --log copy.sqlite
                                                     into another log
        stance export --format cloudevents -o batch.json
                                                     for event buses: CloudEvents
        stance export --tiles www/log                the signed log as C2SP tiles;
                                                     run again to update it
        stance export --bag lenovo --company lenovo  its events and kept files, as
                                                     a BagIt bag
      """)

  /// How events are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl, cloudevents
  }

  @Option(help: "Lines of events as submitted, or a batch of CloudEvents 1.0.")
  var format = Format.jsonl

  @Option(
    help: ArgumentHelp("The folder for the signed log's tiles.", valueName: "folder"),
    completion: .directory)
  var tiles: String?

  @Option(
    help: ArgumentHelp(
      "The new folder for a BagIt bag (RFC 8493) of events and kept files.", valueName: "folder"),
    completion: .directory)
  var bag: String?

  @Option(help: ArgumentHelp("The bag's events: those that concern a company.", valueName: "slug"))
  var company: String?

  @Option(help: ArgumentHelp("The bag's events: this one alone, by id or position."))
  var event: String?

  @OptionGroup var file: FileOptions
  @OptionGroup var log: LogOptions

  func validate() throws {
    guard [tiles, bag, file.output].count(where: { $0 != nil }) < 2 else {
      throw ValidationError("Give one of --tiles FOLDER, --bag FOLDER and -o FILE.")
    }
    guard format == .jsonl || tiles == nil && bag == nil else {
      throw ValidationError("--format is for events alone, not for --tiles or --bag.")
    }
    guard bag != nil || company == nil && event == nil else {
      throw ValidationError("--company and --event go with --bag FOLDER.")
    }
    guard company == nil || event == nil else {
      throw ValidationError("Give either --company or --event, not both.")
    }
  }

  func run() throws {
    if let bag { return try writeBag(to: bag) }
    if let tiles { return try writeTiles(to: tiles) }
    switch format {
    case .jsonl: try writeEvents()
    case .cloudevents: try writeCloudEvents()
    }
  }

  private func writeTiles(to folder: String) throws {
    var progress = Progress("files written")
    defer { progress.end() }
    let head = try log.read {
      try TileFolder(path: folder, keeping: log.kept).write(from: $0) { progress.show($0) }
    }
    StandardStreams.say("\(folder) has the signed log of \(head.size) events")
  }

  private func writeBag(to folder: String) throws {
    let counts = try log.read { reader in
      let choice: EvidenceBag.Choice =
        if let event {
          .event(try reader.requiredEvent(event))
        } else if let company {
          .matching(try Self.filter(company, in: reader))
        } else {
          .all
        }
      return try EvidenceBag(at: folder, from: log.captures).write(
        choice, of: reader, on: SystemClock.today(), by: "stance \(Version.number)")
    }
    StandardStreams.say(
      "\(printable(folder)) has \(counts.events) event\(counts.events == 1 ? "" : "s") and "
        + "\(counts.files) kept file\(counts.files == 1 ? "" : "s")")
  }

  private static func filter(_ company: String, in reader: LogReader) throws -> EventFilter {
    var choice = EventChoice()
    choice.companies = [company]
    return try choice.filter(in: reader)
  }

  private func writeCloudEvents() throws {
    var progress = Progress("events written")
    defer { progress.end() }
    try file.write(keeping: log.kept) { write in
      var count = 0
      var block = Array("[\n".utf8)
      try log.read { log in
        Self.sayOmitted(keys: try log.keys().links.count)
        let first = try log.head == .beforeFirst ? "" : log.rootDigits(at: Position(1))
        let source = CloudEvent.source(
          origin: try log.originText(at: log.head), firstRoot: first)
        try log.forEachEvent(EventFilter()) { event in
          guard event.type != EventType.logKey.rawValue,
            let json = CloudEvent.json(of: event, source: source)
          else { return true }
          if count > 0 { block += Array(",\n".utf8) }
          block += json.compactBytes()
          count += 1
          guard block.count >= Self.blockSize else { return true }
          try write(block)
          block.removeAll(keepingCapacity: true)
          progress.show(count)
          return true
        }
      }
      try write(block + Array("\n]\n".utf8))
    }
  }

  private static func sayOmitted(keys: Int) {
    guard keys > 0 else { return }
    StandardStreams.say(
      "omitted the log's own \(keys == 1 ? "key" : "\(keys) keys"), which another log cannot have")
  }

  private func writeEvents() throws {
    var progress = Progress("events written")
    defer { progress.end() }
    try file.write(keeping: log.kept) { write in
      var count = 0
      var block: [UInt8] = []
      try log.read { log in
        Self.sayOmitted(keys: try log.keys().links.count)
        try log.forEachProposal { bytes in
          block += bytes
          block.append(UInt8(ascii: "\n"))
          count += 1
          guard block.count >= Self.blockSize else { return }
          try write(block)
          block.removeAll(keepingCapacity: true)
          progress.show(count)
        }
      }
      try write(block)
    }
  }

  private static let blockSize = 64 * 1024
}
