import Answers
import ArgumentParser

/// `stance about`: what the record is about.
struct About: QuestionCommand {
  static let configuration: CommandConfiguration = describe(
    "about",
    discussion: """
      EXAMPLES
        stance about
        stance about --format md --output ABOUT.md

      'stance init --title' registers what a log is about; a later
      'stance append log_registered' says it in other words.
      """)

  @OptionGroup var answer: AnswerOptions<AboutQuestion>
}
