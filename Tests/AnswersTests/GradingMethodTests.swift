import Answers
import Intake
import Stances
import TestSupport
import Testing

/// The tables by which readers of other schemes would grade.
@Suite("Grading methods")
struct GradingMethodTests {
  private func method(_ name: String) throws -> GradingMethod {
    try GradingMethods.named(name, among: GradingMethods.builtIn())
  }

  /// Everything that a row can look at, in every combination that a posture can have.
  private var all: [GradingMethod.Graded] {
    let conduct: [(Level?, Basis?, Exit.Mode?)] =
      [(nil, nil, nil)]
      + Level.allCases.flatMap { level in
        Basis.allCases.flatMap { basis -> [(Level?, Basis?, Exit.Mode?)] in
          level == .exited
            ? Exit.Mode.allCases.map { (level, basis, $0) } : [(level, basis, nil)]
        }
      }
    let words: [(VoiceKind, Level?)] = VoiceKind.allCases.flatMap { kind in
      kind == .announced ? Level.allCases.map { (kind, $0) } : [(kind, nil)]
    }
    return conduct.flatMap { level, basis, mode in
      words.map { kind, announced in
        GradingMethod.Graded(
          level: level, voice: kind, announced: announced, mode: mode, basis: basis,
          reading: .inLine)
      }
    }
  }

  @Test("each that comes with the program is read, is named as its file, and gives what it names")
  func builtIn() throws {
    let methods = try GradingMethods.builtIn()
    #expect(methods.map(\.name) == ["evenett-pisani/1", "kse/1", "yale-done/1", "yale-said/1"])
    for method in methods {
      let bytes = try #require(GradingMethods.file(named: method.name))
      let file = method.name.replacing("/", with: ".v") + ".json"
      #expect(try bytes == Array(RepositoryFiles.text("Events/methods/\(file)").utf8))
      let given = Set(all.map(method.grade)).subtracting([GradingMethod.none])
      #expect(given == Set(method.grades.map(\.grade)), "\(method.name)")
      #expect(method.left.isSubset(of: given) && !method.left.isEmpty)
      // No row is idle.
      #expect(Set(all.map(method.row)) == Set(method.rows.indices.map(Optional.some)))
    }
  }

  @Test("what is done decides yale-done, whatever is said; yale-said is never lower")
  func laws() throws {
    let (said, done) = (try method("yale-said/1"), try method("yale-done/1"))
    let order = ["-", "F", "D", "C", "B", "A"]
    for graded in all {
      var wordless = graded
      (wordless.voice, wordless.announced) = (.silent, nil)
      #expect(done.grade(of: graded) == done.grade(of: wordless), "\(graded)")
      let places = try [said, done].map { try #require(order.firstIndex(of: $0.grade(of: graded))) }
      #expect(places[0] >= places[1], "\(graded)")
    }
  }

  @Test(
    "single cases are graded as the crosswalk of the schemes has them",
    arguments: [
      // Conduct, word, then Yale-style by word, by deed, KSE-style, Evenett and Pisani.
      (Level.operating as Level?, VoiceKind.silent, nil as Level?, "F F stay not divested"),
      (.operating, .announced, .exited, "A F leave not divested"),
      (.operating, .announced, .suspended, "B F leave not divested"),
      (.holding, .silent, nil, "D D wait not divested"),
      (.reducing, .defended, nil, "C C wait not divested"),
      (.suspended, .silent, nil, "B B leave not divested"),
      (.suspended, .announced, .exited, "A B leave not divested"),
      (.exited, .silent, nil, "A A exited exit to confirm"),
      (nil, .silent, nil, "F - - -"),
    ])
  func cases(level: Level?, voice: VoiceKind, announced: Level?, grades: String) throws {
    let graded = GradingMethod.Graded(
      level: level, voice: voice, announced: announced, mode: level == .exited ? .sold : nil,
      basis: level.map { _ in .reported }, reading: .inLine)
    let names = ["yale-said/1", "yale-done/1", "kse/1", "evenett-pisani/1"]
    #expect(
      try names.map { try method($0).grade(of: graded) }.joined(separator: " ") == grades)
  }

  @Test(
    "a table with a slip is refused with its place",
    arguments: [
      (
        #"{"method":"x/1","says":"a","grades":{"Z":"z"},"rows":[{"does":["exitd"],"gives":"Z"}]}"#,
        "'exitd' is not a word here; did you mean 'exited'?"
      ),
      (
        #"{"method":"x","says":"a","grades":{"Z":"z"},"rows":[{"gives":"Z"}]}"#,
        "'x' is not a name and a version, such as \"kse/1\""
      ),
      (
        #"{"method":"x/1","says":"a","grades":{"Z":"z"},"rows":[{"gives":"Y"}]}"#,
        "'Y' is not a word here"
      ),
      (#"{"method":"x/1","says":"a","grades":{"Z":"z"},"rows":[]}"#, "'rows' has no row"),
      (
        #"{"method":"x/1","says":"a","grades":{"Z":"z"},"left":["Q"],"rows":[{"gives":"Z"}]}"#,
        "'Q' is not a word here"
      ),
      (
        #"{"method":"x/1","says":"a","grades":{"Z":"z"},"rows":[{"do":["exited"],"gives":"Z"}]}"#,
        "'do' is not a member here"
      ),
      (#"{"method":"x/1","grades":{"Z":"z"},"rows":[{"gives":"Z"}]}"#, "'says' is missing here"),
      (
        #"{"method":"x/1","says":"a","grades":{"Z":"z"},"rows":[{"known":1,"gives":"Z"}]}"#,
        "true or false is needed here"
      ),
      (#"{"method":"x/1""#, "the JSON ends too early"),
    ])
  func refused(text: String, sentence: String) throws {
    do throws(DataFileError) {
      _ = try GradingMethods.method(Array(text.utf8), from: "ours.json")
      Issue.record("\(text) was read")
    } catch {
      #expect("\(error)".hasPrefix("ours.json, line 1, column "), "\(error)")
      #expect("\(error)".contains(sentence), "\(error)")
    }
  }

  @Test("a table asks for readings, kinds of word and whose word, too")
  func conditions() throws {
    let text = #"""
      {"method": "ours/2", "says": "What we ask.", "grades": {"x": "a", "y": "b", "z": "c"}, "rows": [
        {"reading": ["quiet_retreat"], "gives": "x"},
        {"says": ["denied"], "basis": ["reported"], "gives": "y"},
        {"known": false, "gives": "z"}]}
      """#
    let method = try GradingMethods.method(Array(text.utf8), from: "ours.json")
    func grade(_ level: Level?, _ voice: VoiceKind, _ basis: Basis?, _ reading: Reading) -> String {
      method.grade(
        of: GradingMethod.Graded(
          level: level, voice: voice, announced: nil, mode: nil, basis: basis, reading: reading))
    }
    #expect(grade(.suspended, .silent, .reported, .quietRetreat) == "x")
    #expect(grade(.operating, .denied, .reported, .inLine) == "y")
    #expect(grade(.operating, .denied, .declared, .inLine) == "-")
    #expect(grade(nil, .silent, nil, .unknown) == "z")
  }
}
