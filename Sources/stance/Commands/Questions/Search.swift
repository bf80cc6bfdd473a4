import Answers
import ArgumentParser

/// `stance search`: who or what a name means.
struct Search: QuestionCommand {
  static let configuration: CommandConfiguration = describe(
    "search",
    discussion: """
      EXAMPLES
        stance search lenovo
        stance search 联想                    in other scripts, aliases, tickers
        stance search "blocking rules"       measures by their titles
      """)

  @OptionGroup var answer: AnswerOptions<SearchQuestion>
}
