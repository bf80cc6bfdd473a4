import JSON
import Answers
import Files
import HTTPTypes
import JSON
import Stances
import TestSupport
import Testing
@testable import Web

@Suite("Every question, asked of the site and by its command")
struct AnswersTests {
  @Test("is answered in each of its formats, with the same bytes", arguments: AskedExample.all)
  func sameBytes(_ example: AskedExample) async throws {
    let fixture = try SiteFixture(AskedExample.story, isOfToday: true)
    for format in example.question.servedFormats {
      let pictures =
        Format.pictures.contains(format) ? example.question.pictures.map(Optional.some) : [nil]
      for picture in pictures {
        let shown = picture.map { example.adding("picture", $0) } ?? example
        let answer = await fixture.get(shown.address(format))
        let address = shown.address(format)
        #expect(answer.status == .ok, "\(address): \(answer.text.prefix(200))")
        #expect(answer.fields[.contentType] == format.mediaType)
        guard format != .png else {
          let file = try fixture.file("picture.png", holding: "")
          #expect(try fixture.run(shown.command + ["--format", "png", "-o", file]).status == 0)
          #expect(try OpenFile(file, for: .reading).read(upTo: 1 << 22) == answer.bytes)
          continue
        }
        let printed = try fixture.run(shown.command + ["--format", format.name])
        #expect(printed.status == 0, "\(shown.command): \(printed.messages)")
        #expect(
          withoutPlaceAndTime(answer.text, format) == withoutPlaceAndTime(printed.output, format),
          "\(address) and \(shown.command)")
      }
    }
  }

  @Test("a replay without a beginning is that of the year before, in both places")
  func replayOfTheYear() async throws {
    let fixture = try SiteFixture()
    let whole = try fixture.run(["replay", "--to", "2022-05-31", "--json"]).output
    #expect(await fixture.get("/replay.json?to=2022-05-31").text == whole)
    let year = ["replay", "--from", "2021-05-31", "--to", "2022-05-31", "--json"]
    #expect(try fixture.run(year).output == whole)
    let help = try fixture.run(["replay", "--help"]).output
    #expect(help.contains("default: a year before the day asked about"))
  }

  @Test("takes each parameter as an option and in its address, and no other")
  func sameParameters() async throws {
    let fixture = try SiteFixture()
    let paths = try #require(try await fixture.get("/openapi.json").json["paths"])
    for example in AskedExample.all {
      let question = example.question
      let path = paths.members.first { $0.name == question.template }?.value
      let described = path?["get"]?["parameters"]?.elements.compactMap { $0["name"]?.string }
      #expect(Set(described ?? []) == Set(question.parameters.map(\.name)), "\(question.id)")
      let help = try fixture.run(example.words + ["--help"]).output
      let own = question.parameters.filter { !$0.isArgument }.map(\.flag)
      let common = ["format", "json", "plain", "output", "log", "version", "help"]
      // Of a review, a command alone takes files.
      let more =
        [
          ChangesQuestion.id: ["exit-code"],
          NewsQuestion.id: ["exit-code", "advance", "from-address", "to-address"],
          ReviewQuestion.id: ["exit-code", "acks", "links"],
        ][question.id] ?? []
      let offered = help.matches(of: /(?m)^  (?:-[a-z], )?--([a-z-]+)/).map { String($0.1) }
      #expect(Set(offered) == Set(own + common + more), "\(question.id)")
      for parameter in question.parameters {
        let shown = parameter.isArgument ? "<\(parameter.valueName)>" : "--\(parameter.flag)"
        #expect(help.contains(shown), "\(question.id): \(shown)")
        if parameter.isArgument {
          // Only a list may be left empty, and what has a default.
          #expect(help.contains("[\(shown)") != parameter.isNeeded, "\(question.id): \(shown)")
        }
        // Help is wrapped; the first words of the sentence are on one line.
        let start = parameter.summary.split(separator: " ").prefix(3).joined(separator: " ")
        #expect(help.contains(start), "\(question.id): \(start)")
      }
    }
  }

  @Test("offers in its help what it has, and refuses the rest with a sentence")
  func helpOffersWhatIsThere() async throws {
    let fixture = try SiteFixture()
    for example in AskedExample.all {
      let question = example.question
      let help = try fixture.run(example.words + ["--help"]).output
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(help.contains("(values: \(question.formats.map(\.name).joined(separator: ", "));"))
      #expect(help.contains("--picture") == !question.pictures.isEmpty)
      for format in Format.all where !question.formats.contains(format) {
        let refused = try fixture.run(example.command + ["--format", format.name])
        #expect(refused.status == 64)
        #expect(refused.messages.contains("is not one of text, md, csv"), "\(refused.messages)")
        // Another format of the question may have the ending.
        if question.servedFormats.contains(where: { $0.ending == format.ending }) { continue }
        #expect(await fixture.get(example.address(format)).status == .notFound)
      }
    }
    let board = try #require(AskedExample.all.first)
    let drawn = try fixture.run(board.words + ["--picture", "counts"])
    #expect(drawn.status == 64)
    #expect(drawn.messages.contains("the format text has no pictures"), "\(drawn.messages)")
    let answer = await fixture.get("/board.json?picture=counts")
    #expect(answer.status == .badRequest)
    let twice = try fixture.run(board.words + ["--json", "--format", "csv"])
    #expect(twice.status == 64)
    #expect(twice.messages.contains("not both"), "\(twice.messages)")
  }

  @Test("has one name: of a command, in its address, among links, and in the title")
  func oneName() async throws {
    let fixture = try SiteFixture(AskedExample.story)
    for example in AskedExample.all {
      let question = example.question
      let words = example.words.dropLast() + [question.id]
      #expect(try fixture.run(words + ["--help"]).status == 0, "\(words)")
      #expect(question.template.contains("/\(question.id)") || question.template.contains("}/{"))
      guard question.isListed else { continue }
      let page = await fixture.get(example.address(.html)).text
      let title = page.firstMatch(of: /<h1><bdi>(.*?)<\/bdi>/)?.1 ?? ""
      #expect(title.lowercased().contains(question.id), "\(title)")
      #expect(page.contains(" aria-current=\"page\">\(question.name)</a>"), "\(question.id)")
    }
  }

  @Test(
    "had another address before, which leads to the one of today for good",
    arguments: [
      ("/", "/board"), ("/?to=2022-05-06", "/board?to=2022-05-06"),
      ("/regulatory", "/measures"),
      ("/regulatory.csv?to=2022-05-06&at=3", "/measures.csv?to=2022-05-06&at=3"),
      ("/timegate", "/timegate/board"), ("/timemap/regulatory.md", "/timemap/measures.md"),
      ("/certificate/lenovo", "/certificate?company=lenovo"),
      ("/certificate/lenovo.json?at=3", "/certificate.json?company=lenovo&at=3"),
    ])
  func redirected(from old: String, to new: String) async throws {
    let fixture = try SiteFixture()
    let answer = await fixture.get(old)
    #expect(answer.status == .permanentRedirect)
    #expect(answer.fields[.location] == new)
    #expect(await fixture.get(new).status.code < 400)
    for unknown in ["/.json", "/x/regulatory", "/regulatory/x", "/timegate/x", "/boards"] {
      #expect(await fixture.get(unknown).status == .notFound, "\(unknown)")
    }
  }

  @Test("about two days takes them as A..B, or one by one")
  func comparisons() async throws {
    let fixture = try SiteFixture()
    let pair = await fixture.get("/changes.json?to=2022-03-15..2022-05-31")
    #expect(
      pair.bytes == (await fixture.get("/changes.json?fromTo=2022-03-15&to=2022-05-31")).bytes)
    #expect(try pair.json["data"]?["before"]?["to"]?.string == "2022-03-15")
    let dates = ["--from-to", "2022-03-15", "--to", "2022-05-31"]
    let one = try fixture.run(["diff", "--at", "4"] + dates)
    let two = try fixture.run(["diff", "--at", "4", "--to", "2022-03-15..2022-05-31"])
    #expect(one.output == two.output)
    #expect(one.output.contains("operating → suspended"))
  }

  /// The text without what depends on the place and time of writing: a page's frame, the addresses
  /// in a feed, the instant at which a certificate was issued.
  private func withoutPlaceAndTime(_ text: String, _ format: Format) -> String {
    let instant = /[^ |>]+Z, by this|"issued": "[^"]*"/
    let link = /<link rel="(self|alternate)"[^>]*>\n|      "url": .*\n/
    let plain = text.replacing(link, with: "").replacing(instant, with: "")
    guard format == .html else { return plain }
    // A file of its own does not know where other pages are.
    return String(plain.firstMatch(of: /(?s)<main.*<\/main>/)?.0 ?? "")
      .replacing(/\ href="\/[^"]*"/, with: "")
  }
}

