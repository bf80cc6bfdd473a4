import JSON
import Projections
import Stances
import TestSupport
import Testing

@Suite("A measure that stands otherwise for some of its addressees")
struct MeasureAddresseeTests {
  private let seized = step(
    .inForce, on: "2023-07-16", to: ["companies": strings(["danone", "carlsberg"])], id: "seized")

  /// Where the act stands for all but some, then for each of these.
  private func standings(
    _ steps: [TestEvent], on day: String, rules: RuleSet = .current
  ) throws -> [String] {
    let life = try #require(try life(of: steps, on: day, rules: rules))
    return [life.standing.status.term]
      + life.deviations.sorted { $0.key < $1.key }.map { company, standing in
        "\(company) \(standing.status.term)" + (standing.since.map { " \($0)" } ?? "")
      }
  }

  @Test("M3: lifted for one company, it is in force for the rest")
  func liftedForOne() throws {
    let lifted = step(
      .lifted, on: "2024-03-13", to: ["companies": strings(["danone"])], id: "lifted")
    let steps = [seized, lifted]
    #expect(try standings(steps, on: "2024-03-12") == ["in_force"])
    #expect(try standings(steps, on: "2024-03-13") == ["in_force", "danone lifted 2024-03-13"])
    #expect(try standings(steps, on: "2024-03-13", rules: .first) == ["lifted"])
    let rest = step(
      .lifted, on: "2024-12-02", to: ["companies": strings(["carlsberg", "danone"])], id: "rest")
    #expect(
      try standings(steps + [rest], on: "2024-12-02") == ["lifted", "danone lifted 2024-03-13"])
  }

  @Test("M3: an act that was lifted for each company that it names is lifted")
  func liftedForEach() throws {
    let steps = [
      seized, step(.lifted, on: "2024-03-13", to: ["companies": strings(["danone"])], id: "first"),
      step(.lifted, on: "2024-12-02", to: ["companies": strings(["carlsberg"])], id: "second"),
    ]
    #expect(try standings(steps, on: "2024-12-01") == ["in_force", "danone lifted 2024-03-13"])
    #expect(try standings(steps, on: "2024-12-02") == ["lifted", "danone lifted 2024-03-13"])
  }

  @Test("M3: a step that names no company, or a class of companies, is about the whole act")
  func whole() throws {
    #expect(
      try standings([seized, step(.lifted, on: "2024-03-13")], on: "2024-03-13") == ["lifted"])
    let all = step(.lifted, on: "2024-03-13", to: ["all": true])
    #expect(try standings([seized, all], on: "2024-03-13") == ["lifted"])
  }

  @Test("M3: a company for which it was lifted can be put under it again")
  func again() throws {
    let steps = [
      seized, step(.lifted, on: "2024-03-13", to: ["companies": strings(["danone"])], id: "lifted"),
      step(.inForce, on: "2024-06-01", to: ["companies": strings(["danone"])], id: "again"),
    ]
    #expect(
      try standings(steps, on: "2024-06-01") == ["in_force", "danone in_force 2024-06-01"])
  }

  @Test("M5: it is called as its latest step calls it")
  func title() throws {
    let steps = [
      step(.inForce, on: "2023-07-16").with("title", "Decree 520"),
      step(.amended, on: "2024-01-01").with("title", "Decree 520, as amended"),
    ]
    #expect(try life(of: steps, on: "2023-12-31")?.title == "Decree 520")
    #expect(try life(of: steps, on: "2024-01-01")?.title == "Decree 520, as amended")
    #expect(try life(of: steps, on: "2024-01-01", rules: .first)?.title == "Decree 520")
  }
}
