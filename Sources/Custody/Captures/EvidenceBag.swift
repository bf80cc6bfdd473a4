import Crypto
package import EventLog
import Files
package import Stances
import Transparency

/// Events and the kept files that they rest on as a BagIt bag (RFC 8493), which archives take in and
/// `bagit.py --validate` checks.
///
/// `data/events.jsonl` has the events as they were proposed, `data/captures/` the files. If the log is
/// signed, `data/checkpoint` is its last head; of a choice of events, `data/proofs/` proves each.
package struct EvidenceBag {
  /// Which events go into it.
  package enum Choice: Sendable {
    case all
    case matching(EventFilter)
    case event(RecordedEvent)
  }

  private let path: String
  private let store: CaptureStore

  /// A bag in a folder that is not there yet.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - store: where the files are kept.
  package init(at path: String, from store: CaptureStore) {
    (self.path, self.store) = (path, store)
  }

  /// Writes it.
  ///
  /// - Parameters:
  ///   - choice: the events.
  ///   - log: the log.
  ///   - today: the day of the bag.
  ///   - agent: the program, with its version.
  /// - Returns: how many events and files it has.
  /// - Throws: ``CaptureError`` if a file is not as it was recorded, or the folder is there;
  ///   ``EventLogError``, ``OutputError``.
  package func write(
    _ choice: Choice, of log: LogReader, on today: Day, by agent: String
  ) throws -> (events: Int, files: Int) {
    var counts = (events: 0, files: 0)
    try NewFolder.write(path) { folder in
      var bag = try OpenBag(at: folder)
      let captures = try captures(for: choice, in: log)
      counts.events = try writeEvents(choice, captures, of: log, into: &bag)
      let files = Set(captures.map(\.capture.sha256)).sorted()
      if !files.isEmpty { try makeFolder("\(folder)/data/captures") }
      for sha256 in files {
        let bytes = try store.copy(sha256, to: "\(folder)/data/captures/\(sha256)", of: path)
        bag.add(sha256, bytes: bytes, at: "data/captures/\(sha256)")
      }
      counts.files = files.count
      if let head = try log.lastCosignedCheckpoint() {
        try bag.write(head.note.bytes, to: "data/checkpoint")
      }
      try bag.finish(
        info: [
          ("Bagging-Date", "\(today)"), ("Bag-Software-Agent", agent),
          ("External-Identifier", try log.origin().map { "\($0)" } ?? ""),
          ("External-Description", "Events of stance, and the captured files that they rest on"),
        ])
    }
    return counts
  }

  /// The captures of the events' sources that stand.
  private func captures(for choice: Choice, in log: LogReader) throws -> [RecordedCapture] {
    switch choice {
    case .all: return try log.captures().filter { $0.withdrawn == nil }
    case .event(let event): return try log.captures(behind: event)
    case .matching(let filter):
      let ids = Set(try log.events(filter).map(\.id))
      return try log.captures(of: log.namedSources().filter { ids.contains($0.event) }.pages)
    }
  }

  /// Writes the events, and of a choice the proof of each that a signed head covers.
  private func writeEvents(
    _ choice: Choice, _ captures: [RecordedCapture], of log: LogReader, into bag: inout OpenBag
  ) throws -> Int {
    let events: [RecordedEvent]
    switch choice {
    case .all:
      var count = 0
      try bag.write(to: "data/events.jsonl") { write in
        try log.forEachProposal { bytes in
          count += 1
          try write(bytes + [UInt8(ascii: "\n")])
        }
      }
      return count
    case .matching(let filter): events = try log.events(filter)
    case .event(let event):
      events =
        try [event]
        + log.amendments(of: event.position).compactMap {
          try log.event(at: $0.position)
        }
    }
    let own = try captures.compactMap { try log.event(at: $0.position) }
    let chosen = Dictionary((events + own).map { ($0.position, $0) }) { first, _ in first }
      .values.sorted { $0.position < $1.position }
    try bag.write(to: "data/events.jsonl") { write in
      for event in chosen {
        try write(try RecordedEvent.proposedBytes(of: event.bytes) + [UInt8(ascii: "\n")])
      }
    }
    for event in chosen {
      guard let found = try proof(of: event, in: log) else { continue }
      try bag.write(found.leaf, to: "data/proofs/\(event.id).event.json")
      try bag.write(found.proof.bytes, to: "data/proofs/\(event.id).tlog-proof")
    }
    return chosen.count
  }

  /// The proof of an event; nil if no signed head covers it yet.
  private func proof(of event: RecordedEvent, in log: LogReader) throws -> EventProof? {
    do {
      return try EventProof(of: event, in: log, policy: nil)
    } catch ProvingError.notSignedYet {
      return nil
    }
  }
}

/// A bag that is being written: its files, with the digest of each.
private struct OpenBag {
  private let folder: String
  private var payload: [(path: String, sha256: String)] = []
  private var bytes: Int64 = 0
  private var folders: Set<String> = []

  init(at folder: String) throws {
    self.folder = folder
    try makeFolder("\(folder)/data")
    folders = ["\(folder)/data"]
  }

  /// Notes a file that is written already.
  mutating func add(_ sha256: String, bytes: Int64, at path: String) {
    payload.append((path, sha256))
    self.bytes += bytes
    folders.insert("\(folder)/\(directory(of: path))")
  }

  mutating func write(_ content: [UInt8], to path: String) throws {
    try write(to: path) { write in try write(content) }
  }

  mutating func write(
    to path: String, _ body: (_ write: ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    try makeFolder(directory(of: "\(folder)/\(path)"))
    let file = try OutputFile(path: "\(folder)/\(path)")
    var hash = SHA256()
    var count: Int64 = 0
    try body { block in
      hash.update(data: block)
      count += Int64(block.count)
      try file.write(block)
    }
    try file.finish()
    add(Hexadecimal.encode(Array(hash.finalize())), bytes: count, at: path)
  }

  /// Writes what the bag says of itself, and waits until all of it is on the disk.
  func finish(info: [(name: String, value: String)]) throws {
    let oxum = ("Payload-Oxum", "\(bytes).\(payload.count)")
    let lines = (info.filter { !$0.value.isEmpty } + [oxum]).map { "\($0): \($1)\n" }
    let tags = [
      ("bag-info.txt", lines.joined()),
      ("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
      ("manifest-sha256.txt", Self.manifest(payload)),
    ]
    for (name, text) in tags { try OutputFile.write(Array(text.utf8), to: "\(folder)/\(name)") }
    let digests = tags.map { name, text in
      (path: name, sha256: Hexadecimal.encode(Array(SHA256.hash(data: Array(text.utf8)))))
    }
    try OutputFile.write(
      Array(Self.manifest(digests).utf8), to: "\(folder)/tagmanifest-sha256.txt")
    for name in folders { try synchronizeFolder(name) }
  }

  private static func manifest(_ files: [(path: String, sha256: String)]) -> String {
    files.sorted { $0.path < $1.path }.map { "\($0.sha256)  \($0.path)\n" }.joined()
  }
}
