import Foundation
import JSON
import Stances
import TestSupport
import Testing

@Suite("Correcting and withdrawing by command")
struct CorrectionTests {
  private static let halt = "lenovo-halt"
  let desk: Desk

  init() throws {
    desk = try Desk([
      announcement("lenovo", .suspended, on: "2022-03-08", id: Self.halt)
        .with("note", "As the paper has it.")
    ])
  }

  /// Makes an editor that changes the form by an expression of sed.
  private func editor(_ expression: String) throws -> [String: String] {
    _ = try desk.write(["#!/bin/sh", "sed -i '\(expression)' \"$1\""], to: "editor")
    _ = try desk.bash("chmod +x editor")
    return ["VISUAL": "\(desk.path)/editor"]
  }

  private func stands() throws -> JSONNode {
    let shown = try desk.run("show", Self.halt, "--json").output
    return try #require(JSONDocument(parsing: Array(shown.utf8)).root["data"]?["stands"])
  }

  @Test("flags are put over what stands, also over an earlier correction; the rest stays")
  func flags() throws {
    let first = try desk.run("correct", Self.halt, "--level", "exited", "--reason", "It said so.")
    #expect(first.output == "recorded lenovo-halt-correction at 3; the head is 3\n")
    let second = try desk.run(
      "correct", "2", "--evidence-2-publisher", "FT", "--evidence-2-grade", "B2", "--without",
      "note",
      "--reason", "A second source.")
    #expect(second.output == "recorded lenovo-halt-correction-2 at 4; the head is 4\n")
    let stands = try stands()
    #expect(stands["level"]?.string == "exited")
    #expect(stands["note"] == nil)
    #expect(
      stands["evidence"]?.elements.compactMap { $0["publisher"]?.string } == ["Test Gazette", "FT"])
    #expect(stands["published"]?.string == "2022-03-08")
  }

  @Test(
    "an answer as known before still has what was recorded, unless the slip was the record's own")
  func days() throws {
    let before = ["show", Self.halt, "--known-by", "2022-04-01", "--json"]
    func level() throws -> String? {
      let shown = try desk.run(before).output
      return try JSONDocument(parsing: Array(shown.utf8)).root["data"]?["stands"]?["level"]?.string
    }
    let correct = ["correct", Self.halt, "--reason", "why", "--level"]
    #expect(try desk.run(correct + ["reducing"]).status == 0)
    #expect(try level() == "suspended")
    let given = correct + ["holding", "--correction-published", "2022-03-20"]
    #expect(try desk.run(given).status == 0)
    #expect(try level() == "holding")
    #expect(try desk.run(correct + ["exited", "--as-of-original"]).status == 0)
    #expect(try level() == "exited")
    let both = try desk.run(
      correct + ["reducing", "--as-of-original", "--correction-published", "2022-03-20"])
    #expect(both.status == 64, "\(both.messages)")
  }

  @Test(
    "a published day that was typed wrong is put right as of the earlier of the two",
    arguments: [("2022-12-06", "2022-06-12"), ("2022-06-12", "2022-12-06")])
  func publishedDay(typed: String, right: String) throws {
    let event = continuedBusiness(
      "lenovo", .operating, on: "2022-06-01", published: typed, id: "open")
    _ = try desk.run("append", "--from", desk.write([event.line]))
    let correct = [
      "correct", "open", "--published", right, "--as-of-original", "--reason", "Day for month.",
    ]
    #expect(try desk.run(correct).status == 0)
    let known = try desk.run(
      "posture", "lenovo", "--to", "2022-07-01", "--known-by", "2022-07-01", "--json"
    ).output.contains("open")
    #expect(known == (right == "2022-06-12"))
  }

  @Test("an event is shown before it was published, and said not to be known yet")
  func notYetKnown() throws {
    let before = try desk.run("show", Self.halt, "--known-by", "2022-03-07").output
    #expect(before.contains("Not yet known  published 2022-03-08"), "\(before)")
    #expect(try !desk.run("show", Self.halt).output.contains("Not yet known"))
  }

  @Test("a correction and a retraction are shown as what they are")
  func shown() throws {
    _ = try desk.run("correct", Self.halt, "--level", "exited", "--reason", "It said so.")
    let shown = try desk.run("show", "\(Self.halt)-correction").output
    #expect(shown.contains("It said so.") && shown.contains("Corrects"), "\(shown)")
    #expect(shown.contains("Replacement level"))
  }

  @Test("a second event of the same who, when and what is told of the first, and of 'correct'")
  func sibling() throws {
    let append = [
      "append", "public_announcement", "--company", "lenovo", "--markets", "RU", "--occurred",
      "2022-05-01", "--published", "2022-05-01", "--evidence-publisher", "FT", "--evidence-grade",
      "A2", "--level",
    ]
    #expect(try desk.run(append + ["suspended"]).messages.isEmpty)
    let second = try desk.run(append + ["exited"])
    #expect(second.status == 0 && second.messages.contains("use 'stance correct'"))
    #expect(second.messages.contains("'lenovo-2022-05-01-public-announcement' stands"))
  }

  @Test("who registers less than before, or withdraws whom events name, is warned")
  func registrations() throws {
    let again = try desk.run(
      "append", "company_registered", "--company", "lenovo", "--name", "Lenovo Group", "--country",
      "CN", "--id", "again")
    #expect(
      again.messages.contains("it renames 'Lenovo', as")
        && again.messages.contains("to 'Lenovo Group'"),
      "\(again.messages)")
    _ = try desk.run(
      "append", "company_registered", "--company", "lenovo", "--name", "Lenovo", "--country", "CN",
      "--sector", "computers", "--id", "more")
    let less = try desk.run(
      "append", "company_registered", "--company", "lenovo", "--name", "Lenovo", "--country", "CN",
      "--aliases", "L", "--id", "less")
    #expect(less.messages.contains("'more' at 4 also says sector; the latest registration counts"))
    for id in ["again", "more", "less"] {
      #expect(try desk.run("retract", id, "--reason", "x").messages.isEmpty)
    }
    let renamed = try desk.run("correct", "1", "--company", "other", "--reason", "x", "--dry-run")
    #expect(renamed.messages.contains("it registered 'lenovo' and would register 'other'"))
    let last = try desk.run("retract", "1", "--reason", "x")
    #expect(last.messages.contains("no other registration of the same slug stands"))
    #expect(last.messages.contains("'lenovo-halt' at 2"))
  }

  @Test("in an editor the whole event is a form; what is refused there is kept")
  func editing() throws {
    let change = ["correct", Self.halt, "--edit", "--reason", "Misread."]
    let edited = try desk.run(
      change, environment: editor("s/^level: .*/level: exited/; s/^note: .*/note:/"))
    #expect(edited.status == 0, "\(edited.messages)")
    #expect(try stands()["level"]?.string == "exited")
    #expect(try stands()["note"] == nil)

    let refused = try desk.run(change, environment: editor("s/^level: .*/level: gone/"))
    #expect(refused.status == 65)
    #expect(refused.messages.contains("--level: 'gone' is not one of the words"))
    let path = try #require(refused.messages.firstMatch(of: /--from (\S+)'/)?.1)
    let again = try desk.run(
      change + ["--from", String(path)], environment: editor("s/^level: .*/level: reducing/"))
    #expect(again.status == 0, "\(again.messages)")
    #expect(try stands()["level"]?.string == "reducing")

    let left = try desk.run(change, environment: editor(""))
    #expect(left.status == 130)
    #expect(left.messages == "stance: nothing was changed in the editor; nothing was recorded\n")
    _ = try desk.write(["#!/bin/sh", "echo 'level: exited' >> $1", "exit 3"], to: "editor")
    _ = try desk.bash("chmod +x editor")
    let crashed = try desk.run(change, environment: ["VISUAL": "\(desk.path)/editor"])
    #expect(crashed.status == 66 && crashed.messages.contains("ended with 3"))
    #expect(crashed.messages.contains("what you wrote is kept"), "\(crashed.messages)")
    let none = try desk.run(change, environment: ["EDITOR": "no-such-editor"])
    #expect(!none.messages.contains("kept"))
    #expect(none.status == 66)
    #expect(try desk.head() == 4)
  }

  @Test("one that others corrected while it was edited is refused, and theirs stays")
  func movedOn() throws {
    let own = "\(Program.stance) correct \(Self.halt) --level exited --reason theirs"
    _ = try desk.write(
      ["#!/bin/sh", own, "sed -i 's/^level: .*/level: reducing/' \"$1\""], to: "editor")
    _ = try desk.bash("chmod +x editor")
    let late = try desk.run(
      ["correct", Self.halt, "--edit", "--reason", "mine"],
      environment: ["VISUAL": "\(desk.path)/editor"])
    #expect(late.status == 65, "\(late.messages)")
    #expect(
      late.messages.contains("the record has moved on: '\(Self.halt)' was corrected at 3 meanwhile")
    )
    #expect(try stands()["level"]?.string == "exited")
  }

  @Test("what 'show --json' writes can be changed and given back; the former content cannot")
  func givenBack() throws {
    #expect(try desk.run("correct", Self.halt, "--level", "reducing", "--reason", "x").status == 0)
    let shown = try desk.run("show", Self.halt, "--json").output
    let stands = try #require(shown.range(of: "\"stands\""))
    let former = String(shown[..<stands.lowerBound]), now = String(shown[stands.lowerBound...])
    let change = ["correct", Self.halt, "--from", "event.json", "--reason", "y"]
    _ = try desk.write([former + now.replacing("reducing", with: "exited")], to: "event.json")
    #expect(try desk.run(change).status == 0)
    #expect(try self.stands()["level"]?.string == "exited")
    _ = try desk.write([former.replacing("suspended", with: "holding") + now], to: "event.json")
    let refused = try desk.run(change)
    #expect(refused.status == 65)
    #expect(refused.messages.contains("data.stands"))
  }

  @Test("what cannot be corrected or withdrawn is said, with what to do")
  func refusals() throws {
    let correct = ["correct", Self.halt, "--reason", "x"]
    let same = try desk.run(correct + ["--level", "suspended"])
    #expect(same.status == 65 && same.messages.contains("nothing changes"))
    #expect(try desk.run(correct).status == 64)
    #expect(
      try desk.run(correct + ["--levl", "exited"]).messages.contains("did you mean '--level'?"))
    #expect(try desk.run(correct + ["--without", "until"]).status == 64)
    #expect(try desk.run(correct + ["--tags", ""]).messages.contains("--tags needs a value"))
    #expect(try desk.run(correct + ["--without", "evidence-3"]).messages.contains("no evidence-3"))
    #expect(
      try desk.run("correct", "lenovo-hal", "--level", "exited", "--reason", "x").status == 66)
    #expect(
      try desk.run("correct", "1", "--name", "L", "--reason", "x", "--as-of-original").status == 65)

    #expect(try desk.run("retract", Self.halt, "--reason", "Of another firm.").status == 0)
    let twice = try desk.run("retract", Self.halt, "--reason", "x")
    #expect(twice.status == 65 && twice.messages.contains("is retracted already"))
    let withdrawn = try desk.run(correct + ["--level", "exited"])
    #expect(withdrawn.messages.contains("retract the retraction first"))
    let ofAmendment = try desk.run(
      "correct", "\(Self.halt)-retraction", "--note", "x", "--reason", "x")
    #expect(ofAmendment.messages.contains("is a retraction of '\(Self.halt)': correct that"))
    #expect(
      try desk.run("retract", "\(Self.halt)-retraction", "--reason", "It was right.").status == 0)
    #expect(try desk.run(correct + ["--level", "exited"]).status == 0)
  }

  @Test("a preview says what would change and records nothing")
  func preview() throws {
    let preview = try desk.run(
      "correct", Self.halt, "--level", "exited", "--reason", "x", "--preview")
    #expect(preview.output.contains("would record lenovo-halt-correction"))
    #expect(preview.output.contains("announced a suspension → announced"))
    #expect(try desk.head() == 2)
  }
}
