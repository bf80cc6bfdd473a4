package import JSON
package import Projections
import Stances

/// Companies side by side, market by market.
package enum ComparisonReport {
  /// In each market the strips of all companies, what each says and does on the day, and in which
  /// periods their levels differed.
  ///
  /// The spreadsheet has the periods, a row for each company.
  package static func document(_ answer: Answer<CompanyComparison>) -> Document {
    let comparison = answer.content
    let contests = ContestNotes(answer.postures)
    let markets = comparison.markets.flatMap { blocks(of: $0, in: answer, contests) }
    return Document(
      title: title(of: comparison), query: [answer.queryLine],
      blocks: (markets.isEmpty ? [nothing] : markets) + rest(of: answer, contests),
      proof: answer.proofLine, records: records(of: comparison))
  }

  /// The page: the same, with a picture for each market.
  package static func page(_ answer: Answer<CompanyComparison>) -> Page {
    let comparison = answer.content
    let title = title(of: comparison)
    let contests = ContestNotes(answer.postures)
    var body = Markup.empty
    for market in comparison.markets {
      body += [Document.Block.heading(market.market.englishName)].markup(under: title)
      if market.histories.contains(where: { $0 != nil }) {
        body += ComparisonPicture.picture(answer, in: [market], links: .subjects)
          .figure(.all, answer.clocks)
      }
      body += tables(of: market, in: answer, contests).markup(under: market.market.englishName)
    }
    if comparison.markets.isEmpty { body += [nothing].markup(under: title) }
    body += rest(of: answer, contests).markup(under: title)
    return Page(title: title, query: [answer.queryLine], proof: answer.proofLine, body: body)
  }

  /// The page on which companies are still to be chosen.
  package static func choice(of chosen: [String], _ answer: Answer<Void>) -> Page {
    let words =
      chosen.first.map { "Choose at least one more company to compare with \($0), above." }
      ?? "Choose the companies to compare, above."
    return Page(
      title: "Compare companies", query: [answer.queryLine], proof: answer.proofLine,
      body: [.paragraph(RichText(words))].markup(under: ""))
  }

  /// The companies, and in each market their postures and the periods in which they differed.
  package static func json(_ answer: Answer<CompanyComparison>) -> JSONValue {
    let comparison = answer.content
    return answer.envelope([
      "companies": .array(
        comparison.companies.map { ["company": JSONValue($0.company), "name": .string($0.name)] }),
      "markets": .array(
        comparison.markets.map { market in
          [
            "market": .string(market.market.code),
            "postures": .array(
              market.postures(on: answer.clocks.to).map { $0.map(\.json) ?? .null }),
            "differences": .array(
              market.differences.map { json(of: $0, comparison.companies) }),
          ]
        }),
    ])
  }

  private static func json(
    of difference: CompanyComparison.Difference, _ companies: [CompanyComparison.Company]
  ) -> JSONValue {
    [
      "from": JSONValue(difference.from?.description),
      "to": .string(difference.to.description),
      "word": .bool(difference.isOfWord), "deed": .bool(difference.isOfDeed),
      "levels": .array(
        zip(companies, difference.levels).map { company, levels in
          [
            "company": JSONValue(company.company), "recorded": .bool(levels != nil),
            "word": JSONValue(levels?.word), "deed": JSONValue(levels?.deed),
          ]
        }),
    ]
  }

  private static let nothing: Document.Block = .paragraph(
    "Nothing is recorded of what these companies say or do in any market.")

  private static func title(of comparison: CompanyComparison) -> String {
    enumerated(comparison.companies.map(\.name), conjunction: "and") + " compared"
  }

  /// What the tables refer to.
  private static func rest(
    of answer: Answer<CompanyComparison>, _ contests: ContestNotes
  ) -> [Document.Block] {
    contests.blocks + GradeLegend.blocks(of: answer.postures.compactMap(\.conduct?.grade))
  }

  private static func blocks(
    of market: CompanyComparison.InMarket, in answer: Answer<CompanyComparison>,
    _ contests: ContestNotes
  ) -> [Document.Block] {
    let histories = market.histories.compactMap(\.self)
    return [.heading(market.market.englishName)]
      + (histories.isEmpty
        ? [] : [.strips(TextStrip.strips(of: histories) { $0.company.text })])
      + tables(of: market, in: answer, contests)
  }

  private static func tables(
    of market: CompanyComparison.InMarket, in answer: Answer<CompanyComparison>,
    _ contests: ContestNotes
  ) -> [Document.Block] {
    let companies = answer.content.companies
    let postures = market.postures(on: answer.clocks.to)
    return [
      .table(sides(of: companies, postures, market.market, contests)),
      .subheading("What differed when"),
    ]
      + (market.differences.isEmpty
        ? [.paragraph(RichText(sameness(of: market.histories.compactMap(\.self).count)))]
        : [.table(table(of: market.differences, among: companies))])
  }

  /// Why there is no period in which some companies differ.
  private static func sameness(of recorded: Int) -> String {
    recorded < 2
      ? "Something is recorded here of fewer than two of them, so there is nothing to compare."
      : "The levels of what they said and did, as far as recorded, never differed."
  }

  private typealias Side = (company: CompanyComparison.Company, posture: Posture?)

  private static func sides(
    of companies: [CompanyComparison.Company], _ postures: [Posture?], _ market: Market,
    _ contests: ContestNotes
  ) -> Table {
    func cell(_ words: @escaping (Posture) -> RichText) -> (Side) -> RichText {
      { $0.posture.map(words) ?? "–" }
    }
    return Table(
      of: Array(zip(companies, postures)) as [Side],
      [
        (
          .init("Company"),
          { side in
            .named(
              side.company.name,
              side.posture == nil
                ? .company(side.company.company) : .posture(side.company.company, market))
          }
        ),
        (.init("Says"), { side in side.posture.map { RichText($0.says) } ?? "nothing recorded" }),
        (.init("Does"), { side in side.posture.map { RichText($0.does) } ?? "nothing recorded" }),
        (.init("On whose word"), cell { RichText($0.restsWithLatest) }),
        (.init("Word against deed"), cell(contests.reading)),
      ])
  }

  private static func table(
    of differences: [CompanyComparison.Difference], among companies: [CompanyComparison.Company]
  ) -> Table {
    let names = companies.map(\.name)
    return Table(
      of: differences,
      [
        (.init("From"), { RichText($0.from?.description ?? "the beginning") }),
        (.init("To"), { RichText($0.to.description) }),
        (.init("Differs"), { RichText($0.sideWords) }),
        (
          .init("Level of the word"),
          { .groups(of: names, by: $0.levels.map { $0.map { $0.word?.phrase ?? "no level" } }) }
        ),
        (
          .init("Level of the deed"),
          { .groups(of: names, by: $0.levels.map { $0.map { $0.deed?.phrase ?? "not known" } }) }
        ),
      ])
  }

  private typealias Row = (
    market: Market, difference: CompanyComparison.Difference, company: CompanyID,
    levels: CompanyComparison.Levels?
  )

  private static func records(of comparison: CompanyComparison) -> Records {
    let rows = comparison.markets.flatMap { market in
      market.differences.flatMap { difference in
        zip(comparison.companies, difference.levels).map { company, levels -> Row in
          (market.market, difference, company.company, levels)
        }
      }
    }
    return Records(
      of: rows,
      [
        ("market", { $0.market.code }), ("from", { $0.difference.from?.description }),
        ("to", { $0.difference.to.description }), ("company", { $0.company.text }),
        ("recorded", { String($0.levels != nil) }), ("word", { $0.levels?.word?.term }),
        ("deed", { $0.levels?.deed?.term }),
      ])
  }
}

