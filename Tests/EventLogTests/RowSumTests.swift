import Synchronization
import Testing

@testable import EventLog

@Suite("Sums over rows")
struct RowSumTests {
  private static let key = RowKey(low: 1, high: 2)

  @Test("do not depend on the order of the rows, and on nothing else")
  func order() {
    let rows: [[ColumnValue]] = [
      [.integer(1), .integer(2)], [.integer(2), .integer(1)], [.integer(nil), .integer(0)],
      [.integer(0), .integer(nil)], [.text(""), .integer(0)], [.text(nil), .integer(0)],
      [.text("a"), .text("bc")], [.text("ab"), .text("c")], [.text("abcdefgh"), .text("")],
      [.text("abcdefg"), .text("h")], [.text("abcdefgh\0"), .text("")], [.text("\0"), .text("")],
    ]
    #expect(sum(rows) == sum(rows.reversed()))
    let single = rows.map { sum([$0]) }
    for (index, one) in single.enumerated() {
      // A null is one, whichever kind of value the column could have.
      let same = single.indices.filter { single[$0] == one }
      #expect(same == ([2, 5].contains(index) ? [2, 5] : [index]))
    }
    #expect(sum([rows[0], rows[0]]) != sum([rows[0]]))
    let crossed: [[ColumnValue]] = [[.integer(1), .integer(1)], [.integer(2), .integer(2)]]
    #expect(sum([rows[0], rows[1]]) != sum(crossed))
  }

  @Test("differ under another key in both halves")
  func keys() {
    let other = RowKey(low: 1, high: 3)
    let (first, second) = (RowHash(key: Self.key).halves, RowHash(key: other).halves)
    #expect(first.0 != second.0 && first.1 != second.1 && first.0 != first.1)
  }

  private func sum(_ rows: [[ColumnValue]]) -> RowSum {
    rows.reduce(into: RowSum()) { sum, row in
      var hash = RowHash(key: Self.key)
      for column in row { hash.add(column) }
      sum.add(hash)
    }
  }
}

@Suite("Threads that do one piece of work after another")
struct WorkQueueTests {
  @Test("all pieces are done, each once, also those that wait at the end", arguments: [0, 1, 8])
  func all(threads: Int) {
    let done = Mutex<[Int]>([])
    var queue: WorkQueue? = WorkQueue(threads: threads)
    let pieces = (0..<100).compactMap { index in
      queue.map { queue in
        Background(on: queue) {
          done.withLock { $0.append(index) }
          return index
        }
      }
    }
    queue = nil
    #expect(pieces.map { $0.result() } == Array(0..<100))
    #expect(done.withLock { $0.sorted() } == Array(0..<100))
  }
}
