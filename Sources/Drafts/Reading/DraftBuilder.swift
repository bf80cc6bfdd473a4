import JSON
import Stances

/// Makes a draft of a rule that was found in a sentence: only fields for which it has a ground.
struct DraftBuilder {
  private let context: SentenceContext
  private let cues: Cues
  private let source: ArticleSource

  init(_ context: SentenceContext, _ cues: Cues, _ source: ArticleSource) {
    (self.context, self.cues, self.source) = (context, cues, source)
  }

  /// On whose word the sentence reports.
  private enum Voice {
    case own, others, unsaid
  }

  private var voice: Voice {
    if context.matches[.others] != nil { return .others }
    return context.matches[.own] != nil ? .own : .unsaid
  }

  /// The draft of a rule.
  ///
  /// - Parameters:
  ///   - index: the rule's number.
  ///   - cue: the words by which it was found.
  ///   - company: what the company's name may mean; nil for none that is known.
  ///   - body: the same for a body.
  ///   - hints: why no subject is known.
  ///   - others: other rules that the sentence fits.
  ///   - quotation: what to quote in place of the sentence.
  ///   - line: its line.
  /// - Returns: the draft.
  func draft(
    _ index: Int, _ cue: Range<Int>, company: [CompanyID]?, body: [BodyID]?, hints: [String],
    others: [Int], quoting quotation: String? = nil, line: Int? = nil
  ) -> DraftedEvent {
    let rule = cues.rules[index]
    let type = type(of: rule)
    var alternatives = hints
    var members: [(name: String, value: JSONValue)] = [
      ("type", .string(type.rawValue)), ("v", .integer(Int64(Vocabulary.version(of: type)))),
    ]
    let known = Set(Vocabulary.fields(of: type).map(\.name))
    if let company, known.contains("company") {
      if company.count == 1 {
        members.append(("company", .string(company[0].text)))
      } else {
        alternatives.append("the company is \(enumerated(company.map(\.text), conjunction: "or"))")
      }
    }
    if let body, known.contains("body") {
      if body.count == 1 {
        members.append(("body", .string(body[0].text)))
      } else {
        alternatives.append("the body is \(enumerated(body.map(\.text), conjunction: "or"))")
      }
    }
    let markets = context.markets.isEmpty ? source.market.map { [$0] } ?? [] : context.markets
    if known.contains("markets"), !markets.isEmpty {
      members.append(("markets", .array(markets.map { .string($0.code) })))
    }
    for (path, value) in rule.fields where allows(type, path, value) {
      members = Self.setting(
        value, at: path.split(separator: ".").map(String.init)[...], in: members)
    }
    if known.contains("disclosed"), voice == .own { members.append(("disclosed", true)) }
    members += addressees(of: type, rule, besides: company)
    if type == .tradeStatistic { members += statistic(around: cue, markets, &alternatives) }
    members += dates(of: type, around: cue, &alternatives)
    let quote = quotation.map { Self.quote($0, around: nil) } ?? quote(around: cue)
    if let published = source.published { members.append(("published", .string(published.text))) }
    members.append(("evidence", .array([evidence(quote)])))
    alternatives += typeAlternatives(rule, type)
    alternatives += others.map { other in
      let rule = cues.rules[other]
      let fields = rule.fields.map { field in "\(field.path) \(Self.words(field.value))" }
      return ([self.type(of: rule).rawValue] + fields).joined(separator: ", ") + " (\(rule.name))"
    }
    return DraftedEvent(
      type: type, event: .object(members), rule: rule.name, cue: context.sentence.verbatim(cue),
      quote: quote, line: line ?? context.sentence.line, alternatives: alternatives)
  }

  // MARK: Types

  private func type(of rule: Cues.Rule) -> EventType {
    switch voice {
    case .own: rule.announced ?? rule.type
    // What others say of a company is not its word.
    case .others where rule.type == .publicAnnouncement && !rule.fields.isEmpty: .silentReduction
    case .others, .unsaid: rule.type
    }
  }

  private func typeAlternatives(_ rule: Cues.Rule, _ type: EventType) -> [String] {
    guard let announced = rule.announced, announced != rule.type else { return [] }
    return type == announced
      ? ["\(rule.type.rawValue), if only others say so"]
      : ["\(announced.rawValue), if the company itself said so"]
  }

  /// Whether a type takes a value: a level that no silent reduction has is left open.
  private func allows(_ type: EventType, _ path: String, _ value: JSONValue) -> Bool {
    guard path == "level", type == .silentReduction, case .string(let term) = value else {
      return true
    }
    return SilentReduction.levels.contains { $0.term == term }
  }

  private static func setting(
    _ value: JSONValue, at steps: ArraySlice<String>, in members: [(name: String, value: JSONValue)]
  ) -> [(name: String, value: JSONValue)] {
    guard let step = steps.first else { return members }
    var members = members
    let place = members.firstIndex { $0.name == step }
    guard steps.count > 1 else {
      if place == nil { members.append((step, value)) }
      return members
    }
    var inner: [(name: String, value: JSONValue)] = []
    if let place, case .object(let present) = members[place].value { inner = present }
    let object = JSONValue.object(setting(value, at: steps.dropFirst(), in: inner))
    if let place { members[place].value = object } else { members.append((step, object)) }
    return members
  }

  private static func words(_ value: JSONValue) -> String {
    if case .string(let text) = value { return text }
    return String(decoding: value.compactBytes(), as: UTF8.self)
  }

  // MARK: Fields

