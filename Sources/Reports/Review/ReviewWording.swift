import Projections
import Stances

extension ReviewCode {
  /// What the rule finds, in a few words.
  var title: String {
    switch self {
    case .ahead: "dated after the day it was recorded"
    case .early: "published before it happened"
    case .overdue: "a promised day has passed"
    case .waitingProposal: "a proposal that waits for long"
    case .contested: "contested for long"
    case .unconfirmed: "a report graded 1 on one publisher's word"
    case .weak: "a deed on weak claims only"
    case .severalGrades: "one page with several grades"
    case .lastDay: "a measure's last day is near or has passed"
    case .openReview: "a compliance review open for long"
    case .deadLink: "a dead link"
    case .secondHandOnly: "a deed on second-hand sources only"
    case .onePublisher: "a deed on one publisher's word"
    case .secondHandGradedA: "a second-hand source with the letter A"
    case .sharedName: "two companies with one name"
    case .severalSpellings: "one publisher in several spellings"
    case .unnamed: "a company that no event names"
    case .quiet: "no new evidence for long"
    case .unconfirmedAct: "an act or own word graded 1 on one publisher's word"
    case .noIdentifier: "a company without an identifier"
    case .noCopy: "a page of which no copy is kept"
    case .noQuote: "an event without a quotation"
    }
  }

  /// Why someone should look.
  var reason: String {
    switch self {
    case .ahead: "What is still ahead has not happened: a slip in the date, or an announcement."
    case .early:
      "A report cannot come before its event: a slip in a date, or an announcement that needs an "
        + "effective day."
    case .overdue: "A word is not a deed: look whether it was kept, and record what happened."
    case .waitingProposal: "Someone took the trouble: accept it, or say why not."
    case .contested: "What speaks against it has waited for long: look for what decides."
    case .unconfirmed: "The digit 1 means confirmed by others, and here no other publisher says so."
    case .weak: "No credible source says so: look for a better one."
    case .severalGrades:
      "The letter is about the source, which is the same; the digit may differ from claim to claim."
    case .lastDay: "An act may have been extended: look for the next step, and record it."
    case .openReview: "A review that was announced should come to something: look what it was."
    case .deadLink: "A reader cannot check this source any more: keep a copy, if one can be found."
    case .secondHandOnly: "If the first report falls, so do all that repeat it: read that one."
    case .onePublisher: "A second, independent report would confirm it."
    case .secondHandGradedA:
      "The letter A is for the source itself; what another page repeats may have changed on the way."
    case .sharedName: "They may be one: then what each did is missing in the other's answers."
    case .severalSpellings: "Counted as two, one publisher seems to confirm itself."
    case .unnamed: "It may be registered twice, or its events are missing."
    case .quiet: "It may have changed since: look for news."
    case .unconfirmedAct:
      "The publisher of an act confirms it by publishing it; what another page says of it does not."
    case .noIdentifier: "Without one, programs cannot match it with other lists."
    case .noCopy: "Links die: keep a file of the page while it is there."
    case .noQuote: "A quotation shows what the source says, and lets a reader find it."
    }
  }
}

extension ReviewPoint {
  /// What is found, as a clause after what it is found in.
  var what: String {
    switch detail {
    case .ahead(let occurred): "dated \(occurred.spoken), which is still ahead"
    case .early(let occurred): "dated \(occurred.spoken), after it was published"
    case .overdue(let level, let due, let days):
      "\(level?.announcement ?? "made a promise") for \(due.spoken), \(counted(days, "day")) ago"
    case .waitingProposal(let by, let events, let days):
      "\(counted(events, "event")) by \(by), waiting for \(counted(days, "day"))"
    case .contested(let level, let events, let days):
      "\(level?.phrase ?? "unknown"), contested for \(counted(days, "day")) by \(events.listed)"
    case .unconfirmed(let source), .unconfirmedAct(let source):
      "graded \(source.grade), on \(source.publisher) alone"
    case .weak(let level, let grade): "\(level.phrase), on \(grade) at best"
    case .severalGrades(let grades, _):
      "graded \(enumerated(grades.map(\.code), conjunction: "and"))"
    case .lastDay(let title, let until, let days):
      days < 0
        ? "“\(title)” ended on \(until.spoken), and no step is recorded since"
        : "“\(title)” ends on \(until.spoken), in \(counted(days, "day"))"
    case .openReview(let days): "open for \(counted(days, "day"))"
    case .deadLink(let status, let hasCopy):
      (Int(status).map { $0 == 0 ? "did not answer" : "answered \($0)" } ?? "is dead")
        + (hasCopy ? "; a copy is kept" : "; no copy is kept")
    case .secondHandOnly(let level, let origins, _):
      "\(level.phrase), second-hand from \(enumerated(origins, conjunction: "and"))"
    case .onePublisher(let level, let publisher, _): "\(level.phrase), on \(publisher) alone"
    case .secondHandGradedA(let source, let origin):
      "\(source.publisher), citing \(origin), graded \(source.grade)"
    case .sharedName(let name, let other, _): "is called “\(name)”, as \(other) is"
    case .severalSpellings(let other, _, _): "more often written “\(other)”"
    case .unnamed(let name, _): "nothing is recorded about \(name)"
    case .quiet(let days): "nothing for \(counted(days, "day"))"
    case .noIdentifier(let name, _): "\(name) has no LEI, Wikidata item or ticker"
    case .noCopy(let events): "a source of \(counted(events, "event"))"
    case .noQuote(let type, let publisher): "\(type.words), on \(publisher)"
    }
  }

