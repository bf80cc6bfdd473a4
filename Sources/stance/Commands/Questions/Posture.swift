import Answers
import ArgumentParser

/// `stance posture`: where companies stand, as of today unless asked otherwise.
struct Posture: QuestionCommand {
  static let configuration: CommandConfiguration = describe(
    "posture",
    discussion: """
      EXAMPLES
        stance posture                       every company, as of today
        stance posture lenovo 小米集团       some, by slug or any of their names
        stance posture dji --to 2022-05-06 --known-by 2022-05-01
                                             that day, as published by then
      """)

  @OptionGroup var answer: AnswerOptions<PostureQuestion>
}
