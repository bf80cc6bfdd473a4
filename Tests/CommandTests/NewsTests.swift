import Foundation
import JSON
import Stances
import TestSupport
import Testing

@Suite("stance news and stance mark")
struct NewsTests {
  private let history = [
    body("ministry", name: "The Ministry", id: "reg-ministry"),
    announcement("lenovo", .operating, on: "2022-03-11", id: "carries-on"),
    announcement("lenovo", .suspended, on: "2022-04-01", effective: "2022-06-01", id: "promise"),
    measure("ban", by: "ministry", .inForce, on: "2022-01-01", power: true, id: "ban-in-force"),
    measure(
      "ban", by: "ministry", .suspended, on: "2022-05-10", until: "2022-05-31", id: "ban-suspended"),
  ]

  private func words(_ desk: Desk, _ arguments: String...) throws -> String {
    let outcome = try desk.run(["news"] + arguments)
    #expect(outcome.status == 0, "\(outcome.messages)")
    // As one line, whatever its width.
    return outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func append(_ desk: Desk, _ events: TestEvent...) throws {
    _ = try desk.write(events.map(\.line), to: "more")
    #expect(try desk.run("append", "--from", "more").status == 0)
  }

  @Test("what time alone changed is news: a due day that came, a suspension that ended")
  func timeAlone() throws {
    let desk = try Desk(history)
    let said = try words(desk, "--since", "6", "--seen", "2022-05-20", "--to", "2022-06-02")
    #expect(said.contains("Lenovo, Russia: "))
    #expect(said.contains("operating → suspended"))
    #expect(said.contains("as 2022-06-01 came)"))
    #expect(said.contains("its day came, and nothing on record contradicts it (promise; as 2022"))
    #expect(said.contains("The act ban (ban): suspended → in force (ban-suspended; as 2022-06-01"))
    #expect(said.contains("1 posture, 1 measure, 1 promise."))
    let before = try words(desk, "--since", "6", "--seen", "2022-05-20", "--to", "2022-05-25")
    #expect(before.contains("Nothing new."))
  }

  @Test("what was recorded is news, by kind: a first use, a correction, a retraction, other events")
  func recorded() throws {
    let desk = try Desk(history)
    try append(
      desk,
      measure(
        "rule", by: "ministry", .inForce, on: "2022-05-15", under: "ban", id: "rule-in-force"),
      correction(
        to: announcement("lenovo", .operating, on: "2022-03-12", id: "carries-on"),
        published: "2022-05-16", id: "corrected"),
      statement(by: "ministry", on: "2022-05-16", id: "says"))
    try append(desk, retraction(of: "promise", published: "2022-05-17", id: "withdrawn"))
    let said = try words(desk, "--since", "6", "--seen", "2022-05-17", "--to", "2022-05-17")
    #expect(said.contains("The act ban (ban): first used by The act rule (rule) (rule-in-force)"))
    #expect(said.contains("(carries-on) – corrected: The source corrected itself. (corrected)"))
    #expect(said.contains("(promise) – withdrawn: "))
    let feed = try words(
      desk, "--since", "6", "--seen", "2022-05-17", "--to", "2022-05-17", "--format", "atom")
    #expect(feed.contains("xmlns:at=\"http://purl.org/atompub/tombstones/1.0\""))
    #expect(feed.contains("<at:deleted-entry ref=\"urn:x-stance:news:event:promise:"))
    #expect(said.contains("The Ministry makes an appeal"))
    let sections = [
      "Measures", "First uses of powers", "Corrected or withdrawn", "Other new events",
    ]
    let places = sections.map { said.range(of: " \($0) ───")?.lowerBound }
    #expect(
      places.allSatisfy { $0 != nil }
        && places.compactMap(\.self) == places.compactMap(\.self).sorted())
  }

  @Test("a watch list shows what it names, and says why; an unknown name is refused with its line")
  func watching() throws {
    let desk = try Desk(history + [company("zte", name: "ZTE")])
    _ = try desk.write(["# mine", "company Lenovo  # by name", "", "measure ban"], to: "watch.txt")
    let since = ["--since", "1", "--seen", "2022-05-01", "--to", "2022-05-20"]
    let both = try words(
      desk, "--watch", "watch.txt", since[0], since[1], since[2], since[3], since[4], since[5])
    #expect(both.contains("because you watch company Lenovo"))
    #expect(both.contains("because you watch measure ban"))
    let other = try words(desk, "--watch", "company:zte", since[0], since[1])
    #expect(other.contains("Nothing new. Watched: company zte."))
    for (line, sentence) in [
      ("company lenvo", "the log has no company lenvo; did you mean 'lenovo'?"),
      ("measure bann", "the log has no measure bann; did you mean 'ban'?"),
      ("body minstry", "the log has no body minstry; did you mean 'ministry'?"),
      ("market RUS", "did you mean RU (Russia)?"), ("country XY", "XY"),
      ("sector chips", "the log has no sector chips"), ("planet mars", "is not a kind and a name"),
    ] {
      _ = try desk.write(["company lenovo", "# more", line], to: "wrong.txt")
      let refused = try desk.run("news", "--since", "1", "--watch", "wrong.txt")
      #expect(refused.status == 65, "\(line)")
      #expect(refused.messages.contains("line 3 of the watch list: "), "\(refused.messages)")
      #expect(refused.messages.contains(sentence), "\(refused.messages)")
    }
  }

