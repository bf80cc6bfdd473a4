import Testing

@testable import Stances

@Suite("Did you mean")
struct NearestNamesTests {
  let companies = ["lenovo", "xiaomi", "dji", "didi", "huawei", "honor", "nokia", "smic", "zte"]

  @Test(
    "A slip of the keyboard finds the name",
    arguments: [
      ("lenvoo", ["lenovo"]), ("Lenovo", ["lenovo"]), ("xaiomi", ["xiaomi"]),
      ("hauwei", ["huawei"]), ("didj", ["didi"]), ("smci", ["smic"]),
      ("dij", ["dji"]), ("apple", []), ("", []), ("x", []),
    ])
  func slips(name: String, found: [String]) {
    #expect(nearestNames(to: name, among: companies) == found)
  }

  @Test("Equally near names come in alphabetical order, each once, and no more than asked for")
  func order() {
    let names = ["card", "bard", "ward", "bard", "hard"]
    #expect(nearestNames(to: "yard", among: names) == ["bard", "card", "hard"])
    #expect(nearestNames(to: "yard", among: names.reversed(), limit: 2) == ["bard", "card"])
  }

  @Test(
    "A swap of neighbours is one step, and a swap is not edited again",
    arguments: [("ab", "ba", 1), ("ca", "abc", 3), ("", "abc", 3), ("kitten", "sitting", 3)])
  func distances(left: String, right: String, distance: Int) {
    #expect(alignmentDistance(Array(left), Array(right)) == distance)
    #expect(alignmentDistance(Array(right), Array(left)) == distance)
  }

  @Test("The question names one, two or three names")
  func question() {
    #expect(didYouMean([]) == nil)
    #expect(didYouMean(["lenovo"]) == "did you mean 'lenovo'?")
    #expect(didYouMean(["a", "b"]) == "did you mean 'a' or 'b'?")
    #expect(didYouMean(["a", "b", "c"]) == "did you mean 'a', 'b' or 'c'?")
  }
}
