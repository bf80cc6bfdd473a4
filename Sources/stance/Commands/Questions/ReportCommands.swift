import Answers
import ArgumentParser

/// `stance report board`: where all companies stand, and what led there.
struct ReportBoard: QuestionCommand {
  static let configuration: CommandConfiguration = describe(
    "board", "postures",
    discussion: """
      EXAMPLES
        stance report board --to 2022-05-06 --format md
        stance report board --format csv -o board.csv
        stance report board --format svg --picture counts -o counts.svg
        stance report board --format ics -o due.ics
                                                 what is due, for a calendar
      """)

  @OptionGroup var answer: AnswerOptions<BoardQuestion>
}

/// `stance report timeline`: measures, and everything in one column of time.
struct ReportTimeline: QuestionCommand {
  static let configuration: CommandConfiguration = describe(
    "timeline",
    discussion: """
      EXAMPLES
        stance report timeline --to 2022-05-06
        stance report timeline --format md -o timeline.md
        stance report timeline --format ics -o timeline.ics      for a calendar
        stance report timeline --format atom -o measures.atom    for a feed reader
      """)

  @OptionGroup var answer: AnswerOptions<TimelineQuestion>
}

/// `stance report measures`: the measures alone.
struct ReportMeasures: QuestionCommand {
  static let configuration: CommandConfiguration = describe(
    "measures",
    discussion: """
      EXAMPLES
        stance report measures --to 2022-05-06
        stance report measures --format csv -o measures.csv
      """)

  @OptionGroup var answer: AnswerOptions<MeasuresQuestion>
}

/// `stance report company`: everything about one company.
struct ReportCompany: QuestionCommand {
  static let configuration: CommandConfiguration = describe(
    "company",
    discussion: """
      EXAMPLES
        stance report company lenovo --to 2022-05-06
        stance report company 大疆创新 --format md -o dji.md
        stance report company dji --format ics -o dji.ics        for a calendar
      """)

  @OptionGroup var answer: AnswerOptions<CompanyQuestion>
}

/// `stance report companies`: some companies side by side.
struct ReportCompanies: QuestionCommand {
  static let configuration: CommandConfiguration = describe(
    "companies", "compare",
    discussion: """
      EXAMPLES
        stance report companies lenovo xiaomi dji --to 2022-05-06
        stance report companies lenovo xiaomi --market RU --format svg -o both.svg
        stance report companies lenovo xiaomi --format csv
                                                 when they differed, as a table
      """)

  @OptionGroup var answer: AnswerOptions<CompareQuestion>

  mutating func run() throws {
    try CompareQuestion.check(answer.question.given())
    try answer.write()
  }
}

/// `stance report lead`: how long after a measure companies moved.
struct ReportLead: QuestionCommand {
  static let configuration: CommandConfiguration = describe(
    "lead",
    discussion: """
      EXAMPLES
        stance report lead --measure us-russia-export-controls --to 2022-05-06
        stance report lead --measure us-russia-export-controls -o lead.md \\
          --format md

      That a change came after a measure does not mean that it came because
      of it.
      """)

  @OptionGroup var answer: AnswerOptions<LeadQuestion>

  mutating func run() throws {
    try LeadQuestion.check(answer.question.given())
    try answer.write()
  }
}
