import Answers
import ArgumentParser

/// `stance certificate`: one answer on one page, with what others can hold the log to.
struct Certificate: QuestionCommand {
  static let configuration: CommandConfiguration = describe(
    "certificate",
    discussion: """
      EXAMPLES
        stance certificate lenovo --to 2022-05-06 --known-by 2022-05-05
        stance certificate "Acme Ltd"        that the log has no such company
        stance certificate dji --to 2022-05-06 --at 232 --format md -o dji.md
        stance certificate lenovo --format json
                                     with the signed head and the hashes to it

      The page attests to what the log contains, not to its truth. Sign the head
      first, with 'stance checkpoint', and have it stamped, with 'stance anchor'.
      """)

  @OptionGroup var answer: AnswerOptions<CertificateQuestion>
}
