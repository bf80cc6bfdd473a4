import Answers
import ArgumentParser

/// `stance log`: the recorded events, filtered.
struct ListEvents: QuestionCommand {
  static let configuration: CommandConfiguration = describe(
    "log", "events",
    discussion: """
      EXAMPLES
        stance log --newest --limit 20               the last twenty
        stance log --company lenovo                  what concerns a company
        stance log --type government_measure --occurred 2022-02/2022-03
        stance log --after 120 --json                what is new since a position
      """)

  @OptionGroup var answer: AnswerOptions<EventsQuestion>
}
