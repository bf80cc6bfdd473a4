import Projections
import Reports
import Stances

/// Every parameter of every question: a new option is one line here, and its name among those of
/// its questions.
extension Parameter {
  // The clocks.
  /// The valid clock.
  package static let to = Parameter(
    "to",
    "The day asked about, or the last one of a month or year: 2022-05-06, 2022-05, yesterday, -7d.",
    .day(.last), label: "As of", fallback: "today")
  /// The public clock.
  package static let knownBy = Parameter(
    "knownBy", "Count only what had been published by this day.", .day(.last), label: "As known by",
    fallback: "everything")
  /// The log clock.
  package static let at = Parameter(
    "at",
    "Count only what the log held at this position, at this instant or at the end of this day.",
    .point, label: "Log position or instant", fallback: "its head")
  /// Which day of a fuzzy date counts.
  package static let fuzzy = Parameter(
    "fuzzy", "Whether a fuzzy date counts from its first day (lenient) or its last (strict).",
    .choice(Fuzziness.allCases.map(\.rawValue)), fallback: Fuzziness.lenient.rawValue)
  /// The rules that answer.
  package static let rules = Parameter(
    "rules", "The rules to answer by.", .choice(RuleSet.allCases.map(\.rawValue)),
    fallback: RuleSet.current.rawValue)
  /// The three clocks, how they read fuzzy dates, and the rules.
  package static let clocks = [to, knownBy, at, fuzzy, rules]

  // Two queries compared: the later one, and what is different in the one before.
  /// The valid clock of two queries, or of the second.
  package static let lastTo = Parameter(
    "to", "The day asked about, or the two days compared: A..B.", .day(.last),
    valueName: "day..day", label: "As of", fallback: "today", first: "fromTo")
  /// The public clock of two queries, or of the second.
  package static let lastKnownBy = Parameter(
    "knownBy", "Count only what had been published by this day, or by each of two: A..B.",
    .day(.last),
    valueName: "day..day", label: "As known by", fallback: "everything", first: "fromKnownBy")
  /// The log clock of two queries, or of the second.
  package static let lastAt = Parameter(
    "at",
    "Count only what the log held at this position, instant or day's end, or at each of two: A..B.",
    .point, valueName: "point..point", label: "Log position or instant", fallback: "its head",
    first: "fromAt")
  /// The valid clock of the first query.
  package static let fromTo = Parameter(
    "fromTo", "The day of the first query.", .day(.last), label: "Before: as of",
    fallback: "that of the second")
  /// The public clock of the first query.
  package static let fromKnownBy = Parameter(
    "fromKnownBy", "The day by which the first query counts what had been published.", .day(.last),
    label: "Before: as known by", fallback: "that of the second")
  /// The log clock of the first query.
  package static let fromAt = Parameter(
    "fromAt", "The log's position, instant or day of the first query.", .point,
    label: "Before: log position or instant", fallback: "that of the second")
  /// What a comparison takes.
  package static let comparison = [
    fromTo, fromKnownBy, fromAt, lastTo, lastKnownBy, lastAt, fuzzy, rules,
  ]

  // A stepwise replay.
  /// The start of a replay.
  package static let from = Parameter(
    "from", "Show the changes from this day on, in steps.", .day(.first),
    fallback: "a year before the day asked about")
  /// The steps of a replay.
  package static let step = Parameter(
    "step", "The time between the days of the replay.",
    .choice(ReplayStepUnit.allCases.map(\.rawValue)), label: "Steps",
    fallback: ReplayStepUnit.month.rawValue)

  // What is new.
  /// The point up to which everything was seen.
  package static let since = Parameter(
    "since",
    "What was seen last: a position, the start of a day, an instant or, as a command, a mark.",
    .text(longest: 64), valueName: "mark|position|day|instant", label: "Since",
    fallback: "the number of days")
  /// The day that was seen, if the log clock alone does not say it.
  package static let seen = Parameter(
    "seen", "The day that was seen last.", .day(.last), label: "Seen on", fallback: "that of since")
  /// The number of days that news go back.
  package static let days = Parameter(
    "days", "Without since: how many days the news go back.", .number(least: 1, most: 36_500),
    valueName: "number", fallback: "30")
  /// What is watched.
  package static let watch = Parameter(
    "watch", "What to show: company:lenovo,market:UA or, as a command, a file with one a line.",
    .text(longest: 2_000), valueName: "list", label: "Watched", fallback: "everything")

