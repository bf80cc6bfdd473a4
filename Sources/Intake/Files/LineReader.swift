import JSON
import Glibc
import Stances

/// Splits a file into lines without holding more than one of them.
///
/// A line ends in LF or CR LF; the last may end with the file.
struct LineReader {
  /// The number of the line that was handed out last, from 1.
  private(set) var number = 0

  private var blocks: BlockReader
  private var bytes: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  init(_ file: InputFile) {
    blocks = BlockReader(file)
  }

  /// The next line without its end, or nil behind the last.
  mutating func next() throws -> ArraySlice<UInt8>? {
    var searched = start
    while true {
      if let end = lineFeed(from: searched) {
        let line = bytes[start..<end]
        start = end + 1
        return try finish(line)
      }
      if isAtEnd {
        guard start < bytes.count else { return nil }
        let line = bytes[start...]
        start = bytes.count
        return try finish(line)
      }
      guard bytes.count - start <= JSONLimits.event.maximumBytes + 1 else {
        number += 1
        throw tooLong()
      }
      bytes.removeSubrange(..<start)
      start = 0
      searched = bytes.count
      let block = try blocks.next()
      isAtEnd = block.isEmpty
      bytes.append(contentsOf: block)
    }
  }

  private mutating func finish(_ line: ArraySlice<UInt8>) throws(IntakeError) -> ArraySlice<UInt8> {
    number += 1
    let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    guard line.count <= JSONLimits.event.maximumBytes else { throw tooLong() }
    return line
  }

  private func tooLong() -> IntakeError {
    let reason = JSONError.Reason.tooLong(limit: JSONLimits.event.maximumBytes)
    return IntakeError(
      place: .line(file: blocks.file.name, line: number), sentence: "\(reason)")
  }

  private func lineFeed(from offset: Int) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, offset < buffer.count,
        let found = memchr(base + offset, Int32(UInt8(ascii: "\n")), buffer.count - offset)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }
}
