import JSON
import Projections
import Stances

/// Drafts what one sentence says.
struct SentenceReader {
  let context: SentenceContext
  let cues: Cues
  let source: ArticleSource
  private(set) var drafts: [DraftedEvent] = []
  private(set) var remarks: [String] = []
  private(set) var unknownNames: [String] = []
  /// The rules of drafts whose company the sentence does not name, for the one that does.
  private var open: [Marked] = []
  /// What the drafts were made of, with what it may be besides.
  private var marked: [Marked] = []

  /// A rule that was found, and of whom.
  private struct Marked {
    let rule: Int
    let cue: Range<Int>
    let company: [CompanyID]?
    let body: [BodyID]?
    /// Why no subject is given.
    var hints: [String]
    var others: [Int] = []

    /// Whether it is about the same subject.
    func isAbout(_ other: Marked) -> Bool { company == other.company && body == other.body }
  }

  init(_ context: SentenceContext, _ cues: Cues, _ source: ArticleSource) {
    (self.context, self.cues, self.source) = (context, cues, source)
  }

  /// No rule is looked at more often in one sentence.
  private static let mostMatches = 8

  mutating func read() {
    let matches = context.matches
    guard !matches.isEmpty else { return }
    for (index, rule) in cues.rules.enumerated() {
      guard let cues = matches[.rule(index)], matches[.unless(index)] == nil,
        !self.cues.needing.contains(index) || matches[.needs(index)] != nil
      else { continue }
      for cue in cues.prefix(Self.mostMatches) { mark(index, rule, cue) }
    }
    marked.sort { ($0.cue.lowerBound, $0.rule) < ($1.cue.lowerBound, $1.rule) }
    let builder = DraftBuilder(context, cues, source)
    for mark in marked {
      drafts.append(
        builder.draft(
          mark.rule, mark.cue, company: mark.company, body: mark.body, hints: mark.hints,
          others: mark.others))
    }
  }

  // MARK: Marking

  private mutating func mark(_ index: Int, _ rule: Cues.Rule, _ cue: Range<Int>) {
    let actor = context.actor(of: cue, wanting: rule.subject)
    if rule.subject == .company { noteUnknownNames(before: cue) }
    var found: [Marked] = []
    func add(company: [CompanyID]? = nil, body: [BodyID]? = nil, _ hints: [String] = []) {
      found.append(Marked(rule: index, cue: cue, company: company, body: body, hints: hints))
    }
    switch (rule.subject, actor) {
    case (.company, .companies(let companies)): for company in companies { add(company: company) }
    case (.company, .unknown(let name)):
      add(["the company may be '\(name)', which is not registered"])
    case (.company, .someone(let word)): add(["the company is only called '\(word)' here"])
    case (.body, .body(let bodies)): add(body: bodies)
    case (.body, .office(let word)):
      add(["the body may be '\(word)', which is not registered by this name"])
    case (.body, .unknown(let name)):
      add(["the body may be that of '\(name)', which is not registered"])
    case (.none, _): add()
    case (.company, _), (.body, _): return
    }
    if let words = context.suppression(of: cue, rule) {
      let remark =
        "line \(context.sentence.line): '\(context.sentence.verbatim(cue))' was passed over "
        + "after '\(words)' (\(rule.name))"
      if !remarks.contains(remark) { remarks.append(remark) }
      return
    }
    for mark in found { keep(mark, rule) }
  }

  /// Keeps what was found, unless the same is drafted: then that may be this besides.
  private mutating func keep(_ mark: Marked, _ rule: Cues.Rule) {
    for place in marked.indices {
      let former = cues.rules[marked[place].rule]
      let isSameAct = former.kind == rule.kind && marked[place].isAbout(mark)
      let isSameCue = marked[place].cue.overlaps(mark.cue) && former.kind.excludes(rule.kind)
      guard isSameAct || isSameCue else { continue }
      if marked[place].rule != mark.rule, !rule.saysNothing,
        !marked[place].others.contains(mark.rule)
      {
        marked[place].others.append(mark.rule)
      }
      return
    }
    // That a company spoke is worth a draft only if nothing it said is.
    if rule.saysNothing, !marked.isEmpty { return }
    marked.append(mark)
    if rule.kind == .conduct, mark.company == nil { open.append(mark) }
  }

  private mutating func noteUnknownNames(before cue: Range<Int>) {
    for name in context.unknownNames(in: max(0, cue.lowerBound - 12)..<cue.upperBound)
    where !unknownNames.contains(name) {
      unknownNames.append(name)
    }
  }

  // MARK: Going on

  /// Drafts for the companies that this sentence names what a sentence before it says of some.
  ///
  /// "Among them are Lenovo and Xiaomi."
  ///
  /// - Parameters:
  ///   - former: the sentences before it, the nearest last.
  ///   - text: the article, for a quotation of all of them.
  mutating func goOn(from former: [SentenceReader], in text: String) {
    guard let match = context.matches[.goesOn]?.first, !context.companies.isEmpty,
      let first = former.last(where: { !$0.open.isEmpty }), let mark = first.open.first
    else { return }
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: first.context.sentence.start)
    let end = bytes.index(bytes.startIndex, offsetBy: context.sentence.end)
    let builder = DraftBuilder(first.context, cues, source)
    for company in context.companies {
      drafts.append(
        builder.draft(
          mark.rule, mark.cue, company: company.ids, body: nil,
          hints: [
            "the company is named by '\(context.sentence.verbatim(match))', in the sentence that goes on"
          ],
          others: mark.others, quoting: String(text[start..<end]), line: context.sentence.line))
    }
  }
}

extension Cues.Rule {
  /// What kinds of acts there are: of one kind, a sentence says one thing of one subject.
  enum Kind: Equatable {
    /// What a company does, and its word on that.
    case conduct
    case other(EventType)

    /// Whether the same words are never both.
    func excludes(_ other: Kind) -> Bool { self != other }
  }

  var kind: Kind {
    switch type {
    case .publicAnnouncement, .silentReduction, .continuedBusiness, .resumption, .exit: .conduct
    case .denial, .declinedComment, .complianceReview, .governmentStatement, .governmentMeasure,
      .pressure, .tradeStatistic, .companyRegistered, .bodyRegistered, .logRegistered, .logKey,
      .capture, .correction, .retraction:
      .other(type)
    }
  }

  /// Whether it says only that a company spoke.
  var saysNothing: Bool { type == .publicAnnouncement && fields.isEmpty }
}

extension SentenceContext {
  /// The words before a cue by which it is not so, or only asked for or possible; nil without them.
  func suppression(of cue: Range<Int>, _ rule: Cues.Rule) -> String? {
    func found(_ sense: Cues.Sense, within reach: Int) -> String? {
      matches[sense]?.first { match in
        match.lowerBound < cue.lowerBound
          && cue.lowerBound - match.upperBound <= reach
          && match.upperBound <= cue.lowerBound + 1
          && !sentence.isBroken(from: match.lowerBound, to: cue.lowerBound)
      }
      .map { sentence.verbatim($0) }
    }
    switch rule.kind {
    case .conduct: return found(.never, within: 2) ?? found(.maybe, within: 3)
    case .other(.complianceReview), .other(.governmentMeasure):
      return found(.never, within: 2) ?? found(.maybe, within: 1)
    default: return found(.never, within: 1)
    }
  }
}
