import Testing

@testable import Stances

@Suite("Codec: lifting older versions")
struct UpcastingTests {
  @Test("This program's chains have no gap")
  func complete() {
    #expect(throws: Never.self) { try Upcasting.checkChains() }
  }

  @Test(
    "A chain that skips, repeats or passes a version is refused",
    arguments: [
      ([0, 2], 3, [0, 1, 2]), ([0, 1], 3, [0, 1, 2]), ([0, 0, 1], 2, [0, 1]), ([1], 1, []),
      ([0, 1, 2], 2, [0, 1]),
    ])
  func gap(found: [Int], current: Int, needed: [Int]) {
    #expect(throws: UpcastingError(type: .denial, found: found, needed: needed)) {
      try Upcasting.checkChains(of: steps(found), to: { _ in current })
    }
  }

  @Test(
    "A chain with one step from each version to the next is accepted, in whatever order",
    arguments: [([], 1), ([0], 1), ([2, 0, 1], 3), ([1], 2)])
  func accepted(found: [Int], current: Int) {
    #expect(throws: Never.self) {
      try Upcasting.checkChains(of: steps(found), to: { _ in current })
    }
  }

  @Test("A gap is said in a sentence")
  func sentence() {
    #expect(
      UpcastingError(type: .denial, found: [0, 2], needed: [0, 1, 2]).description
        == "denial is lifted from versions 0 and 2, but should be from 0, 1 and 2; "
        + "this build of stance is faulty, use another")
  }

  private func steps(_ versions: [Int]) -> [Upcaster] {
    versions.map { Upcaster(type: .denial, version: $0, lift: { $0 }) }
  }
}
