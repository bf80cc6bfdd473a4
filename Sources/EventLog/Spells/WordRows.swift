import GRDB
package import Stances

/// A run of so many events, one after the other, of which it is known which words are in them.
///
/// An index of words to blocks and not to events: a search reads the few blocks that have all words
/// of a query (block addressing: Manber and Wu, "GLIMPSE", 1994). It is a small part of an index to
/// every event, and a block once written is never written again.
package struct WordBlock: Sendable {
  /// Which one, from 0.
  let number: Int64

  /// How many events are in each.
  static let count: Int64 = 512

  /// The positions of its events.
  package var positions: ClosedRange<Position> {
    Position(number * Self.count + 1)...Position((number + 1) * Self.count)
  }

  /// The blocks that have events up to a position; the last one may have others.
  package static func all(upTo last: Position) -> [WordBlock] {
    (0..<(last.number + count - 1) / count).map(WordBlock.init)
  }

  /// The blocks that are whole at a position, and were not at another.
  static func whole(at end: Position, notAt start: Position) -> [WordBlock] {
    let first = start.number / count
    return (first..<max(first, end.number / count)).map(WordBlock.init)
  }
}

/// The rows of words: each has those of a block from one word up to another, so that one that is
/// missing shows where it is looked for.
enum WordRows {
  static let table = """
    CREATE TABLE word (
      block INTEGER NOT NULL, first TEXT NOT NULL, until TEXT, words TEXT NOT NULL,
      sum INTEGER NOT NULL, PRIMARY KEY (block, first)) STRICT, WITHOUT ROWID
    """

  /// How many bytes of words a row has, or a little more: four rows fit on a page.
  static let length = 900
}

extension SpellStore.Header {
  /// The sum of a row of words.
  fileprivate func sum(
    ofWordsIn block: Int64, from first: UnsafeRawBufferPointer, until: UnsafeRawBufferPointer?,
    _ words: UnsafeRawBufferPointer
  ) -> Int64 {
    var row = row
    row.add(block)
    row.add(first)
    if let until { row.add(until) } else { row.add(nil as Int64?) }
    row.add(words)
    return row.sum
  }
}

/// One row of words, its texts as bytes.
private struct WordRow: Sendable {
  let first: [UInt8]
  let until: [UInt8]?
  let words: [UInt8]

  /// The rows for the words of some events.
  static func rows(ofEvents events: [[UInt8]]) -> [WordRow] {
    var found: Set<String> = []
    for bytes in events {
      let texts = RecordedTexts(bytes)
      for item in texts.content + texts.ofAmendment {
        forEachWord(in: item.text) { word in
          found.insert(word.word)
          return true
        }
      }
    }
    // By bytes, as the column is ordered. The first row is also where a word is looked for that would
    // come before all of them.
    var rows: [WordRow] = []
    var (first, words) = ([UInt8](), [UInt8]())
    for word in found.map({ Array($0.utf8) }).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      if words.count >= WordRows.length {
        rows.append(WordRow(first: first, until: word, words: words))
        (first, words) = (word, [])
      }
      if !words.isEmpty { words.append(UInt8(ascii: "\n")) }
      words += word
    }
    return rows + [WordRow(first: first, until: nil, words: words)]
  }
}

extension SpellWriter {
  /// Writes the words of the blocks that are whole after a position and up to another.
  ///
  /// They are found on other threads while the next events are read.
  package func writeWords(of log: LogReader, after start: Position, upTo end: Position) throws {
    let blocks = WordBlock.whole(at: end, notAt: start)
    guard !blocks.isEmpty else { return }
    let queue = WorkQueue(threads: 2)
    var finding: [(block: Int64, rows: Background<[WordRow]>)] = []
    for block in blocks {
      let events = try log.leaves(block.positions)
      finding.append((block.number, Background(on: queue) { WordRow.rows(ofEvents: events) }))
      if finding.count > 4 { try writeFirst(of: &finding) }
    }
    while !finding.isEmpty { try writeFirst(of: &finding) }
  }

  private func writeFirst(
    of finding: inout [(block: Int64, rows: Background<[WordRow]>)]
  ) throws {
    let (block, rows) = finding.removeFirst()
    let insert = try RawStatement(shared: "INSERT INTO word VALUES (?, ?, ?, ?, ?)", in: database)
    for row in rows.result() {
      insert.bind(block, at: 1)
      insert.bind(String(decoding: row.first, as: UTF8.self), at: 2)
      insert.bind(row.until.map { String(decoding: $0, as: UTF8.self) }, at: 3)
      insert.bind(String(decoding: row.words, as: UTF8.self), at: 4)
      let sum = row.first.withUnsafeBytes { first in
        row.words.withUnsafeBytes { words in
          guard let until = row.until else {
            return header.sum(ofWordsIn: block, from: first, until: nil, words)
          }
          return until.withUnsafeBytes {
            header.sum(ofWordsIn: block, from: first, until: $0, words)
          }
        }
      }
      insert.bind(sum, at: 5)
      try insert.insert()
    }
  }
}

extension SpellReader {
  /// Whether events of a block may have all words of a query: each is in one of them at least, or the
  /// block was not whole when the file was written.
  ///
  /// - Throws: ``SpellStore/SpellError`` if a row is damaged, or missing.
  package func mayHave(_ query: TextQuery, in block: WordBlock) throws -> Bool {
    guard block.positions.upperBound <= header.position else { return true }
    return try query.terms.allSatisfy { term in
      try term.words.allSatisfy { try has($0, isWhole: term.isOfSigns, in: block) }
    }
  }

  /// Whether a block has a word, or one that begins so.
  private func has(_ word: String, isWhole: Bool, in block: WordBlock) throws -> Bool {
    let row = try RawStatement(
      shared: """
        SELECT first, until, words, sum FROM word
        WHERE block = ? AND first <= ? ORDER BY first DESC LIMIT 1
        """, in: database)
    row.bind(block.number, at: 1)
    row.bind(word, at: 2)
    defer { row.reset() }
    guard try row.step() else { throw SpellStore.SpellError.damaged }
    let isLast = row.kind(of: 1) == .null
    let sum = header.sum(
      ofWordsIn: block.number, from: row.bytes(0), until: isLast ? nil : row.bytes(1), row.bytes(2))
    guard sum == row.integer(3) else { throw SpellStore.SpellError.damaged }
    var word = word
    return try word.withUTF8 { word in
      let sought = UnsafeRawBufferPointer(word)
      if !isLast {
        let until = row.bytes(1)
        guard sought.lexicographicallyPrecedes(until) else { throw SpellStore.SpellError.damaged }
        // The first word of the next row.
        if !isWhole, until.starts(with: sought) { return true }
      }
      return row.bytes(2).split(separator: UInt8(ascii: "\n")).contains {
        isWhole ? $0.elementsEqual(sought) : $0.starts(with: sought)
      }
    }
  }
}
