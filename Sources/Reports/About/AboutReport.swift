package import JSON
package import Projections
import Stances

/// What a log is about, how its answers are made, who keeps it, and how to cite it.
package enum AboutReport {
  /// The page for a reader who has not seen the record before.
  package static func document(_ answer: Answer<AboutLog>) -> Document {
    let about = answer.content
    return Document(
      title: about.registration?.title ?? untitled, query: [answer.queryLine],
      blocks: [.facts(facts(about, answer))] + Self.reading + recorders(of: about) + rules
        + grades + citation(of: about, answer) + check,
      proof: answer.proofLine,
      records: Records(
        of: facts(about, answer),
        [("about", \.label), ("value", \.value.plain)]))
  }

  /// The same for programs, in the envelope.
  package static func json(_ answer: Answer<AboutLog>) -> JSONValue {
    let about = answer.content
    let registration = about.registration
    func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
    return answer.envelope([
      "title": text(registration?.title), "subject": text(registration?.subject),
      "period": text(registration?.period?.text), "keeper": text(registration?.keeper),
      "contact": text(registration?.contact), "licence": text(registration?.licence),
      "firstRecorded": text(about.firstRecorded?.description),
      "lastRecorded": text(about.lastRecorded?.description),
      "companies": .integer(Int64(about.companies)), "bodies": .integer(Int64(about.bodies)),
      "recorders": .array(
        about.recorders.map {
          [
            "name": .string($0.name), "events": .integer($0.events),
            "first": .string($0.first.description), "last": .string($0.last.description),
          ]
        }),
      "citation": .string(cited(about, answer)),
    ])
  }

  /// The title of a log that is not registered.
  private static let untitled = "About this record"

  private static func facts(_ about: AboutLog, _ answer: Answer<AboutLog>) -> [Document.Fact] {
    let registration = about.registration
    func fact(_ label: String, _ text: String?) -> [Document.Fact] {
      text.map { [.init(label, RichText($0))] } ?? []
    }
    return fact("Subject", registration?.subject)
      + fact("Period", registration?.period?.spoken)
      + fact("Kept by", registration?.keeper) + fact("Contact", registration?.contact)
      + fact("Licence", registration?.licence) + fact("Name of the log", answer.head.origin)
      + fact("Events", "\(answer.head.size)")
      + fact("First recorded", about.firstRecorded?.description)
      + fact("Last recorded", about.lastRecorded?.description)
      + fact("Companies", "\(about.companies)")
      + fact("Governments and other bodies", "\(about.bodies)")
  }

  private static let reading: [Document.Block] = [
    .heading("How to read it"),
    .paragraph(
      RichText(
        "For each company and market the record compares what the company says, its latest word, "
          + "with what it does, the latest claim about its deeds. It says whose word that is and "
          + "how good the sources are. Levels and grades are the recorders' reading of the "
          + "sources; each answer follows from the recorded events by rules that have a name.")),
    .facts(
      [
        .init(
          "Levels",
          RichText(
            Level.allCases.map { "\($0.depth.withMinus) \($0.phrase)" }.joined(separator: ", "))),
        .init(
          "Gap",
          "the level of the word less that of the deed: below zero a company has withdrawn "
            + "further than it says, above zero it has announced more than it has done"),
        .init("As of", "the day that is asked about"),
        .init("As known by", "only what had been published by that day counts"),
        .init("Log position", "only what had been recorded up to there counts"),
      ]),
  ]

  private static func recorders(of about: AboutLog) -> [Document.Block] {
    guard !about.recorders.isEmpty else { return [] }
    return [
      .heading("Who records"),
      .paragraph(
        RichText(
          (about.recorders.reduce(0) { $0 + $1.events } < AboutLog.recentEvents
            ? "" : "Among the last \(AboutLog.recentEvents) events. ")
            + "Events are only ever added: a correction is an event of its own, and what it "
            + "corrects stays in the log.")),
      .facts(
        about.recorders.map {
          .init(
            $0.name,
            RichText(
              "\(counted(Int($0.events), "event")), from \($0.first.day) to \($0.last.day)"))
        }),
    ]
  }

  private static let rules: [Document.Block] = [
    .heading("Rules"),
    .facts([
      .init(
        RuleSet.current.rawValue,
        "what a company says and does, which claim outranks which, when a measure is in force"),
      .init(RecordReview.rules, "what in the record is worth a second look"),
    ]),
  ]

  private static let grades: [Document.Block] = [
    .heading("Grades of evidence"),
    .paragraph("The Admiralty code: a letter for the source, a digit for what it says."),
    .facts(
      AdmiraltyGrade.Reliability.allCases.map { .init("\($0.letter)", RichText($0.words)) }
        + AdmiraltyGrade.Credibility.allCases.map { .init("\($0.rawValue)", RichText($0.words)) }),
  ]

  private static func citation(
    of about: AboutLog, _ answer: Answer<AboutLog>
  ) -> [Document.Block] {
    [
      .heading("How to cite it"),
      .paragraph(RichText(cited(about, answer))),
      .paragraph(
        "Size and root name exactly the events that were read: the same query on them gives the "
          + "same answer for all time. Each page gives its permanent address at its foot."),
    ]
  }

  private static func cited(_ about: AboutLog, _ answer: Answer<AboutLog>) -> String {
    let registration = about.registration
    let keeper = (registration?.keeper ?? answer.head.origin).map { "\($0): " } ?? ""
    return "\(keeper)\(registration?.title ?? "Record kept with stance"). "
      + "As of \(answer.clocks.to), \(answer.proofLine)."
  }

  private static let check: [Document.Block] = [
    .heading("How to check it"),
    .paragraph(
      "A certificate of an answer or an event can be checked without this program and without "
        + "its keepers, by the published formats of C2SP and RFC 6962; 'stance verify' checks a "
        + "whole log."),
  ]
}
