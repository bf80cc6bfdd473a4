import JSON
import Foundation
import Stances
import TestSupport
import Testing

@Suite("Captured files, kept beside the log and bound to its events")
struct CaptureTests {
  private static let url = "https://example.org/news"

  /// A desk with a source at the address, and a page that was saved of it.
  private func desk() throws -> (Desk, sha256: String) {
    let source: JSONValue = [
      "publisher": "The Paper", "url": .string("\(Self.url)#top"), "grade": "B2",
    ]
    let stop = silentReduction("lenovo", .suspended, on: "2022-03-08", id: "lenovo-stops")
      .with("evidence", .array([source]))
    let desk = try Desk([stop])
    _ = try desk.write(["<!doctype html><p>Lenovo stops."], to: "page.html")
    let sum = try desk.bash("sha256sum page.html | cut -c 1-64").output
    return (desk, String(sum.prefix(64)))
  }

  private func keep(_ desk: Desk, _ more: String...) throws -> Outcome {
    try desk.run(
      ["capture", "page.html", "--url", Self.url, "--captured", "2022-05-06T09:00Z"] + more)
  }

  private func place(_ sha256: String) -> String {
    "stance.sqlite.captures/\(sha256.prefix(2))/\(sha256)"
  }

  @Test("a file is kept under its digest, read-only, and its event says of what and when")
  func kept() throws {
    let (desk, sha256) = try desk()
    let outcome = try keep(desk, "--with", "SingleFile 1.22, A. Reporter")
    #expect(outcome.firstLine == "recorded capture-\(sha256.prefix(16)) at 3; the head is 3")
    #expect(try desk.bash("cmp page.html \(place(sha256))").status == 0)
    #expect(try desk.bash("stat -c %a \(place(sha256))").output == "444\n")
    #expect(try desk.bash("stat -c %a stance.sqlite.captures").output == "700\n")
    #expect(try desk.bash("ls -A stance.sqlite.captures").output == "\(sha256.prefix(2))\n")
    let shown = try desk.run("show", "capture-\(sha256.prefix(16))", "--json").output
    let event = try JSONDocument(parsing: Array(shown.utf8)).root["data"]?["event"]?["event"]
    #expect(event?["sha256"]?.string == sha256)
    #expect(event?["bytes"]?.integer == 32)
    #expect(event?["media"]?.string == "text/html")
    #expect(event?["captured"]?.string == "2022-05-06T09:00Z")
    #expect(event?["with"]?.string == "SingleFile 1.22, A. Reporter")
    #expect(event?["urls"]?.elements.compactMap(\.string) == [Self.url])
  }

