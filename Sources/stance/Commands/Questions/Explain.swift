import Answers
import ArgumentParser

/// `stance explain`: why a posture is what it is.
struct Explain: QuestionCommand {
  static let configuration: CommandConfiguration = describe(
    "explain", "explanation",
    discussion: """
      EXAMPLES
        stance explain lenovo RU                     as of today
        stance explain lenovo RU --to 2022-05-06     on that day
        stance explain dji                           in each of its markets
        stance explain 联想集团 RU --known-by 2022-05-05
                                                     as published by then
      """)

  @OptionGroup var answer: AnswerOptions<ExplanationQuestion>
}