  private func addressees(
    of type: EventType, _ rule: Cues.Rule, besides company: [CompanyID]?
  ) -> [(name: String, value: JSONValue)] {
    guard [.pressure, .governmentStatement, .governmentMeasure].contains(type) else { return [] }
    let named = context.companies.filter { $0.ids.count == 1 }.map { $0.ids[0].text }
    let once = named.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    // Who presses may be among them.
    guard !once.isEmpty, type != .pressure || once.count == 1 else { return [] }
    return [("addressees", ["companies": .array(once.map(JSONValue.string))])]
  }

  private func statistic(
    around cue: Range<Int>, _ markets: [Market], _ alternatives: inout [String]
  ) -> [(name: String, value: JSONValue)] {
    var members: [(name: String, value: JSONValue)] = []
    let reporter = context.reporter
    if let reporter { members.append(("reporter", .string(reporter.code))) }
    let partners = markets.filter { $0 != reporter }
    if partners.count == 1 { members.append(("partner", .string(partners[0].code))) }
    if context.companies.count == 1, context.companies[0].ids.count == 1 {
      members.append(("company", .string(context.companies[0].ids[0].text)))
    }
    let figures = Figure.all(in: context.sentence) { context.isWord($0, in: "money") }
    let percents = figures.filter(\.isPercent)
    let amounts = figures.filter { !$0.isPercent }
    let direction = context.words.indices.first { index in
      context.isWord(index, in: "fall") || context.isWord(index, in: "rise")
    }
    if percents.count == 1, let direction {
      let sign = context.isWord(direction, in: "fall") ? "-" : ""
      members.append(("change", ["percent": .string(sign + percents[0].number)]))
    } else if percents.count > 1 {
      alternatives.append(
        "the change is one of \(enumerated(percents.map { "\($0.number) %" }, conjunction: "or")): an "
          + "event has one figure")
    }
    if amounts.count == 1, let unit = amounts[0].unit {
      members.append(("value", .string(amounts[0].number)))
      members.append(("unit", .string(unit)))
    }
    return members
  }

  private func dates(
    of type: EventType, around cue: Range<Int>, _ alternatives: inout [String]
  ) -> [(name: String, value: JSONValue)] {
    if !context.dates.undated.isEmpty {
      let words = context.dates.undated.map { "'\($0)'" }
      alternatives.append(
        "\(enumerated(words, conjunction: "and")) \(words.count == 1 ? "is a date" : "are dates") only "
          + "with the day of publication")
    }
    let isDeed = [.silentReduction, .continuedBusiness, .resumption, .exit].contains(type)
    var dates = context.dates.found.filter { !$0.isBound }
    for date in dates where isDeed && isOfReport(date) {
      alternatives.append("\(date.text) is when that was said, and may be no date of the deed")
    }
    dates.removeAll { isDeed && isOfReport($0) }
    let near =
      dates
      .sorted { distance(of: $0.words, to: cue) < distance(of: $1.words, to: cue) }
    guard let first = near.first else { return [] }
    for other in near.dropFirst() { alternatives.append("the date may be \(other.text)") }
    let date = JSONValue.string(first.text)
    switch type {
    case .tradeStatistic: return [("period", date), ("occurred", date)]
    case .publicAnnouncement where isToCome(first, cue): return [("effective", date)]
    default: return [("occurred", date)]
    }
  }

  /// Whether a date is that of the word on a deed: "said on Friday", "reported last month".
  private func isOfReport(_ date: SentenceDates.Found) -> Bool {
    (max(0, date.words.lowerBound - 3)..<date.words.lowerBound)
      .contains { context.isWord($0, in: "say") || context.isWord($0, in: "heard") }
  }

  /// Whether a date is that of what will be done, and not of the word: "would stop on 4 March".
  private func isToCome(_ date: SentenceDates.Found, _ cue: Range<Int>) -> Bool {
    guard date.words.lowerBound >= cue.lowerBound else { return false }
    return (max(0, cue.lowerBound - 4)..<cue.lowerBound)
      .contains { ["will", "would", "to"].contains(context.words[$0].text) }
  }

  private func distance(of words: Range<Int>, to cue: Range<Int>) -> Int {
    words.upperBound <= cue.lowerBound
      ? cue.lowerBound - words.upperBound : max(0, words.lowerBound - cue.upperBound)
  }

  // MARK: Evidence

  private func evidence(_ quote: String) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = []
    if let publisher = source.publisher { members.append(("publisher", .string(publisher))) }
    if let title = source.title { members.append(("title", .string(title))) }
    if let url = source.url { members.append(("url", .string(url))) }
    if let published = source.published { members.append(("published", .string(published.text))) }
    members.append(("quote", .string(quote)))
    return .object(members)
  }

  /// How many characters a quotation may have.
  private static let longestQuote = 1000

  private func quote(around cue: Range<Int>) -> String {
    let text = context.sentence.text
    guard text.count > Self.longestQuote else { return Self.quote(text, around: nil) }
    return Self.quote(text, around: context.words[cue.lowerBound].range.lowerBound)
  }

  /// A text with single blanks, cut at blanks around a place if it is too long.
  private static func quote(_ text: String, around place: String.Index?) -> String {
    let place = place ?? text.startIndex
    var part = text[...]
    if text.count > longestQuote {
      let before = text[..<place].suffix(longestQuote / 2)
      let start =
        before.startIndex == text.startIndex
        ? text.startIndex : before.firstIndex(where: \.isWhitespace) ?? before.startIndex
      part = text[start...].prefix(longestQuote)
      if part.endIndex < text.endIndex, let blank = part.lastIndex(where: \.isWhitespace),
        blank > place
      {
        part = part[..<blank]
      }
    }
    return part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