/// A question with values for its parameters, as an address and as a command.
struct AskedExample: CustomTestStringConvertible, Sendable {
  let question: any Question.Type
  /// The words of the command.
  let words: [String]
  private var values: [String: [String]]

  private init(_ question: any Question.Type, _ words: String, _ values: [String: [String]] = [:]) {
    self.question = question
    self.words = words.split(separator: " ").map(String.init)
    self.values = values
  }

  /// What the examples are asked of.
  static let story =
    SiteFixture.story + [
      company("dji", name: "DJI"),
      measure("act", by: "mofcom", .inForce, on: "2022-03-12", to: named("lenovo")),
    ]

  static let all: [AskedExample] = [
    AskedExample(BoardQuestion.self, "report board", clocks),
    AskedExample(TimelineQuestion.self, "report timeline", clocks),
    AskedExample(MeasuresQuestion.self, "report measures", clocks),
    AskedExample(
      CompaniesQuestion.self, "companies",
      ["country": ["CN"], "sort": ["last"], "limit": ["1"]].adding(clocks)),
    AskedExample(BodiesQuestion.self, "bodies", ["sort": ["events"]].adding(clocks)),
    AskedExample(
      ChangesQuestion.self, "diff", ["fromTo": ["2022-03-15"], "to": ["2022-05-31"]]),
    AskedExample(
      ReplayQuestion.self, "replay", ["from": ["2022-03-01"], "step": ["week"]].adding(clocks)),
    AskedExample(
      EventsQuestion.self, "log", ["newest": ["true"], "company": ["lenovo"], "at": ["4"]]),
    AskedExample(
      NewsQuestion.self, "news",
      ["since": ["2"], "seen": ["2022-03-15"], "watch": ["company:lenovo"]].adding(clocks)),
    AskedExample(SearchQuestion.self, "search", ["q": ["联想"]].adding(clocks)),
    AskedExample(ReviewQuestion.self, "review", ["only": ["E,U1"], "stale": ["5"]].adding(clocks)),
    AskedExample(
      CountQuestion.self, "count", ["method": ["kse/1"], "by": ["country"]].adding(clocks)),
    AskedExample(PostureQuestion.self, "posture", ["company": ["Lenovo"]].adding(clocks)),
    AskedExample(
      CompareQuestion.self, "report companies",
      ["company": ["lenovo", "dji"], "market": ["RU"], "at": ["5"]].adding(clocks)),
    AskedExample(
      LeadQuestion.self, "report lead", ["measure": ["act"], "at": ["6"]].adding(clocks)),
    AskedExample(CompanyQuestion.self, "report company", ["company": ["lenovo"]].adding(clocks)),
    AskedExample(
      ExplanationQuestion.self, "explain",
      ["company": ["lenovo"], "market": ["RU"]].adding(clocks)),
    AskedExample(EventQuestion.self, "show", ["event": ["3"]].adding(clocks)),
    AskedExample(CertificateQuestion.self, "certificate", ["company": ["lenovo"]].adding(clocks)),
  ]

