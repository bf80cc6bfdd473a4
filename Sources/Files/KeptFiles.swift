/// Files that no result replaces: those of this run, by any of their names, and those that other
/// runs need, by what they hold.
package struct KeptFiles: Sendable {
  /// What such a file is.
  package enum Kind: Hashable, Sendable {
    case database
    /// What SQLite keeps beside a database: its write-ahead log, the index of that, its journal.
    case besideDatabase
    case privateKey
    case tokens
    /// What this machine remembers of signed logs.
    case memory
    /// A file that is kept beside a log.
    case capture
  }

  private var files: [(path: String, kind: Kind)] = []
  private var folders: [(path: String, kind: Kind)] = []

  /// Only what other runs need.
  package init() {}

  /// Keeps a file, which need not exist yet; with a database also what SQLite keeps beside it.
  package mutating func keep(_ path: String, as kind: Kind) {
    files.append((resolved(path), kind))
    guard kind == .database else { return }
    files += Self.endings.map { (resolved(path) + $0, .besideDatabase) }
  }

  /// Keeps all that a folder holds.
  package mutating func keep(folder path: String, as kind: Kind) {
    folders.append((resolved(path), kind))
  }

  /// Refuses a path at which there is such a file, or would be.
  package func check(_ path: String) throws(OutputError) {
    if let kind = kind(of: path) { throw .isKept(path: path, kind) }
  }

  /// Refuses a path of a new file, which would be taken for such a file; what is there and not empty
  /// is for the maker of the file to refuse.
  package func check(new path: String) throws(OutputError) {
    if (try? FileStatus(of: path))?.size ?? 0 == 0 { try check(path) }
  }

  private func kind(of path: String) -> Kind? {
    let place = resolved(path)
    let status = try? FileStatus(of: path)
    func isSame(_ other: String) -> Bool {
      other == place || status != nil && status?.identity == (try? FileStatus(of: other))?.identity
    }
    return files.first { isSame($0.path) }?.kind
      ?? folders.first { place.hasPrefix("\($0.path)/") }?.kind
      ?? Self.kind(byNameOf: place)
      ?? (status?.kind == .file ? Self.kind(byContentOf: path) : nil)
  }

  private static let endings = ["-wal", "-shm", "-journal"]

  /// SQLite takes a file with such a name beside a database for its own.
  private static func kind(byNameOf path: String) -> Kind? {
    endings.contains { ending in
      path.hasSuffix(ending) && kind(byContentOf: String(path.dropLast(ending.count))) == .database
    } ? .besideDatabase : nil
  }

  private static func kind(byContentOf path: String) -> Kind? {
    guard (try? FileStatus(of: path))?.kind == .file,
      let start = try? OpenFile(path, for: .reading).read(upTo: 128)
    else { return nil }
    // The signatures are those of sqlite.org/fileformat2.html, 1.3.1, 3 and 4.1.
    if start.starts(with: Array("SQLite format 3\0".utf8)) { return .database }
    let ofJournals: [[UInt8]] = [
      [0x37, 0x7F, 0x06, 0x82], [0x37, 0x7F, 0x06, 0x83],
      [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7],
    ]
    if ofJournals.contains(where: start.starts(with:)) { return .besideDatabase }
    if start.starts(with: Array("PRIVATE+KEY+".utf8)) { return .privateKey }
    return isTokenLine(start) ? .tokens : nil
  }

  /// Whether a file begins with a SHA-256, a day if the token expires, one blank and a name.
  private static func isTokenLine(_ start: [UInt8]) -> Bool {
    let isHexadecimal = start.prefix(64).allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
    }
    let rest = start.dropFirst(64)
    // A colon, and a day as in 2022-12-31.
    let name = rest.first == UInt8(ascii: ":") ? rest.dropFirst(11) : rest
    return isHexadecimal && name.count > 1 && name.first == UInt8(ascii: " ")
      && name.dropFirst().first.map { $0 > UInt8(ascii: " ") } == true
  }
}

/// The path of a file without links, whether it exists or only its folder does.
private func resolved(_ path: String) -> String {
  if let whole = try? realPath(path) { return whole }
  guard let folder = try? realPath(directory(of: path)) else { return path }
  let name = path.split(separator: "/").last.map(String.init) ?? ""
  return folder == "/" ? "/\(name)" : "\(folder)/\(name)"
}
