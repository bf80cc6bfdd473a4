import JSON
import Foundation
import Stances
import TestSupport
import Testing

@Suite("Destinations and looks of results and messages")
struct OutputTests {
  private let events = [
    silentReduction("lenovo", .suspended, on: "2022-03", published: "2022-05-06", id: "cut"),
    announcement("lenovo", .operating, on: "2022-03-11", id: "word"),
  ]

  @Test("what is promised for a day or a time is said in English")
  func promised() throws {
    for (due, words) in [
      ("2024-06-30", "+1: promised for 2024-06-30"),
      ("2024-06/2024-08", "+1: promised from June 2024 to August 2024"),
    ] {
      let desk = try Desk([
        announcement("lenovo", .holding, on: "2024-04-01"),
        announcement("lenovo", .reducing, on: "2024-05-02", effective: due),
      ])
      #expect(try desk.run("explain", "lenovo", "RU", "--to", "2024-05-31").output.contains(words))
    }
  }

  @Test("results go to standard output and nothing to standard error")
  func streams() throws {
    let desk = try Desk(events)
    for words in [
      ["posture"], ["log"], ["show", "cut"], ["show", "2"], ["explain", "lenovo", "RU"],
      ["replay"], ["posture", "--to", "2022-05-06"],
      ["replay", "--from", "2022-03-01", "--step", "month"],
      ["diff", "--at", "1..3"], ["report", "postures"], ["report", "timeline"],
      ["report", "company", "Lenovo"], ["verify"], ["status"], ["export"], ["types"],
      ["types", "exit"], ["--version"], ["--help"], ["append", "--help"],
    ] {
      let outcome = try Program([Program.stance] + words, in: desk.path).outcome()
      #expect(outcome.status == 0, "\(words): \(outcome.messages)")
      #expect(outcome.messages.isEmpty, "\(words): \(outcome.messages)")
      #expect(!outcome.output.isEmpty, "\(words)")
      #expect(!outcome.output.contains("\u{1B}"), "\(words) has colours in a pipe")
    }
  }

  @Test("every answer is to be had as JSON")
  func json() throws {
    let desk = try Desk(events)
    for words in [
      ["posture"], ["log"], ["show", "cut"], ["explain", "lenovo", "RU"],
      ["replay"], ["posture", "--to", "2022-05-06"], ["replay", "--from", "2022-03-01"],
      ["diff", "--at", "1..3"], ["report", "postures"], ["report", "timeline"],
      ["report", "company", "lenovo"], ["verify"], ["status"], ["types"], ["types", "exit"],
      ["backup", "copy.sqlite"], ["init", "--log", "other.sqlite"],
      ["append", "--from", "first"],
    ] {
      let outcome = try Program([Program.stance] + words + ["--json"], in: desk.path).outcome()
      let limits = JSONLimits(maximumBytes: 1 << 20, maximumDepth: 64)
      let document = try JSONDocument(parsing: Array(outcome.output.utf8), limits: limits)
      #expect(document.root.kind == .object, "\(words)")
    }
  }

  @Test("a difference ends with a finding only if that is asked for")
  func exitCode() throws {
    let desk = try Desk(events)
    #expect(try desk.run("diff", "--at", "1..3").status == 0)
    #expect(try desk.run("diff", "--at", "1..3", "--exit-code").status == 1)
    #expect(try desk.run("diff", "--at", "3..3", "--exit-code").status == 0)
  }

  @Test("an answer with an older --at has the same bytes after more was appended")
  func olderAnswers() throws {
    let desk = try Desk(events)
    let words = ["--to", "2022-05-06", "--at", "3", "--json"]
    let before = try Program([Program.stance, "posture"] + words, in: desk.path).outcome().output
    let more = silentReduction("lenovo", .exited, on: "2022-04", id: "later").line
    try desk.run("append", "--from", try desk.write([more]))
    let after = try Program([Program.stance, "posture"] + words, in: desk.path).outcome().output
    #expect(before == after)
  }

  @Test("an export appended to an empty log gives the same export")
  func exportAndImport() throws {
    let desk = try Desk(events)
    let copied = try desk.bash(
      "set -o pipefail; \"$stance\" init --log copy.sqlite > /dev/null && \"$stance\" export "
        + "| \"$stance\" append --from - --log copy.sqlite")
    #expect(copied.output == "recorded 3 events; the head is 3\n")
    let copy = try desk.run("export", "--log", "copy.sqlite").output
    #expect(try desk.run("export").output == copy)
  }

  @Test("STANCE_LOG and STANCE_RECORDER say what no flag does")
  func environment() throws {
    let desk = try Desk()
    let file = try desk.write(events.map(\.line))
    try desk.run("append", "--from", file, environment: ["STANCE_RECORDER": "night desk"])
    #expect(try desk.run("show", "cut", "--json").output.contains("\"night desk\""))
    let other = try desk.run("status", environment: ["STANCE_LOG": "elsewhere.sqlite"])
    #expect(other.status == 66)
  }