  private static let clocks = [
    "to": ["2022-05-31"], "knownBy": ["2022-05-20"], "at": ["4"], "fuzzy": ["strict"],
  ]

  /// The same with one more value.
  func adding(_ name: String, _ value: String) -> AskedExample {
    var more = self
    more.values[name] = [value]
    return more
  }

  /// The command with its arguments and options.
  var command: [String] {
    words
      + question.parameters.flatMap { parameter -> [String] in
        (values[parameter.name] ?? []).flatMap { value -> [String] in
          if parameter.isArgument { return [value] }
          return parameter.shape == .flag
            ? ["--\(parameter.flag)"] : ["--\(parameter.flag)", value]
        }
      }
  }

  /// The address of the answer in a format.
  func address(_ format: Format) -> String {
    var path = question.template
    var pairs: [String] = []
    for (name, texts) in values.sorted(by: { $0.key < $1.key }) {
      for text in texts.map(PercentCoding.encode) {
        if path.contains("{\(name)}") {
          path = path.replacing("{\(name)}", with: text)
        } else {
          pairs.append("\(name)=\(text)")
        }
      }
    }
    return path + format.suffix + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
  }

  var testDescription: String { question.id }
}

extension [String: [String]] {
  fileprivate func adding(_ more: [String: [String]]) -> [String: [String]] {
    merging(more) { first, _ in first }
  }
}
