import Answers
import ArgumentParser

/// `stance replay`: what changed from one day to another, step by step.
struct Replay: QuestionCommand {
  static let configuration: CommandConfiguration = describe(
    "replay",
    discussion: """
      EXAMPLES
        stance replay                                the year to today, by months
        stance replay --to 2022-05-05 --known-by 2022-05-05
                                                     as people knew it at the time
        stance replay --from 2022-02-24 --to 2022-05-06 --step week
                                                     some weeks, week by week

      Every posture on one day: 'stance posture --to DAY'.
      """)

  @OptionGroup var answer: AnswerOptions<ReplayQuestion>
}