  @Test("a mark says how far was seen, moves with --advance, and is set back")
  func marks() throws {
    let desk = try Desk(history)
    let unknown = try desk.run("news", "--since", "desk")
    #expect(unknown.status == 66)
    #expect(unknown.messages.contains("'stance mark desk' sets it"), "\(unknown.messages)")
    #expect(try desk.run("mark", "desk").output.contains("position 6"))
    #expect(try desk.run("news", "--since", "desk", "--exit-code").status == 0)
    try append(desk, statement(by: "ministry", on: "2022-05-16", id: "says"))
    #expect(try desk.run("news", "--since", "desk", "--exit-code").status == 1)
    #expect(try words(desk, "--since", "desk", "--advance").contains("makes an appeal"))
    #expect(try words(desk, "--since", "desk").contains("Nothing new."))
    #expect(try desk.run("mark", "--list").output.contains("desk: position 7"))
    #expect(try desk.run("mark", "desk", "--at", "6").status == 0)
    #expect(try words(desk, "--since", "desk").contains("makes an appeal"))
    // An answer of before does not move a mark back.
    #expect(try desk.run("mark", "desk").status == 0)
    #expect(try words(desk, "--since", "desk", "--at", "3", "--advance").contains("Nothing new."))
    #expect(try desk.run("mark", "--list").output.contains("desk: position 7"))
    #expect(try desk.run("news", "--since", "dsk").messages.contains("did you mean 'desk'?"))
    #expect(try desk.run("mark", "--delete", "desk").status == 0)
    #expect(try desk.run("mark", "--delete", "desk").status == 66)
    for words in [
      ["mark"], ["mark", "2022-05-06"], ["mark", "412"], ["mark", "a/../b"],
      ["news"], ["news", "--since", "6", "--advance"], ["news", "--since", "1", "--days", "2"],
      ["news", "--since", "2022-13-01"], ["news", "--since", "6", "--to-address", "a@b.example"],
    ] {
      #expect(try desk.run(words).status == 64, "\(words)")
    }
    #expect(try desk.run("news", "--since", "8").messages.contains("its head is 7"))
  }

  @Test("a mark moves only once the answer is out: one that was cut off is shown again")
  func cutOff() throws {
    let desk = try Desk(history)
    #expect(try desk.run("mark", "desk", "--at", "2").status == 0)
    let folders = [
      "XDG_CONFIG_HOME": "\(desk.path)/config", "XDG_STATE_HOME": "\(desk.path)/state",
    ]
    let ways = [
      "$stance news --since desk --advance > /dev/full",
      "$stance news --since desk --advance -o no/such/folder/out",
      "set -o pipefail; $stance news --since desk --advance | true; false",
    ]
    for way in ways.prefix(2) {
      #expect(try desk.bash(way, environment: folders).status != 0, "\(way)")
      #expect(try desk.run("mark", "--list").output.contains("desk: position 2"), "\(way)")
    }
  }

  @Test("killed at any time, news are shown again or were shown whole")
  func killed() throws {
    let desk = try Desk(history)
    #expect(try desk.run("mark", "desk", "--at", "2").status == 0)
    let whole = try desk.run("news", "--since", "desk", "-o", "whole").status
    #expect(whole == 0)
    let expected = try String(contentsOfFile: "\(desk.path)/whole", encoding: .utf8)
    let folders = [
      "XDG_CONFIG_HOME": "\(desk.path)/config", "XDG_STATE_HOME": "\(desk.path)/state",
    ]
    var generator = SeededGenerator(seed: 7)
    var moved = 0
    for round in 0..<30 {
      let delay = Double.random(in: 0.001...0.12, using: &generator)
      _ = try desk.bash(
        "rm -f out; $stance news --since desk --advance -o out & "
          + "sleep \(delay); kill -9 $! 2>/dev/null; wait $!; true", environment: folders)
      let isMoved = try desk.run("mark", "--list").output.contains("desk: position 6")
      let shown = try? String(contentsOfFile: "\(desk.path)/out", encoding: .utf8)
      #expect(shown == nil || shown == expected, "seed 7, round \(round)")
      #expect(!isMoved || shown == expected, "seed 7, round \(round): moved, and not shown")
      moved += isMoved ? 1 : 0
      #expect(try desk.run("mark", "desk", "--at", "2").status == 0)
    }
    #expect(moved < 30, "each run ended before it was killed")
  }

  @Test("the same news is the same mail, and no address or name begins a header")
  func mail() throws {
    let desk = try Desk(history)
    let asked = [
      "news", "--since", "6", "--seen", "2022-05-20", "--to", "2022-06-02", "--format", "eml",
    ]
    let first = try desk.run(asked + ["--to-address", "desk@example.org"]).output
    #expect(try desk.run(asked + ["--to-address", "desk@example.org"]).output == first)
    #expect(first.contains("From: desk@example.org\r\nTo: desk@example.org\r\nSubject: "))
    #expect(first.split(separator: "\r\n").allSatisfy { !$0.contains("\n") && $0.utf8.count <= 76 })
    let other = try desk.run(
      ["news", "--since", "5", "--seen", "2022-05-20", "--to", "2022-06-02", "--format", "eml"])
    #expect(name(of: other.output) != name(of: first))
    for address in [
      "a@b.example\r\nBcc: c@d.example", "a b@c.example", "a", "@b", "a@", "ä@b.example",
      "<a@b.example>",
    ] {
      #expect(try desk.run(asked + ["--to-address", address]).status == 64, "\(address)")
    }
  }

  private func name(of mail: String) -> Substring? {
    mail.split(separator: "\r\n").first { $0.hasPrefix("Message-ID: ") }
  }
}