  // What is asked about.
  /// One company.
  package static let company = Parameter(
    "company", "The company, by slug or name.", .text(longest: 200), valueName: "company",
    isArgument: true)
  /// Some companies.
  package static let companies = Parameter(
    "company", "Companies, by slug or name.", .text(longest: 200), valueName: "company",
    label: "Company", fallback: "all", isList: true, isArgument: true)
  /// Companies side by side.
  package static let compared = Parameter(
    "company", "The companies to compare, from 2 to 8, by slug or name.", .text(longest: 200),
    valueName: "company", isList: true, isArgument: true)
  /// One market, or every one in which a company has a posture.
  package static let market = Parameter(
    "market", "The market, such as RU.", .market,
    fallback: "each that the company has a posture in", isArgument: true)
  /// One event.
  package static let event = Parameter(
    "event", "The event's id or position.", .text(longest: 200), valueName: "id", isArgument: true)
  /// What is looked for.
  package static let search = Parameter(
    "q", "A name or part of one, in any script, or words of a text.", .text(longest: 200),
    label: "Name or words", isArgument: true)

  // Which postures an answer has; each narrows it, and several values of one widen it again.
  /// The markets of postures.
  package static let markets = Parameter(
    "market", "Only in this market, such as RU.", .market, valueName: "market", isList: true)
  /// The seats of companies.
  package static let countries = Parameter(
    "country", "Only companies based in this country, such as CN.", .market, valueName: "country",
    label: "Based in", isList: true)
  /// The sectors of companies.
  package static let sectors = Parameter(
    "sector", "Only companies of this sector, as registered.", .text(longest: 200),
    valueName: "sector", isList: true)
  /// The readings of postures.
  package static let readings = Parameter(
    "reading", "Only where the gap between word and deed reads so.",
    .choice(Reading.allCases.map(\.term)), valueName: "reading",
    label: "Word against deed", isList: true)
  /// The levels of conduct.
  package static let levels = Parameter(
    "level", "Only companies that do so much business.", .choice(Level.allCases.map(\.term)),
    valueName: "level", label: "What they do", isList: true)
  /// On whose word conduct rests.
  package static let bases = Parameter(
    "basis", "Only conduct on this word: of others, or the company's own.",
    .choice(Basis.allCases.map(\.term)), valueName: "basis", label: "On whose word",
    isList: true)
  /// How good the best evidence is.
  package static let leastGrade = Parameter(
    "grade", "Only what rests on evidence of this grade or better, by letter and by digit.", .grade,
    label: "Evidence at least")
  /// What is old.
  package static let onlyStale = Parameter(
    "stale", "Only where nothing was reported for more than a year.", .flag,
    label: "Nothing for a year")
  /// What is contradicted.
  package static let onlyContested = Parameter(
    "contested", "Only where some evidence contradicts what is found.", .flag,
    label: "Contested")
  /// The order of postures.
  package static let sort = Parameter(
    "sort",
    "What comes first: company or name by alphabet, the widest gap, the latest change of "
      + "conduct (since), or the gap that has lasted longest (age).",
    .choice(PostureChoice.Order.allCases.map(\.term)), label: "Sorted by",
    fallback: PostureChoice.Order.company.term)
  /// As what companies are counted.
  package static let unit = Parameter(
    "unit",
    "Count each company for itself, or a company with all that belong to it as one (parent).",
    .choice(["company", "parent"]), label: "Counted as", fallback: "company")
  /// Who stands for a group.
  package static let roll = Parameter(
    "roll",
    "With unit parent, which company stands for the group: the one that does the most business "
      + "(worst), the one that has withdrawn furthest (best), or the latter among those that fit "
      + "the other options (any).",
    .choice(RollRule.allCases.map(\.term)), label: "Who stands for a group",
    fallback: RollRule.worst.term)
  /// Companies or groups.
  package static let grouping = [unit, roll]
  /// What narrows postures.
  package static let postureChoice = [
    markets, countries, sectors, readings, levels, bases, leastGrade, onlyStale, onlyContested,
  ]