  @Test("a pipe that is closed early ends the program without a word")
  func closedPipe() throws {
    let lines = (1...2_000).map { declinedComment("lenovo", on: "2022-03-01", id: "no-\($0)") }
    let desk = try Desk(lines)
    let outcome = try desk.bash(
      "\"$stance\" export | head -c 1 > /dev/null; echo ${PIPESTATUS[0]}")
    #expect(["0\n", "141\n"].contains(outcome.output))
    #expect(outcome.messages.isEmpty)
  }

  @Test(
    "colours show on a terminal only, and never with NO_COLOR, TERM=dumb or --plain",
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"),
      "there is no script(1) to make a terminal"),
    arguments: [
      ("", ["TERM": "xterm"], true), ("", ["TERM": "xterm", "NO_COLOR": "1"], false),
      ("", ["TERM": "dumb"], false), (" --plain", ["TERM": "xterm"], false),
    ])
  func colours(flag: String, environment: [String: String], expected: Bool) throws {
    let desk = try Desk(events)
    let outcome = try desk.bash(
      "script -qec '\"$stance\" posture\(flag)' /dev/null", environment: environment)
    #expect(outcome.output.contains("Lenovo"), "\(outcome.output)")
    #expect(outcome.output.contains("\u{1B}[") == expected)
  }

  @Test("completions are written for the three shells", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let desk = try Desk()
    let outcome = try desk.run("--generate-completion-script", shell)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("stance"))
  }

  @Test("with a closed stream nothing is written into the files of a command", arguments: 0...2)
  func closed(stream: Int) throws {
    let desk = try Desk()
    let settings = [
      "XDG_CONFIG_HOME": "\(desk.path)/config", "XDG_STATE_HOME": "\(desk.path)/state",
    ]
    try desk.run("key", "new", "stance.example.org/log")
    try desk.run("checkpoint")
    // It says on standard error that it omits the log's own key.
    let export = try desk.bash(
      "\"$stance\" export -o export.jsonl \(stream)>&-", environment: settings)
    #expect(export.status == 0)
    let expected = try desk.run("export").output
    #expect(try desk.bash("cat export.jsonl").output == expected)
    let append = try desk.bash(
      "\"$stance\" append company_registered --id a --company a --name A --country CN \(stream)>&-",
      environment: settings)
    // What cannot be said is an error, and the event is recorded.
    #expect(append.status == (stream == 1 ? 74 : 0), "\(append.messages)")
    #expect(try desk.run("verify").output.hasPrefix("3 events read: nothing is wrong\n"))
    #expect(try desk.bash("\"$stance\" append --from - <&-").status == 74)
  }
}

@Suite("What shells offer for a word")
struct CompletionTests {
  let desk: Desk

  init() throws {
    desk = try Desk([
      announcement("lenovo", .suspended, on: "2022-03-08", id: "lenovo-halt"),
      body("us-commerce"), company("dji"),
    ])
  }

  @Test(
    "fields of types, their words, names and ids of the log",
    arguments: [
      (["--mo", "append", "exit"], "--mode"), (["s", "append", "exit", "--mode"], "sold seized"),
      (["le", "append", "exit", "--company"], "lenovo"),
      (["XK", "append", "exit", "--markets"], "XK"),
      (["us", "append", "government_statement", "--body"], "us-commerce"),
      (["lenovo-h", "show"], "lenovo-halt"), (["lenovo-h", "retract"], "lenovo-halt"),
      (["--lev", "correct", "lenovo-halt"], "--level"),
      (["sus", "correct", "lenovo-halt", "--level"], "suspended"),
      (["--comp", "append", "exit", "--company", "dji"], ""), (["d", "posture", "lenovo"], "dji"),
      (["KZ", "explain", "lenovo"], "KZ"), (["d", "report", "company"], "dji"),
      (["x", "no-such-command"], ""), (["le", "posture", "--log", "nowhere"], ""), ([], ""),
    ])
  func words(words: [String], offered: String) throws {
    let outcome = try desk.run(["---words"] + words)
    #expect(outcome.status == 0 && outcome.messages.isEmpty, "\(outcome.messages)")
    #expect(outcome.output.split(separator: "\n").joined(separator: " ") == offered)
  }

  @Test("a shell that has read its script offers them")
  func shells() throws {
    let bash = """
      export PATH="$(dirname "$stance"):$PATH" && source <(stance --generate-completion-script bash)
      COMP_WORDS=(stance append exit --mode wal) COMP_CWORD=4 COMP_LINE='stance append exit --mode wal'
      COMP_POINT=29 && _stance_and_log stance wal --mode && echo "${COMPREPLY[@]}"
      complete -p stance
      """
    let outcome = try desk.bash(bash)
    #expect(
      outcome.output == "walked_away\ncomplete -o filenames -F _stance_and_log stance\n",
      "\(outcome.messages)")
    for (shell, part) in [("zsh", "compadd -a offered"), ("fish", "---words (commandline -ct)")] {
      #expect(try desk.run("--generate-completion-script", shell).output.contains(part))
    }
  }
}
