import Errors
import Files
import JSON
import Stances
import TestSupport
import Testing

@testable import Inbox

@Suite("The files of an inbox, which people may edit")
struct ProposalFileTests {
  private let cut = silentReduction("lenovo", .suspended, on: "2022-03-20", published: "2022-05-06")

  private func file(_ desk: InboxFixture, _ proposal: Proposal) -> String {
    "\(desk.inbox.folder)/waiting/\(proposal.id).json"
  }

  @Test("a file says again what was proposed, whatever was decided")
  func again() throws {
    let desk = try InboxFixture()
    var proposal = try desk.propose([cut])
    proposal = proposal.revised(
      .init(by: "editor", at: InboxFixture.now, events: [cut.with("level", "reduced").json]))
    proposal = proposal.decided(
      .init(
        outcome: .accepted, by: "editor", at: InboxFixture.now, reason: nil, positions: [3]))
    let read = try Proposal(proposal.json.prettyBytes(), from: "a file")
    #expect(read.json.prettyBytes() == proposal.json.prettyBytes())
  }

  @Test(
    "a file that is no proposal is said with its place, and the others are listed",
    arguments: [
      ("", "line 1, column 1"), ("{", "line 1"), ("[]", "a proposal is an object"),
      (#"{"proposal":2}"#, "it is not version 1"), (#"{"proposal":1}"#, "no 'id'"),
      (#"{"proposal":1,"id":"x"}"#, "'x' is no UUID"),
    ])
  func damaged(text: String, words: String) throws {
    let desk = try InboxFixture()
    let (first, second) = (
      try desk.propose([cut]), try desk.propose([cut.with("id", "b").with("note", "Other.")])
    )
    try OutputFile.write(Array(text.utf8), to: file(desk, first))
    let entries = try desk.inbox.entries(.waiting)
    #expect(entries.count == 2)
    let errors = entries.compactMap { if case .damaged(let error) = $0 { "\(error)" } else { nil } }
    #expect(errors.count == 1)
    #expect(errors.first?.contains(words) == true, "\(errors)")
    #expect(errors.first?.contains(first.id.text) == true)
    #expect(try desk.ids(.waiting) == [second.id])
    #expect(throws: ProposalFileError.self) {
      _ = try desk.inbox.accept(
        first.id.text, by: desk.actor("editor"), desk.append(by: "editor"))
    }
  }

  @Test("under the name of another it is refused: the log would name the wrong proposer")
  func misnamed() throws {
    let desk = try InboxFixture()
    let (first, second) = (
      try desk.propose([cut]), try desk.propose([cut.with("id", "b").with("note", "Other.")])
    )
    let bytes = try OpenFile(file(desk, second), for: .reading).read(upTo: 100_000)
    try OutputFile.write(bytes, to: file(desk, first))
    #expect(throws: ProposalFileError.self) { try desk.inbox.proposal(named: first.id.text) }
  }

  @Test("cut, flipped or filled with anything, a file is read or refused, never taken half")
  func hostile() throws {
    let desk = try InboxFixture()
    let proposal = try desk.propose([cut])
    let whole = proposal.json.prettyBytes()
    for count in 0..<whole.count {
      #expect(throws: ProposalFileError.self) {
        try Proposal(Array(whole.prefix(count)), from: "a file")
      }
    }
    let seed = UInt64.random(in: 0..<1_000_000)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      // What is refused has its place; what is read says the same when it is written again.
      guard let read = try? Proposal(bytes, from: "a file") else { continue }
      let again = try Proposal(read.json.prettyBytes(), from: "it")
      #expect(again.json.compactBytes() == read.json.compactBytes(), "seed \(seed)")
    }
  }

  @Test("what else is in the folders is left alone")
  func strays() throws {
    let desk = try InboxFixture()
    let proposal = try desk.propose([cut])
    for name in ["notes.txt", ".git", "\(proposal.id).json.77.part", "x.json"] {
      try OutputFile.write(Array("hello".utf8), to: "\(desk.inbox.folder)/waiting/\(name)")
    }
    #expect(try desk.ids(.waiting) == [proposal.id])
    #expect(try desk.inbox.entries(.waiting).count == 1)
  }

  @Test("a pipe in place of a proposal makes no one wait, and hides no other")
  func pipe() throws {
    let desk = try InboxFixture()
    let proposal = try desk.propose([cut])
    removeFile(file(desk, proposal))
    #expect(
      try Program(["/usr/bin/mkfifo", file(desk, proposal)], in: desk.directory.path).outcome()
        .status == 0)
    let other = try desk.propose([cut.with("id", "b").with("note", "Other.")])
    #expect(try desk.inbox.entries(.waiting).count == 2)
    #expect(try desk.ids(.waiting) == [other.id])
  }

  @Test("an inbox belongs to the log, by whichever name it is called")
  func links() throws {
    let desk = try InboxFixture()
    try desk.propose([cut])
    let link = desk.directory.file("other.sqlite")
    #expect(
      try Program(["/usr/bin/ln", "-s", "log.sqlite", link], in: desk.directory.path).outcome()
        .status == 0)
    #expect(try Inbox(besideLogAt: link).entries(.waiting).count == 1)
  }
}
