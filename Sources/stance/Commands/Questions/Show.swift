import Answers
import ArgumentParser

/// `stance show`: one event with its evidence and what corrects it.
struct Show: QuestionCommand {
  static let configuration: CommandConfiguration = describe(
    "show", "event",
    discussion: """
      EXAMPLES
        stance show lenovo-2022-03-halts-shipments   by its id
        stance show 42                               by its position
        stance show 42 --json                        exactly as recorded
      """)

  @OptionGroup var answer: AnswerOptions<EventQuestion>
}
