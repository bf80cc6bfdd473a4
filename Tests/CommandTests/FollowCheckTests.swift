import Foundation
import TestSupport
import Testing

@Suite("Following a log from the command line")
struct FollowCheckTests {
  let desk: Desk
  let key: String

  init() throws {
    desk = try Desk((0..<6).map { company("firm-\($0)") })
    key = try desk.run("key", "new", "stance.example.org/log").firstLine
    #expect(try desk.run("checkpoint").status == 0)
    #expect(try desk.run("export", "--tiles", "www").status == 0)
  }

  @Test("A folder is followed from head to head, and a changed entry ends with 1")
  func folder() throws {
    let first = try follow("www")
    #expect(first.status == 0)
    #expect(first.output.hasPrefix("stance.example.org/log: 8 events, looked at for the first"))
    #expect(try follow("www/").output == "stance.example.org/log: 8 events, nothing new\n")
    try desk.appendCompany("later")
    #expect(try desk.run("export", "--tiles", "www").status == 0)
    let change = "cp -r www changed && sed -i s/later/laten/ changed/tile/entries/000.p/9"
    #expect(try desk.bash(change).status == 0)
    let changed = try follow("changed")
    #expect(changed.status == 1)
    #expect(changed.output == "")
    let words = "stance: changed: the entry at 9, in 'tile/entries/000.p/9'"
    #expect(changed.messages.hasPrefix(words), "\(changed.messages)")
    let json = try follow("www", "--json")
    #expect(json.status == 0)
    #expect(json.output.contains(#""id": "later-company-registered""#))
    #expect(try follow("nowhere").status == 66)
    #expect(try desk.run("follow-check", "www", "--key", "none").status != 0)
  }

  @Test("A web server's log is followed by curl, and one that is down ends with 75")
  func site() throws {
    let folder = "\(desk.path)/www"
    let server = try ScriptedServer(at: { path, _ in
      let file = try? Data(contentsOf: URL(filePath: folder + path))
      return .init(status: file == nil ? 404 : 200, body: file.map(Array.init) ?? [])
    })
    let url = "http://127.0.0.1:\(server.port)"
    let first = try follow(url)
    #expect(first.status == 0, "\(first.messages)")
    #expect(try follow("www").output.contains("nothing new"))
    #expect(try follow("\(url)/none").status == 66)
    server.stop()
    #expect(try follow(url, "--timeout", "2").status == 75)
  }

  @Test("The state is a checkpoint that anyone may have kept")
  func state() throws {
    #expect(try desk.run("checkpoint", "-o", "kept.checkpoint").status == 0)
    try desk.appendCompany("later")
    #expect(try desk.run("export", "--tiles", "www").status == 0)
    let followed = try follow("www", "--state", "kept.checkpoint")
    #expect(followed.output.contains("9 events, 1 new event after 8, which its head continues"))
    #expect(try desk.bash("cmp kept.checkpoint www/checkpoint").status == 0)
    _ = try desk.write(["no checkpoint"], to: "bad")
    #expect(try follow("www", "--state", "bad").status == 65)
  }

  private func follow(_ place: String, _ more: String...) throws -> Outcome {
    try desk.run(["follow-check", place, "--key", key] + more)
  }
}
