import Errors
package import EventLog
import Files
import Intake
import JSON
import Stances

/// The marks of one log, kept on this machine outside every log.
///
/// A log goes by the hash of its first event: it has one from its first append on and keeps it when
/// it grows, is moved or copied, or is named by a key or a later one.
package struct MarkFile {
  /// The file that keeps them.
  package let path: String

  /// The marks of a log, in a folder.
  ///
  /// - Throws: ``MarkError`` for a log without events.
  init(of log: LogReader, in folder: String) throws {
    guard try log.head > .beforeFirst else { throw MarkError.emptyLog }
    path = "\(folder)/marks/\(try log.rootDigits(at: Position.beforeFirst.next)).json"
  }

  /// The marks by name.
  package func marks() throws -> [MarkName: Mark] {
    let bytes: [UInt8]
    do {
      bytes = try InputFile.contents(ofFile: path)
    } catch InputError.notFound {
      return [:]
    }
    guard let marks = try? Self.marks(in: bytes) else { throw MarkError.damaged(path: path) }
    return marks
  }

  /// One mark.
  ///
  /// - Throws: ``MarkError`` if there is none of the name.
  package func mark(_ name: MarkName) throws -> Mark {
    let marks = try marks()
    guard let mark = marks[name] else { throw Self.unknown(name, in: marks) }
    return mark
  }

  /// Sets a mark to what `change` makes of it, while no other process can.
  package func set(_ name: MarkName, _ change: (Mark?) -> Mark) throws {
    try exchange { $0[name] = change($0[name]) }
  }

  /// Removes a mark.
  ///
  /// - Throws: ``MarkError`` if there is none of the name.
  package func remove(_ name: MarkName) throws {
    try exchange { marks in
      guard marks.removeValue(forKey: name) != nil else { throw Self.unknown(name, in: marks) }
    }
  }

  private static func unknown(_ name: MarkName, in marks: [MarkName: Mark]) -> MarkError {
    .unknown(name.text, nearest: nearestNames(to: name.text, among: marks.keys.map(\.text)))
  }

  /// Lets `body` change the marks; the file is replaced at once, or stays as it is.
  private func exchange(_ body: (inout [MarkName: Mark]) throws -> Void) throws {
    try makeFolder(directory(of: path), isPrivate: true)
    let lock = try OpenFile(locking: "\(path).lock")
    defer { withExtendedLifetime(lock) {} }
    let old = try marks()
    var marks = old
    try body(&marks)
    guard marks != old else { return }
    try OutputFile.write(Self.bytes(of: marks), to: path)
    try synchronizeFolder(directory(of: path))
  }

  // MARK: Bytes

  private static func bytes(of marks: [MarkName: Mark]) -> [UInt8] {
    let members = marks.sorted { $0.key < $1.key }.map { name, mark -> (String, JSONValue) in
      (
        name.text,
        [
          "position": .integer(mark.position.number), "day": .string(mark.day.description),
        ]
      )
    }
    return JSONValue.object([("marks", .object(members))]).prettyBytes() + [UInt8(ascii: "\n")]
  }

  private static func marks(in bytes: [UInt8]) throws -> [MarkName: Mark]? {
    let limits = JSONLimits(maximumBytes: 1 << 20, maximumDepth: 4)
    let root = try JSONDocument(parsing: bytes, limits: limits).root
    guard let members = root["marks"]?.members else { return nil }
    var marks: [MarkName: Mark] = [:]
    for member in members {
      guard let number = member.value["position"]?.integer, number >= 0,
        let day = try member.value["day"]?.string.map({ try Day(iso: $0) })
      else { return nil }
      marks[try MarkName(member.name)] = Mark(position: Position(number), day: day)
    }
    return marks
  }
}

extension UserFiles {
  /// The marks of a log.
  ///
  /// - Throws: ``HomelessError`` if they have no place; ``MarkError`` for a log without events.
  package func marks(of log: LogReader) throws -> MarkFile {
    try MarkFile(of: log, in: memory())
  }
}