  /// The command that goes on from here: it does it, opens a form to do it in, or shows what to judge.
  var command: String {
    switch detail {
    case .ahead, .early: edit("The date was wrong.")
    case .overdue(let level, _, _):
      // Whether it is out, or only has stopped, others report by different types.
      append(level.map { $0 < .exiting } ?? true ? .silentReduction : .exit)
    case .waitingProposal: "stance inbox show \(subject.text)"
    case .contested, .weak: "stance explain \(subject.text)"
    case .unconfirmed(let source), .unconfirmedAct(let source):
      correct(
        ["--\(source.field("grade"))", source.grade.withCredibility(.two).code],
        "Only one publisher says so.")
    case .severalGrades(_, let event): edit("One page has one letter.", event)
    case .lastDay: "stance append government_measure --measure \(subject.text) --edit"
    case .openReview: append(.complianceReview, "--phase concluded")
    case .deadLink, .noCopy: "stance capture FILE --url \(shellQuoted(subject.text))"
    case .secondHandOnly(_, _, let event): edit("The first report is a source.", event, isNew: true)
    case .onePublisher(_, _, let event): edit("A second source.", event, isNew: true)
    case .secondHandGradedA: edit("The grade is that of the page that was read.")
    case .sharedName(_, let other, let registration):
      command(
        ["stance", "correct", registration.text, "--merged-into", other.text], "They are one.")
    case .severalSpellings(let other, let event, let source):
      command(
        ["stance", "correct", event.text, "--\(evidenceField("publisher", of: source))", other]
          + Self.ownSlip, "One spelling for one publisher.")
    case .unnamed(_, let registration):
      command(["stance", "retract", registration.text], "No event names it.")
    case .quiet: append(.continuedBusiness)
    case .noIdentifier(_, let registration):
      command(["stance", "correct", registration.text, "--edit"], "An identifier.")
    case .noQuote: edit("A quotation.")
    }
  }

  /// A slip of the record's own counts from the event's day.
  private static let ownSlip = ["--as-of-original"]

  /// Opens what an event says as a form.
  private func edit(_ reason: String, _ event: EventID? = nil, isNew: Bool = false) -> String {
    command(
      ["stance", "correct", event?.text ?? subject.text, "--edit"] + (isNew ? [] : Self.ownSlip),
      reason)
  }

  private func correct(_ fields: [String], _ reason: String) -> String {
    command(["stance", "correct", subject.text] + fields + Self.ownSlip, reason)
  }

  private func command(_ words: [String], _ reason: String) -> String {
    (words + ["--reason", reason]).map(shellQuoted).joined(separator: " ")
  }

  /// Opens a form of a new event about the company in the market.
  private func append(_ type: EventType, _ more: String = "") -> String {
    guard case .posture(let company, let market) = subject else { return "stance append" }
    return ["stance append \(type.term) --company \(company) --markets \(market.code)", more]
      .filter { !$0.isEmpty }.joined(separator: " ") + " --edit"
  }
}

extension ReviewPoint.GradedSource {
  /// The flag of one of its fields.
  fileprivate func field(_ name: String) -> String { evidenceField(name, of: number) }
}

/// The flag of a field of an event's source, which are numbered from the second on.
private func evidenceField(_ name: String, of number: Int) -> String {
  "evidence-\(number == 1 ? "" : "\(number)-")\(name)"
}

extension AdmiraltyGrade {
  /// The same letter with another digit.
  fileprivate func withCredibility(_ credibility: Credibility) -> AdmiraltyGrade {
    AdmiraltyGrade(reliability: reliability, credibility: credibility)
  }
}

/// A word as a shell of POSIX takes it: in quotes if any character in it could mean something else.
func shellQuoted(_ word: String) -> String {
  let plain = word.utf8.allSatisfy {
    $0.isASCIILetterOrDigit || "-._/:,+@%".utf8.contains($0)
  }
  guard !plain || word.isEmpty else { return word }
  return "'"
    + word.split(separator: "'", omittingEmptySubsequences: false)
    .joined(separator: "'\\''") + "'"
}