  // How others would grade.
  /// The methods by which postures are graded.
  package static let methods = Parameter(
    "method", "Grade by this method, such as kse/1; as a command, also by a table in a file.",
    .text(longest: 200), valueName: "method", isList: true)
  /// The method by which a board counts, too.
  package static let countedBy = Parameter(
    "method", "Count also as a reader of another scheme would grade.",
    .choice(GradingMethods.names), label: "Also counted by", fallback: "none")
  /// By what counts are split.
  package static let split = Parameter(
    "by", "Count each country or sector of companies, or each market, for itself.",
    .choice(GradeCount.Split.allCases.map(\.term)), label: "Split by", fallback: "nothing")

  // Lists of companies and of bodies.
  /// The markets that companies of a list have a posture in.
  package static let presentIn = Parameter(
    "market", "Only companies of which something is found in this market, such as RU.", .market,
    valueName: "market", isList: true)
  /// Whose bodies they are.
  package static let jurisdictions = Parameter(
    "country", "Only bodies of this country or union, such as US or EU.", .market,
    valueName: "country", label: "Whose body", isList: true)
  /// The order of a list of names.
  package static let listOrder = Parameter(
    "sort", "What comes first: the name by alphabet, the most events, or the latest event (last).",
    .choice(ListOrder.allCases.map(\.term)), label: "Sorted by", fallback: ListOrder.name.term)
  /// The body after which a part begins.
  package static let afterBody = Parameter(
    "after", "Show the bodies after this one, given by its slug.", .slug, valueName: "body")

  // Which events an answer has, by what they say.
  /// The legal forms of measures.
  package static let instruments = Parameter(
    "instrument", "Only steps of measures of this legal form.",
    .choice(GovernmentMeasure.Instrument.allCases.map(\.term)), valueName: "instrument",
    isList: true)
  /// From when events are shown.
  package static let firstDay = Parameter(
    "from", "Only what may have happened on this day or later.", .day(.first), label: "From")
  /// What narrows a list of what happened.
  package static let contentChoice = [
    markets, type, body, measure, instruments, tag, leastGrade, firstDay,
  ]

  // Which events a list has; each narrows it.
  /// The companies of events.
  package static let concerns = Parameter(
    "company", "Events that concern this company, by slug or name.", .text(longest: 200),
    valueName: "company", isList: true)
  /// The bodies of events.
  package static let body = Parameter("body", "Events of this body.", .slug, isList: true)
  /// The measures of events.
  package static let measure = Parameter(
    "measure", "Events about this measure.", .slug, valueName: "key", isList: true)
  /// The measure after which companies moved.
  package static let ledBy = Parameter(
    "measure", "The measure, by its key.", .slug, valueName: "key")
  /// The types of events.
  package static let type = Parameter(
    "type", "Events of this type.", .choice(EventType.allCases.map(\.rawValue)), valueName: "type",
    isList: true)
  /// The tags of events.
  package static let tag = Parameter(
    "tag", "Events with this tag.", .slug, valueName: "tag", isList: true)
  /// When events happened.
  package static let occurred = Parameter(
    "occurred", "Events that may have happened on this date (EDTF).", .date)
  /// When events were published.
  package static let published = Parameter(
    "published", "Events that may have been published on this date (EDTF).", .date)
  /// The start of a list.
  package static let after = Parameter(
    "after", "Events after this position.", .number(least: 0, most: mostPosition),
    valueName: "position", fallback: "0")
  /// The end of a list.
  package static let before = Parameter(
    "before", "Events before this position.", .number(least: 1, most: mostPosition),
    valueName: "position")
  /// The order of a list.
  package static let newest = Parameter(
    "newest", "List the newest first.", .flag, label: "Newest first")
  /// The length of a list.
  package static let limit = Parameter(
    "limit", "List at most this many.", .number(least: 0, most: mostPosition), fallback: wholeLimit)
  /// What a list of events takes.
  package static let choice = [
    concerns, body, measure, type, tag, markets, instruments, leastGrade, occurred, published,
    after, before, newest, limit,
  ]

  // What a review looks for.
  /// When something is long ago.
  package static let stale = Parameter(
    "stale", "From more than this many days on, something is long ago.",
    .number(least: 0, most: 1_000_000), valueName: "days", label: "Long is more than (days)",
    fallback: "365")
  /// The rules of a review.
  package static let only = Parameter(
    "only", "Ask only these rules, such as E1, or families of them, such as U: E1,U.",
    .text(longest: 200), valueName: "rules", label: "Rules", fallback: "all")