  @Test("the page of an event says which of its sources is kept, and which somebody else has")
  func shown() throws {
    let (desk, sha256) = try desk()
    #expect(!(try desk.run("show", "lenovo-stops").output.contains("Kept:")))
    _ = try keep(desk)
    let shown = try desk.run("show", "lenovo-stops").output.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(shown.contains("Kept: capture-\(sha256.prefix(16)), captured 2022-05-06T09:00Z."))
    let before = try desk.run("show", "lenovo-stops", "--at", "2").output
    #expect(!before.contains("Kept:"))
    let other = String(repeating: "ab", count: 32)
    let held = try desk.run(
      "append", "exit", "--company", "lenovo", "--markets", "RU", "--mode", "sold",
      "--disclosed=true", "--occurred", "2022-06-01", "--published", "2022-06-01", "--id", "sold",
      "--evidence-publisher", "X", "--evidence-sha256", other)
    #expect(held.status == 0, "\(held.messages)")
    #expect(
      try desk.run("show", "sold").output.split(whereSeparator: \.isWhitespace)
        .joined(separator: " ").contains("A copy is held by someone, SHA-256 \(other)."))
  }

  @Test("the same file for the same address is recorded once, for another address once more")
  func again() throws {
    let (desk, sha256) = try desk()
    _ = try keep(desk)
    let same = try keep(desk)
    #expect(same.firstLine.hasPrefix("already recorded as capture-\(sha256.prefix(16)) at 3"))
    let other = try desk.run(
      "capture", "page.html", "--url", "https://example.org/mirror", "--captured", "2022-05-07")
    #expect(other.firstLine == "recorded capture-\(sha256.prefix(16))-2 at 4; the head is 4")
    #expect(other.messages.contains("note: a file of these bytes is kept already"))
    #expect(!other.messages.contains("stance correct"))
    #expect(try desk.run("verify").output.contains("1 of 1 kept copy is the bytes"))
  }

  /// A line for each kind of input that is no capture.
  @Test(
    "what cannot be kept is refused in a sentence, and nothing is left behind",
    arguments: [
      ("ln -s page.html link; F=link", 65, "link is a symbolic link"),
      ("mkfifo pipe; F=pipe", 65, "pipe cannot be kept: it is a pipe"),
      ("mkdir folder; F=folder", 65, "folder cannot be kept: it is a folder"),
      (": > empty; F=empty", 65, "empty has 0 bytes"),
      ("F=nowhere", 66, "there is no file nowhere"),
      ("truncate -s 2M big; F='big --limit 1'", 65, "big has 2097152 bytes, more than 1048576"),
      ("F='page.html --media nonsense'", 65, "media: 'nonsense' is not a valid media type"),
      ("F='page.html --captured yesterday'", 65, "captured: 'yesterday' is not a valid instant"),
    ])
  func refused(setUp: String, status: Int32, sentence: String) throws {
    let (desk, _) = try desk()
    let time = setUp.contains("--captured") ? "" : "--captured 2022-05-06"
    let outcome = try desk.bash("\(setUp); $stance capture $F --url \(Self.url) \(time)")
    #expect(outcome.status == status, "\(outcome.messages)")
    #expect(outcome.messages.contains(sentence), "\(outcome.messages)")
    #expect(try desk.head() == 2)
    #expect(try desk.bash("find stance.sqlite.captures -type f 2>/dev/null").output.isEmpty)
  }

  @Test("a file without address or time is refused, with the flag that gives it")
  func lacking() throws {
    let (desk, _) = try desk()
    let noAddress = try desk.run("capture", "page.html", "--captured", "2022-05-06")
    #expect(noAddress.status == 64)
    #expect(noAddress.messages.contains("give it with --url"))
    let noTime = try desk.run("capture", "page.html", "--url", Self.url)
    #expect(noTime.status == 64)
    #expect(noTime.messages.contains("--captured 2022-05-06T09:00Z"))
  }

  @Test("a dry run and a refused append leave no file")
  func nothing() throws {
    let (desk, _) = try desk()
    #expect(try keep(desk, "--dry-run").firstLine.hasPrefix("would record"))
    let refused = try keep(desk, "--recorder", String(repeating: "x", count: 400))
    #expect(refused.status != 0)
    #expect(try desk.bash("find stance.sqlite.captures -type f 2>/dev/null").output.isEmpty)
    #expect(try desk.head() == 2)
  }

  @Test("a table of files is kept whole or not at all, and each fault has its line")
  func table() throws {
    let (desk, _) = try desk()
    _ = try desk.write(["another page"], to: "other.txt")
    _ = try desk.write(
      [
        "file,url,captured,with", "page.html,\(Self.url),2022-05-06T09:00Z,Reporter",
        "nowhere.html,\(Self.url),2022-05-06,", "other.txt,not an address,2022-05-06,",
      ], to: "bad.csv")
    let bad = try desk.run("capture", "--from", "bad.csv")
    #expect(bad.status == 65)
    #expect(bad.messages.contains("there is no file nowhere.html"))
    #expect(bad.messages.contains("bad.csv, line 4: url: 'not an address'"))
    #expect(try desk.head() == 2)
    _ = try desk.write(
      [
        "file,url,captured,with", "page.html,\(Self.url),2022-05-06T09:00Z,Reporter",
        "other.txt,https://example.org/b,2022-05-06,",
      ], to: "good.csv")
    let good = try desk.run("capture", "--from", "good.csv")
    #expect(good.firstLine == "recorded 2 events; the head is 4", "\(good.messages)")
    #expect(try desk.run("verify").output.contains("2 of 2 kept copies are the bytes"))
    _ = try desk.write(["file,address", "page.html,x"], to: "column.csv")
    #expect(
      try desk.run("capture", "--from", "column.csv").messages.contains("has a column 'address'"))
  }

  @Test("what is not kept is listed with its events, and as addresses alone")
  func missing() throws {
    let (desk, sha256) = try desk()
    #expect(
      try desk.run("captures", "--missing").output == "\(Self.url)#top  lenovo-stops\n")
    #expect(try desk.run("captures", "--missing", "--urls").output == "\(Self.url)#top\n")
    _ = try keep(desk)
    #expect(try desk.run("captures", "--missing", "--urls").output.isEmpty)
    #expect(try desk.run("captures", "--urls").output == "\(Self.url)\n")
    #expect(
      try desk.run("captures").output
        == "capture-\(sha256.prefix(16))  kept  32 bytes  text/html  2022-05-06T09:00Z  "
        + "\(Self.url)\n")
    _ = try desk.bash("rm -f \(place(sha256)); touch stance.sqlite.captures/left.part")
    #expect(try desk.run("captures", "--missing", "--urls").output == "\(Self.url)#top\n")
    #expect(try desk.run("captures", "--strays").output.hasSuffix("captures/left.part\n"))
  }

  @Test("an event and the file of its source are recorded in one append")
  func evidenceFile() throws {
    let (desk, sha256) = try desk()
    let words = [
      "append", "exit", "--company", "lenovo", "--markets", "RU", "--mode", "sold",
      "--disclosed=true", "--occurred", "2022-06-01", "--published", "2022-06-01", "--id", "sold",
      "--evidence-publisher", "The Paper",
    ]
    let files = [
      "--evidence-url", Self.url, "--evidence-file", "page.html",
      "--evidence-captured", "2022-06-02T10:00Z",
    ]
    let refused = try desk.run(words + ["--level", "x"] + files)
    #expect(refused.status == 64)
    #expect(try desk.bash("find stance.sqlite.captures -type f 2>/dev/null").output.isEmpty)
    let outcome = try desk.run(words + files)
    #expect(outcome.firstLine == "recorded 2 events; the head is 4", "\(outcome.messages)")
    let shown = try desk.run("show", "sold", "--json").output
    let root = try JSONDocument(parsing: Array(shown.utf8)).root["data"]
    #expect(root?["event"]?["event"]?["evidence"]?.elements.first?["sha256"]?.string == sha256)
    #expect(root?["captures"]?.elements.first?["sha256"]?.string == sha256)
    #expect(try desk.bash("cmp page.html \(place(sha256))").status == 0)
    let other = try desk.run(
      words + files + ["--evidence-sha256", String(repeating: "0", count: 64)])
    #expect(other.status == 65)
    #expect(other.messages.contains("page.html has the SHA-256 \(sha256)"))
  }

  @Test("a file that is missing, changed or withdrawn and still there ends verify with 1")
  func verified() throws {
    let (desk, sha256) = try desk()
    #expect(!(try desk.run("verify").output.contains("COPIES")))
    _ = try keep(desk)
    let fine = try desk.run("verify")
    #expect(fine.status == 0)
    #expect(
      fine.output.contains(
        "COPIES        shown: 1 of 1 kept copy is the bytes that were recorded\n"))
    #expect(fine.output.contains("does not prove that the sites ever served these bytes"))
    _ = try desk.bash("mv stance.sqlite.captures away")
    let away = try desk.run("verify")
    #expect(away.status == 0)
    #expect(away.output.contains("COPIES        not shown: 1 copy is recorded, and there is no"))
    _ = try desk.bash("mv away stance.sqlite.captures; mv \(place(sha256)) kept")
    let missing = try desk.run("verify", "--json")
    #expect(missing.status == 1)
    let copies = try JSONDocument(parsing: Array(missing.output.utf8)).root["copies"]
    #expect(copies?["findings"]?.elements.first?["is"]?.string == "missing")
    #expect(
      copies?["findings"]?.elements.first?["events"]?.elements.first?.string == "lenovo-stops")
    #expect(
      try desk.run("verify").output.contains(
        "MISSED: 0 of 1 kept copy is the bytes that were recorded; missing: "
          + "capture-\(sha256.prefix(16)), for lenovo-stops"))
    _ = try desk.bash("sed s/stops/stays/ kept > \(place(sha256))")
    let changed = try desk.run("verify")
    #expect(changed.status == 1)
    #expect(changed.output.contains("REFUTED: 0 of 1"))
    #expect(changed.output.contains("other bytes than recorded: capture-"))
    // Given again, the file takes the place of what is wrong.
    _ = try keep(desk)
    #expect(try desk.run("verify").status == 0)
    let gone = try desk.run(
      "retract", "capture-\(sha256.prefix(16))", "--reason", "by hand")
    #expect(gone.status == 0)
    let still = try desk.run("verify")
    #expect(still.status == 1)
    #expect(still.output.contains("withdrawn but still there"))
  }

  @Test("no result is written over a kept file")
  func notReplaced() throws {
    let (desk, sha256) = try desk()
    _ = try keep(desk)
    let outcome = try desk.run("export", "-o", place(sha256))
    #expect(outcome.status == 73)
    #expect(outcome.messages.contains("in the folder of the files that are kept"))
    #expect(try desk.run("verify").status == 0)
  }

  @Test("a dropped capture is withdrawn with its reason, and its file is gone")
  func dropped() throws {
    let (desk, sha256) = try desk()
    _ = try keep(desk)
    _ = try desk.run(
      "capture", "page.html", "--url", "https://example.org/b", "--captured", "2022-05-07")
    let unknown = try desk.run("capture", "drop", "nonsense", "--reason", "x")
    #expect(unknown.status == 66)
    let drop = try desk.run("capture", "drop", sha256, "--reason", "court order 12/3")
    #expect(drop.status == 0, "\(drop.messages)")
    #expect(
      drop.output == "recorded capture-\(sha256.prefix(16))-retraction, "
        + "capture-\(sha256.prefix(16))-2-retraction; the file \(sha256) is removed\n")
    #expect(drop.messages.contains("backups, bags and proofs"))
    #expect(try desk.bash("find stance.sqlite.captures -type f").output.isEmpty)
    let verified = try desk.run("verify")
    #expect(verified.status == 0)
    #expect(
      verified.output.contains("capture-\(sha256.prefix(16)) was withdrawn: court order 12/3"))
    #expect(try desk.run("capture", "drop", sha256, "--reason", "again").status == 65)
    // A drop that was interrupted after its event is finished by the next.
    _ = try desk.bash(
      "mkdir -p stance.sqlite.captures/\(sha256.prefix(2)); cp page.html \(place(sha256))")
    #expect(try desk.run("verify").status == 1)
    let finished = try desk.run("capture", "drop", sha256, "--reason", "court order 12/3")
    #expect(finished.output == "the file \(sha256) is removed\n")
    #expect(try desk.run("verify").status == 0)
  }

  @Test("a backup has the files, or leaves them out, or says which one it lacks")
  func backup() throws {
    let (desk, sha256) = try desk()
    _ = try keep(desk)
    let copied = try desk.run("backup", "copy.sqlite")
    #expect(copied.status == 0, "\(copied.messages)")
    #expect(copied.output.contains("copied 1 kept file to "))
    #expect(try desk.run("verify", "--log", "copy.sqlite").output.contains("1 of 1 kept copy"))
    let without = try desk.run("backup", "bare.sqlite", "--no-captures")
    #expect(without.status == 0)
    #expect(try desk.bash("test -e bare.sqlite.captures").status == 1)
    #expect(
      try desk.run("verify", "--log", "bare.sqlite").output.contains("COPIES        not shown"))
    _ = try desk.bash("rm -f \(place(sha256))")
    let lacking = try desk.run("backup", "third.sqlite")
    #expect(lacking.status == 1)
    #expect(lacking.output.contains("not copied: \(sha256): it is missing"))
  }

  @Test("a proof has the files of its event, in a folder that sha256sum checks")
  func proved() throws {
    let (desk, sha256) = try desk()
    _ = try keep(desk)
    let settings = ["STANCE_KEY": "\(desk.path)/key"]
    try desk.run("key", "new", "example.org/log", environment: settings)
    try desk.run("checkpoint", "-o", "head", environment: settings)
    let words = ["prove", "lenovo-stops", "-o", "stop.tlog-proof", "--with-captures"]
    let proved = try desk.run(words, environment: settings)
    #expect(proved.status == 0, "\(proved.messages)")
    #expect(
      try desk.bash("cd stop.captures && sha256sum -c SHA256SUMS").output == "\(sha256): OK\n")
    let id = "capture-\(sha256.prefix(16))"
    let key = try desk.run("key", "show", environment: settings).output.trimmingCharacters(
      in: .whitespacesAndNewlines)
    let verified = try desk.run(
      "verify", "bundle", "stop.captures/\(id).tlog-proof", "--key", key, environment: settings)
    #expect(verified.status == 0, "\(verified.messages)")
    #expect(verified.output.contains(id))
    let again = try desk.run(words, environment: settings)
    #expect(again.status == 73)
    #expect(again.messages.contains("stop.captures is there already"))
  }

  @Test("a bag has the events, the files, and manifests that list each")
  func bag() throws {
    let (desk, sha256) = try desk()
    _ = try keep(desk)
    for (name, words) in [
      ("all", []), ("company", ["--company", "lenovo"]), ("event", ["--event", "lenovo-stops"]),
    ] {
      let bag = try desk.run(["export", "--bag", name] + words)
      #expect(bag.status == 0, "\(bag.messages)")
      let list = "cd \(name) && sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt"
      #expect(
        try desk.bash(list).output.split(separator: "\n").sorted() == [
          "bag-info.txt: OK", "bagit.txt: OK", "data/captures/\(sha256): OK",
          "data/events.jsonl: OK", "manifest-sha256.txt: OK",
        ])
      #expect(try desk.bash("grep -c lenovo-stops \(name)/data/events.jsonl").output == "1\n")
      #expect(try desk.bash("grep -c '\"capture\"' \(name)/data/events.jsonl").output == "1\n")
    }
    #expect(try desk.run("export", "--bag", "all").status == 73)
    #expect(try desk.run("export", "--bag", "x", "--company", "nobody").status == 66)
    _ = try desk.bash("rm -f \(place(sha256))")
    let lacking = try desk.run("export", "--bag", "lacking")
    #expect(lacking.status == 1)
    #expect(lacking.messages.contains("the kept file \(sha256) is missing"))
    #expect(try desk.bash("ls -d lacking* 2>/dev/null").output.isEmpty)
  }
}
