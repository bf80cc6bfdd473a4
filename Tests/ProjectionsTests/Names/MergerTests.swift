import Projections
import Stances
import TestSupport
import Testing

@Suite("Companies that become one")
struct MergerTests {
  private let word = announcement("honor", .reducing, on: "2022-03-01", id: "word")
  private let merger = company("honor", name: "Honor of Huawei", id: "merger")
    .with("merged_into", "huawei").with("occurred", "2022-04-11").with("published", "2022-03-01")

  private func companies(
    _ registration: TestEvent, on day: String, knownBy: String? = nil
  ) throws -> [String] {
    try TestLog([registration, company("huawei"), merger, word])
      .postures(to: day, knownBy: knownBy).map { "\($0.company) \($0.name)" }
  }

  @Test("are one from the day of the merger on")
  func fromItsDay() throws {
    #expect(try companies(company("honor"), on: "2022-04-10") == ["honor honor"])
    #expect(try companies(company("honor"), on: "2022-04-11") == ["huawei huawei"])
  }

  @Test("are two before that day, though no other registration counts yet")
  func ahead() throws {
    let unknown = company("honor").with("published", "2022-05-01")
    #expect(
      try companies(unknown, on: "2022-04-10", knownBy: "2022-04-30") == ["honor Honor of Huawei"])
    #expect(
      try companies(unknown, on: "2022-04-11", knownBy: "2022-04-30") == ["huawei huawei"])
  }

  @Test("of two registrations for one day ahead, the last recorded counts")
  func sameDayAhead() throws {
    let dated = company("honor").with("occurred", "2022-04-11")
    #expect(try companies(dated, on: "2022-04-10") == ["honor Honor of Huawei"])
  }
}
