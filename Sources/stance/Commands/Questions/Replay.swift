import Answers
import ArgumentParser

/// `stance replay`: every posture on a day, or what changed on the way to it.
struct Replay: QuestionCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show every posture on a day, or what changed step by step.",
    discussion: """
      EXAMPLES
        stance replay --to 2022-05-06                every posture on that day
        stance replay --to 2022-05-05 --known-by 2022-05-05
                                                     as people knew it at the time
        stance replay --from 2022-02-24 --to 2022-05-06 --step week
                                                     the changes, week by week

      Without --from and --step it shows the one day.
      """)

  @OptionGroup var answer: AnswerOptions<ReplayQuestion>

  func run() throws {
    if answer.question.give(.from, .step) {
      try answer.write()
    } else {
      try answer.write(PostureQuestion.self)
    }
  }
}
