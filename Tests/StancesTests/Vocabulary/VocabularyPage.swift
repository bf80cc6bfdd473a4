import Stances

/// The vocabulary as a page in Markdown, for people who read or write events.
enum VocabularyPage {
  /// The page, generated from the table of fields.
  ///
  /// - Parameter example: the text of one event of a type, pretty JSON with a line feed at its end.
  /// - Returns: Markdown.
  /// - Throws: what `example` throws.
  static func markdown<Failure: Error>(
    example: (EventType) throws(Failure) -> String
  ) throws(Failure) -> String {
    var sections = [opening, contents, PageTables.common]
    for type in EventType.allCases {
      sections.append(section(on: type, example: try example(type)))
    }
    sections += [parts, levels, PageTables.grades, clocks, PageTables.dates, amendments, versions]
    return sections.joined(separator: "\n\n") + "\n"
  }

  private static let opening = """
    <!-- Generated from Sources/Stances/Events; a test fails when this page is stale. -->

    # The vocabulary of events

    An event is one JSON object; a file of events has one a line (JSON Lines, UTF-8). Every type of
    event, every field and every closed set of words is on this page; [`schema.json`](schema.json)
    says the same to programs, and [`examples/`](examples) holds one event per type and version.

    JSON is read strictly: unknown or repeated fields, invalid UTF-8, more than 65,535 bytes an event
    and more than 64 levels are refused with line, column and reason. Numbers are whole numbers; any
    other quantity is a text with a decimal number, `"-7.7"`, so that it keeps its digits.
    """

  private static var contents: String {
    PageTables.table(
      ["type", "says"],
      EventType.allCases.map {
        ["[`\($0.rawValue)`](#\($0.rawValue))", Vocabulary.sentence(of: $0)]
      })
  }

  private static func section(on type: EventType, example: String) -> String {
    var blocks = [
      "## `\(type.rawValue)`",
      Vocabulary.sentence(of: type),
      PageTables.fields(Vocabulary.ownFields(of: type)),
    ]
    blocks += Vocabulary.rules(of: type).map(sentence(of:))
    if let remark = remark(on: type) { blocks.append(remark) }
    blocks.append("```json\n\(example)```")
    return blocks.joined(separator: "\n\n")
  }

  private static var parts: String {
    let sections = Vocabulary.parts.map { part in
      (["### `\(part.name)`", "\(part.words.capitalizedSentence)."]
        + [PageTables.fields(part.fields)] + part.rules.map(sentence(of:)))
        .joined(separator: "\n\n")
    }
    return (["## Parts of events"] + sections).joined(separator: "\n\n")
  }

  private static func sentence(of rule: FieldRule) -> String {
    switch rule {
    case .exactlyOne(let names): "Exactly one of \(list(names, "and")) must be there."
    case .atLeastOne(let names): "At least one of \(list(names, "and")) must be there."
    case .needs(let name, let other): "`\(name)` can be there only with `\(other)`."
    }
  }

  private static func list(_ names: [String], _ conjunction: String) -> String {
    enumerated(names.map { "`\($0)`" }, conjunction: conjunction)
  }

  /// What only some types need to have said about their common fields.
  private static func remark(on type: EventType) -> String? {
    if type.isRegistration {
      return """
        `occurred`, `published` and `evidence` are optional. `occurred` is the day since which all of
        the registration is so: name, seat and parent.
        """
    }
    if type == .capture {
      return """
        `occurred`, `published` and `evidence` are optional. The file itself is beside the log, in
        `LOG.captures`: `stance capture` keeps it and records the event, `stance capture drop` takes
        it away. A capture is not corrected: retract it, and record it again.
        """
    }
    if type.isOfLog {
      return """
        `occurred`, `published` and `evidence` are optional. It is about this one log: `stance
        checkpoint` records the first, `stance key rotate` the others; no file of events holds one,
        and `export` omits it.
        """
    }
    return type.isAmendment ? "`occurred` and `evidence` are optional." : nil
  }

  private static var levels: String {
    """
    ## Levels

    A level speaks of the company's whole business in the market; a stop of some lines of it is
    `reducing`, with `lines`, and a deeper level with `lines` is refused. In an announcement `exiting`
    and `exited` are one word: the company announces its exit. A level's depth measures withdrawal.

    """ + "\n"
      + PageTables.table(
        ["level", "depth", "means"],
        Level.allCases.map { ["`\($0.term)`", "\($0.depth)", $0.meaning] })
  }

  private static let clocks = """
    ## The three clocks

    | clock | field | question |
    |---|---|---|
    | valid | `occurred`, `effective`, `until` | what was the case on a day? |
    | public | `published` | what could anyone have known by a day? |
    | log | `position`, `recorded`, added by the log | what had we recorded? |
    """

  private static let amendments = """
    ## Corrections and retractions

    Nothing in a log is changed or deleted. A [`correction`](#correction) gives the whole event again,
    as it should have been, in `replacement`: with the same `id`, which `corrects` names too. Of
    several corrections of one event the last recorded counts. A [`retraction`](#retraction) withdraws
    an event, a correction or another retraction. Both count in a query only if they were published
    and recorded by then, so that yesterday's answer can be had again tomorrow.
    """

  private static let versions = """
    ## Versions

    Each type has a version of its own, `v`. Events of older versions stay as they are and are lifted
    to today's whenever they are read; what a program does not know is kept and counted, not dropped.
    The tables above say which version added a field; an event of an older version cannot have it.
    Version 2 also added the words `request`, `grant` and `refuse` to `act` and `permit` to `push`,
    and made a list of `under`.
    """
}

extension String {
  /// The text with its first letter in upper case.
  fileprivate var capitalizedSentence: String { prefix(1).uppercased() + dropFirst() }
}
