import Answers
import Testing

@Suite("Formats, parameters, and questions")
struct QuestionTests {
  @Test("no two formats have the same name, and no two that one question serves the same ending")
  func formats() {
    #expect(Set(Format.all.map(\.name)).count == Format.all.count)
    for question in Questions.all {
      let endings = question.servedFormats.map(\.ending)
      #expect(Set(endings).count == endings.count, "\(question.id)")
      #expect(Set(question.formats.map(\.ending)).subtracting(endings).isSubset(of: ["eml"]))
    }
  }

  @Test("no two questions have the same name, or the same address")
  func questions() {
    #expect(Set(Questions.all.map { $0.id }).count == Questions.all.count)
    #expect(Set(Questions.all.map { $0.template }).count == Questions.all.count)
  }

  @Test("each parameter of a question has a name of its own, and a sentence")
  func parameters() {
    for question in Questions.all {
      let names = question.parameters.map(\.name)
      #expect(Set(names).count == names.count)
      #expect(question.parameters.allSatisfy { $0.summary.hasSuffix(".") })
      // What is compared has a place among the parameters.
      #expect(question.parameters.compactMap(\.first).allSatisfy(names.contains))
    }
  }

  @Test(
    "a text that is not a value is refused with what it should be",
    arguments: [
      (Parameter.to, "2022-02-30", "February 2022 has 28 days"),
      (.lastTo, "2022-02-01..2022-02-30", "February 2022 has 28 days"),
      (.at, "-1", ""), (.fuzzy, "strct", "did you mean 'strict'?"),
      (.type, "silent_redaction", "did you mean 'silent_reduction'?"),
      (.market, "RUS", "did you mean RU (Russia)?"), (.body, "Not a slug", "lower-case letters"),
      (.limit, "-1", "is not a number from 0"), (.occurred, "2022-13", ""),
      (.newest, "yes", "is not one of true, false"),
    ])
  func badValues(parameter: Parameter, text: String, sentence: String) {
    let error = #expect(throws: ParameterError.self) {
      try Given([(parameter.name, text)], for: [parameter, .fromTo])
    }
    guard case .badValue(parameter.name, let words)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(words.contains(sentence) && !words.isEmpty, "\(words)")
  }

  @Test("what a question does not take is refused, and what it takes once may not come twice")
  func strangers() {
    #expect(throws: ParameterError.unknown("too", known: ["to"])) {
      try Given([("too", "today")], for: [.to])
    }
    #expect(throws: ParameterError.repeated("to")) {
      try Given([("to", "today"), ("to", "yesterday")], for: [.to])
    }
    #expect(throws: ParameterError.repeated("fromTo")) {
      try Given([("fromTo", "today"), ("to", "2022-05-05..today")], for: [.lastTo, .fromTo])
    }
  }

  @Test("two values in one text are the first and the second")
  func pairs() throws {
    let given = try Given([("to", "2022-05-05..today")], for: Parameter.comparison)
    #expect(given.text(.fromTo) == "2022-05-05")
    #expect(given.text(.to) == "today")
    let one = try Given([("to", "today")], for: Parameter.comparison)
    #expect(one.text(.fromTo) == nil)
  }
}