  // Which part of a long list is shown.
  /// The event before which a part ends.
  package static let beforeEvent = Parameter(
    "before", "Show what came just before this event, given by id or position.",
    .text(longest: 200), valueName: "id")
  /// The event after which a part begins.
  package static let afterEvent = Parameter(
    "after", "Show what came just after this event, given by id or position; 0 for the start.",
    .text(longest: 200), valueName: "id")
  /// The company after which a part begins.
  package static let afterCompany = Parameter(
    "after", "Show the companies after this one, given by its slug.", .slug, valueName: "company")
  /// The length of a part.
  package static let partLimit = Parameter(
    "limit", "Show at most this many of a longer list.",
    .number(least: 1, most: mostPosition), fallback: wholeLimit)
  /// How much of what addresses a company is shown.
  package static let pressureLimit = Parameter(
    "limit", "Show at most this much of what addresses the company, the last.",
    .number(least: 1, most: mostPosition), fallback: "\(standardLimit)")
  /// Where the events found by a search end.
  package static let beforeFound = Parameter(
    "before", "Show events that were recorded before this position.",
    .number(least: 1, most: mostPosition), valueName: "position")
  /// How many events a search shows.
  package static let foundLimit = Parameter(
    "limit", "Show at most this many events.", .number(least: 1, most: Int64(standardLimit)),
    fallback: "\(standardFound)")
  /// How many events a search shows unless more are asked for.
  package static let standardFound = 20
  /// What a list that is shown in parts takes.
  package static let parts = [beforeEvent, afterEvent, partLimit]

  /// How many items of a list are shown unless more are asked for.
  package static let standardLimit = 1_000
  /// How many are in each part of a stream.
  package static let streamedLimit = 4_000
  private static let wholeLimit = "\(standardLimit); all as csv and jsonl"

  /// The choice among the pictures of a question.
  package static func picture(among names: [String]) -> Parameter {
    Parameter(
      pictureName, "Which picture svg and png draw.", .choice(names), fallback: names.first)
  }

  // What a picture in a file of its own says, and how it looks.
  /// The words above a picture.
  package static let chartTitle = Parameter(
    "title", "What is written above the picture.", .text(longest: 300), valueName: "text",
    fallback: "what it shows")
  /// The line below them.
  package static let chartSubtitle = Parameter(
    "subtitle", "The line below the title.", .text(longest: 600), valueName: "text",
    fallback: "the query")
  /// What a picture rests on.
  package static let chartSource = Parameter(
    "source", "The line below the picture; an empty one is left out.", .text(longest: 600),
    valueName: "text", fallback: "the log, its root, the clocks and the rules")
  /// How wide a picture is.
  package static let chartWidth = Parameter(
    "width", "How wide the picture is drawn, in pixels of CSS; its height follows.",
    .number(least: Int64(Chart.widths.lowerBound), most: Int64(Chart.widths.upperBound)),
    valueName: "px", fallback: "what suits it")
  /// The sides of a picture.
  package static let chartAspect = Parameter(
    "aspect",
    "The width to the height: the picture is drawn as wide as comes nearest, with room beside it.",
    .choice(Chart.Aspect.allCases.map(\.rawValue)), fallback: "what its content needs")
  /// The ground of a picture.
  package static let chartTheme = Parameter(
    "theme", "The ground of the picture.", .choice(Chart.Theme.allCases.map(\.rawValue)),
    fallback: "what the reader prefers; of png light")
  /// How fine a picture is.
  package static let chartScale = Parameter(
    "scale", "How many points png has for each pixel of CSS, 2 for print and fine screens.",
    .choice(["1", "2"]), fallback: "1")
  /// What a picture in a file of its own takes.
  package static let chart = [
    chartTitle, chartSubtitle, chartSource, chartWidth, chartAspect, chartTheme, chartScale,
  ]

  // How a table is written.
  /// The mark by which some spreadsheets know that a file is UTF-8.
  package static let byteOrderMark = Parameter(
    "bom", "Begin csv with a byte order mark, by which some spreadsheets know UTF-8.", .flag,
    label: "Byte order mark")

  /// The choice among the formats of a question, which an address makes by its ending.
  package static func format(among formats: [Format]) -> Parameter {
    Parameter(
      "format", "The format of the answer.", .choice(formats.map(\.name)),
      fallback: formats.first?.name)
  }

  static let pictureName = "picture"

  /// The largest integer that every reader of JSON holds exactly.
  package static let mostPosition: Int64 = 9_007_199_254_740_991
}
