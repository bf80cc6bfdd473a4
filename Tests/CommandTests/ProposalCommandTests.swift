import Stances
import TestSupport
import Testing

@Suite("Proposing and deciding on the command line")
struct ProposalCommandTests {
  private static let flags = [
    "silent_reduction", "--company", "lenovo", "--markets", "RU", "--level", "suspended",
    "--occurred", "2022-03~", "--published", "2022-05-06", "--evidence-publisher", "WSJ",
    "--evidence-grade", "B2",
  ]

  private func name(of outcome: Outcome) -> String {
    String(outcome.output.split(separator: " ")[2].dropLast())
  }

  @Test("a proposal that waits for more than 14 days is worth a look, until someone decides")
  func waitsForLong() throws {
    let desk = try Desk()
    let name = name(of: try desk.run(["propose"] + Self.flags + ["--recorder", "intern"]))
    let later = ["review", "--to", "2100-01-01", "--only", "P1", "--format", "csv"]
    #expect(try !desk.run(["review", "--only", "P1", "--format", "csv"]).output.contains(name))
    let found = try desk.run(later)
    #expect(found.output.contains(",\"1 event by intern, waiting for "), "\(found.messages)")
    let row = try #require(found.output.split(separator: "\r\n").last)
    let command = try #require(row.split(separator: ",").last).split(separator: " ").map(
      String.init)
    #expect(command.first == "stance" && command.last?.hasSuffix(name) == true)
    // The command that the finding gives shows it.
    #expect(try desk.run(Array(command.dropFirst())).output.contains(name))
    #expect(try desk.run("reject", name, "--reason", "Not ours.").status == 0)
    #expect(try !desk.run(later).output.contains(name))
  }

  @Test("propose, list, show, accept: the log names both")
  func accepted() throws {
    let desk = try Desk()
    let proposed = try desk.run(
      ["propose"] + Self.flags + ["--why", "First report.", "--recorder", "intern"])
    #expect(proposed.status == 0, "\(proposed.messages)")
    #expect(proposed.output.contains("Nothing is recorded."))
    let name = name(of: proposed)
    let list = try desk.run("inbox").output
    #expect(list.hasPrefix("1 proposal waits\n\n\(name)  intern, today, by the command line\n"))
    #expect(list.contains("why: First report."))
    let status = try desk.run("status").output
    #expect(status.contains("inbox          1 proposal waits\n"))
    let shown = try desk.run("inbox", "show", name)
    #expect(shown.output.contains("Level                 suspended"))
    let accepted = try desk.run("accept", name, "--recorder", "editor", "--expect-head", "1")
    #expect(accepted.output.hasPrefix("recorded lenovo-2022-03-silent-reduction at 2"))
    let event = try desk.run("show", "2").output
    #expect(event.contains("by editor, proposed by intern"))
    #expect(try desk.run("verify").status == 0)
    #expect(try desk.run("inbox").output == "0 proposals wait\n")
    #expect(try desk.run("accept", name, "--expect-head", "2").status == 65)
    // What was exported comes back without what the log added.
    let exported = try desk.bash("$stance export --from 2 | grep -c '\"proposer\"'")
    #expect(exported.firstLine == "0" || exported.firstLine == "1")
  }

  @Test("a correction and a retraction can be proposed too")
  func amendments() throws {
    let desk = try Desk()
    try desk.run(["append"] + Self.flags)
    let corrected = try desk.run(
      "correct", "2", "--level", "exited", "--reason", "It said so.", "--propose", "--why",
      "Misread.")
    #expect(corrected.status == 0, "\(corrected.messages)")
    #expect(corrected.output.contains("does: suspended → exited"))
    let retracted = try desk.run("retract", "2", "--reason", "Entered twice.", "--propose")
    #expect(retracted.status == 0, "\(retracted.messages)")
    #expect(try desk.run("inbox").output.hasPrefix("2 proposals wait"))
    #expect(try desk.run("accept", name(of: retracted), "--expect-head", "2").status == 0)
    let late = try desk.run("inbox")
    #expect(late.output.contains("would be refused") || late.output.contains("changes"))
    #expect(try desk.run("status").output.contains("head           3\n"))
  }

  @Test("with the status that the help names: moved on, unknown, decided, without a reason")
  func statuses() throws {
    let desk = try Desk()
    let name = name(of: try desk.run(["propose"] + Self.flags))
    let moved = try desk.run("accept", name, "--expect-head", "0")
    #expect(moved.status == 75)
    #expect(moved.messages.contains("look at it again"))
    #expect(try desk.run("accept", "none", "--expect-head", "1").status == 66)
    let unseen = try desk.run("accept", name)
    #expect(unseen.status == 64)
    #expect(unseen.messages.contains("at which head it was looked at"), "\(unseen.messages)")
    #expect(try desk.run("accept", name, "--expect-preview", "x").status == 64)
    #expect(try desk.run("reject", name).status == 64)
    #expect(try desk.run("withdraw", name, "--recorder", "someone else").status == 77)
    #expect(try desk.run("reject", name, "--reason", "No.").output == "rejected \(name)\n")
    let list = try desk.run("inbox", "list", "--state", "rejected").output
    #expect(list.contains(": No."))
    #expect(try desk.run("append", "--why", "x", "exit").status == 64)
    #expect(try desk.run("inbox", "--log", "none.sqlite").status == 66)
  }

  @Test("a preview and a dry run propose nothing")
  func preview() throws {
    let desk = try Desk()
    for flag in ["--preview", "--dry-run"] {
      let tried = try desk.run(["propose"] + Self.flags + [flag])
      #expect(tried.status == 0, "\(tried.messages)")
      #expect(tried.output.contains("would record"))
    }
    #expect(try desk.run("inbox").output == "0 proposals wait\n")
  }

  @Test("a file is not proposed: nothing is kept, and nothing waits")
  func files() throws {
    let desk = try Desk()
    let page = try desk.write(["<html>"], to: "page.html")
    let proposed = try desk.run(["propose"] + Self.flags + ["--evidence-file", page])
    #expect(proposed.status == 64)
    #expect(proposed.messages.contains("keep it by 'stance capture'"), "\(proposed.messages)")
    let kept = try desk.run("capture", page, "--url", "https://example.org/", "--propose")
    #expect(kept.status == 64)
    #expect(try desk.run("inbox").output == "0 proposals wait\n")
  }

  @Test("a preview of what is recorded already says so")
  func previewOfRecorded() throws {
    let desk = try Desk()
    try desk.run(["append"] + Self.flags)
    let again = try desk.run(["append"] + Self.flags + ["--preview"])
    #expect(again.status == 0, "\(again.messages)")
    #expect(again.output.contains("already recorded"))
    #expect(try desk.run(["propose"] + Self.flags).status == 65)
  }

  @Test("a damaged file is said, and the others are listed")
  func damaged() throws {
    let desk = try Desk()
    let name = name(of: try desk.run(["propose"] + Self.flags))
    _ = try desk.bash(
      "cp stance.sqlite.inbox/waiting/*\(name).json "
        + "stance.sqlite.inbox/waiting/01a22e54-dcee-7fc7-8396-ae27d4abec41.json")
    let list = try desk.run("inbox")
    #expect(list.status == 65)
    #expect(list.output.hasPrefix("1 proposal waits"))
    #expect(list.messages.contains("its 'id' is not the file's name"), "\(list.messages)")
  }

  @Test("an edit in the editor is recorded, and kept beside what was proposed")
  func edited() throws {
    let desk = try Desk()
    let name = name(of: try desk.run(["propose"] + Self.flags + ["--recorder", "intern"]))
    let accepted = try desk.run(
      "accept", name, "--edit",
      environment: ["EDITOR": "sed -i s/suspended/exited/", "VISUAL": "sed -i s/suspended/exited/"])
    #expect(accepted.status == 0, "\(accepted.messages)")
    #expect(accepted.output.contains("as you changed it"))
    #expect(try desk.run("show", "2").output.contains("Level      exited"))
    let kept = try desk.bash("cat stance.sqlite.inbox/accepted/*.json").output
    #expect(kept.contains("suspended") && kept.contains("revision"))
  }
}
