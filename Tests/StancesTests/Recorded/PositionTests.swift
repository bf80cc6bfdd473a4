import Stances
import TestSupport
import Testing

@Suite("Places in a log")
struct PositionTests {
  @Test("are in the order of their numbers, from the place before the first event")
  func order() {
    #expect([Position(10), 2, .beforeFirst, .max].sorted() == [0, 2, 10, .max])
    #expect(Position.beforeFirst.next == 1)
    #expect(Position.max.next == .max)
  }

  @Test("count the events between them")
  func counting() {
    #expect(Position(7).count(after: .beforeFirst) == 7)
    #expect(Position(7).count(after: 7) == 0)
    #expect(Position(3).count(after: 5) == -2)
  }

  @Test("are written and read as plain numbers")
  func text() {
    #expect("\(Position(395))" == "395")
    #expect(Position("395") == 395)
    for wrong in ["", "x", "1.5", "9223372036854775808"] { #expect(Position(wrong) == nil) }
  }
}
