import GRDB
import TestSupport
import Testing

@testable import EventLog

@Suite("The work on one answer")
struct WorkTests {
  private func limits(
    seconds: Int = 60, answerBytes: Int = 1 << 20, gatheredBytes: Int = 1 << 20
  ) -> WorkLimits {
    WorkLimits(seconds: seconds, answerBytes: answerBytes, gatheredBytes: gatheredBytes) { _ in }
  }

  @Test("a statement that takes too long is ended, and the connection can be used as before")
  func endlessStatement() throws {
    let fixture = try LogFixture(company("dji"))
    let reader = try EventLog.open(at: fixture.path, for: .reading)
    let endless =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    for _ in 0..<3 {
      #expect(throws: WorkError.outOfTime(seconds: 1)) {
        try reader.read(within: limits(seconds: 1)) {
          try Int.fetchOne($0.database, sql: endless)
        }
      }
      try fixture.append([company("smic")])
      #expect(try reader.read(within: limits()) { try $0.head } == 2)
      #expect(try reader.read { try $0.head } == 2)
    }
  }

  @Test("what is computed between statements ends when it asks whether there is time")
  func computation() throws {
    let fixture = try LogFixture(company("dji"))
    #expect(throws: WorkError.outOfTime(seconds: 0)) {
      try fixture.log.read(within: limits(seconds: 0)) { try $0.checkTime() }
    }
    try fixture.log.read { try $0.checkTime() }
  }

  @Test("more bytes than one answer may gather or have are refused")
  func bytes() throws {
    let fixture = try LogFixture(company("dji"))
    try fixture.log.read(within: limits(answerBytes: 100, gatheredBytes: 100)) { log in
      try log.gather(60)
      #expect(throws: WorkError.tooLong(limit: 100)) { try log.gather(60) }
      try log.note(written: 100)
      #expect(throws: WorkError.tooLong(limit: 100)) { try log.note(written: 101) }
    }
  }
}
