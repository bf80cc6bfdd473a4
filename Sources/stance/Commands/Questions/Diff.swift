import Answers
import ArgumentParser

/// `stance diff`: what changed between two queries.
struct Diff: QuestionCommand {
  static let configuration: CommandConfiguration = describe(
    "diff", "changes",
    discussion: """
      EXAMPLES
        stance diff --to 2022-02-23..2022-05-06      what happened
        stance diff --known-by 2022-05-05..2022-05-06 --to 2022-05-06
                                                     what a day of news changed
        stance diff --at 100..142                    what new entries changed
        stance diff --to 2022-05-05..2022-05-06 --exit-code > /dev/null
                                                     status 1 if anything changed
      """)

  @OptionGroup var answer: AnswerOptions<ChangesQuestion>

  @Flag(help: "End with status 1 if anything changed.")
  var exitCode = false

  func validate() throws {
    let given = try answer.question.given()
    guard [Parameter.fromTo, .fromKnownBy, .fromAt].contains(where: { given.text($0) != nil })
    else { throw ValidationError("Give what to compare: --to A..B, --known-by A..B or --at A..B.") }
  }

  func run() throws {
    let written = try answer.write()
    if exitCode, !written.isEmpty { throw ExitStatus.finding.silently }
  }
}
