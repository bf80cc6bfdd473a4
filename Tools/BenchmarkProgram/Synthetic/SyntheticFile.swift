import Foundation

/// A file of synthetic events.
struct SyntheticFile {
  let url: URL
  let events: Int
  /// The file's size.
  let bytes: Int

  /// Writes a file piece by piece, so that this program stays small.
  init(at url: URL, events: Int, companies: Int, seed: UInt64) throws {
    guard FileManager.default.createFile(atPath: url.path, contents: nil) else {
      throw CocoaError(.fileWriteUnknown)
    }
    let file = try FileHandle(forWritingTo: url)
    defer { try? file.close() }
    var source = SyntheticEvents(companies: companies, seed: seed)
    var piece = Data()
    var written = 0
    for _ in 0..<events {
      piece.append(contentsOf: source.nextLine().utf8)
      piece.append(UInt8(ascii: "\n"))
      guard piece.count > 1 << 18 else { continue }
      try file.write(contentsOf: piece)
      written += piece.count
      piece.removeAll(keepingCapacity: true)
    }
    try file.write(contentsOf: piece)
    // What is measured next must not wait for this file's way to the disk.
    try file.synchronize()
    self.url = url
    self.events = events
    bytes = written + piece.count
  }
}
