import Answers
import ArgumentParser

/// `stance companies`: every company of the log.
struct ListCompanies: QuestionCommand {
  static let configuration: CommandConfiguration = describe(
    "companies",
    discussion: """
      EXAMPLES
        stance companies                             by name
        stance companies --sort events               most events first
        stance companies --country CN --market RU    of China, in Russia
        stance companies --to 2022-05-06 --format csv -o companies.csv
      """)

  @OptionGroup var answer: AnswerOptions<CompaniesQuestion>
}

/// `stance bodies`: every government and other body of the log.
struct ListBodies: QuestionCommand {
  static let configuration: CommandConfiguration = describe(
    "bodies",
    discussion: """
      EXAMPLES
        stance bodies                                by name
        stance bodies --country US --country EU      of the US or the EU
        stance bodies --sort last                    the latest event first
      """)

  @OptionGroup var answer: AnswerOptions<BodiesQuestion>
}