extension Answer<CompanyComparison> {
  /// Every posture on the day of the query, market by market.
  fileprivate var postures: [Posture] {
    content.markets.flatMap { $0.postures(on: clocks.to).compactMap(\.self) }
  }
}

extension CompanyComparison.Difference {
  /// Which side differs.
  fileprivate var sideWords: String {
    switch (isOfWord, isOfDeed) {
    case (true, true): "word and deed"
    case (true, false): "word"
    case (false, _): "deed"
    }
  }
}

extension RichText {
  /// Names gathered by what is said of each, in order; of those without it, that nothing is recorded.
  fileprivate static func groups(of names: [String], by words: [String?]) -> RichText {
    var groups: [(words: String, names: [String])] = []
    for (name, word) in zip(names, words) {
      let word = word ?? "nothing recorded"
      if let place = groups.firstIndex(where: { $0.words == word }) {
        groups[place].names.append(name)
      } else {
        groups.append((word, [name]))
      }
    }
    let runs = groups.enumerated().flatMap { place, group -> [Run] in
      let names = group.names.enumerated().flatMap { number, name -> [Run] in
        (number == 0 ? [] : [.text(", ")]) + [.name(name)]
      }
      return [.text("\(place == 0 ? "" : "; ")\(group.words): ")] + names
    }
    return RichText(runs: runs)
  }
}
