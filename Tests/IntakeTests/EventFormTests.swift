import JSON
import Stances
import TestSupport
import Testing

@testable import Intake

@Suite("Forms to fill in with an editor")
struct EventFormTests {
  @Test("an event's form, read back, is the event: every example, and the founding case")
  func roundTrip() throws {
    var texts: [String] = []
    for name in try RepositoryFiles.names(in: "Events/examples") where name.hasSuffix(".json") {
      texts.append(try RepositoryFiles.text("Events/examples/\(name)"))
    }
    for name in ["companies", "bodies", "events"] {
      texts += try RepositoryFiles.text("Events/china-tech-russia/\(name).jsonl")
        .split(separator: "\n").map(String.init)
    }
    var count = 0
    for text in texts {
      let root = try JSONDocument(parsing: Array(text.utf8)).root
      guard let type = try EventType(rawValue: #require(root["type"]?.string)),
        !type.isAmendment, !type.isOfLog, root["v"]?.integer != 0
      else { continue }
      // A form is written in today's version.
      let today = JSONValue(root).replacing(
        at: "v", with: .integer(Int64(Vocabulary.version(of: type))))
      let document = try JSONDocument(parsing: today.compactBytes())
      let event = try ProposedEvent(document).event
      let form = EventForm.text(of: event.content.type, holding: document.root)
      let filled = try EventForm.flags(in: form)
      let flags = try FlagFields(filled.words, type: filled.type)
      guard case .event(let read, _) = flags.proposal().content else {
        Issue.record("\(event.id) is refused: \(form)")
        continue
      }
      #expect(read.canonicalBytes == document.root.canonicalBytes(), "\(event.id)")
      count += 1
    }
    #expect(count > 400)
  }

  @Test("a value goes on where a line begins with a blank; comments and empty fields are left out")
  func reading() throws {
    let (type, words) = try EventForm.flags(
      in:
        "\u{FEFF}# a comment: x\r\ntype: exit\r\ncompany: dji\nnote: one\n  two: three\n\nlines: a\nlines: b\nid:\n"
    )
    #expect(type == .exit)
    #expect(words == ["--company=dji", "--note=one\ntwo: three", "--lines=a", "--lines=b"])
  }

  @Test(
    "a text that no line can hold as it is comes back all the same",
    arguments: [
      "one\n\nthree", " begins with a blank", "ends with one ", "\"in quotes\"", "\"a\" and \"b\"",
      "# no comment\n# nor this", "a: b\nc: d", "one\n  two\n\tthree", "a\u{1B}b", "\u{FEFF}x",
      "a\r\nb",
      "--note=x", "\"",
    ])
  func texts(note: String) throws {
    let event = exit("dji", .sold, disclosed: true, on: "2022-04-26")
      .with("note", .string(note)).json
    let root = try JSONDocument(parsing: event.compactBytes()).root
    let filled = try EventForm.flags(in: EventForm.text(of: .exit, holding: root))
    let read = try FlagFields(filled.words, type: filled.type).draft
    #expect(read?["note"]?.string.map { Array($0.utf8) } == Array(note.utf8))
  }

  @Test(
    "what is no form is refused with its line",
    arguments: [
      (
        "company: dji\n",
        "line 1: there is no line that says the type; write type: silent_reduction"
      ),
      ("type: exits\n", "line 1: there is no type of event 'exits'; 'stance types' lists them"),
      ("type: exit\nnote\n", "line 2: 'note' has no field before it; write field: value"),
      (
        "type: exit\nnote: a\u{0}b\n",
        "line 2: it has a control character, which no field can have; take it out"
      ),
      (
        "type: exit\nid:\n more\n",
        "line 3: it begins with a blank, and there is no value before it to go on with"
      ),
    ])
  func refusals(text: String, sentence: String) throws {
    let error = try #require(throws: EventFormError.self) { try EventForm.flags(in: text) }
    #expect("\(error)" == sentence)
  }

  @Test("the form of each type names every flag of the type once", arguments: EventType.allCases)
  func whole(type: EventType) {
    let names = EventForm.text(of: type).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { String($0.prefix { $0 != ":" }) }
    let flags = FieldNames.leaves(of: type, separatedBy: "-").map(\.name).filter { $0 != "v" }
    #expect(names.sorted() == flags.sorted())
  }

  @Test(
    "templates say what is required, and are refused as they are", arguments: EventType.allCases)
  func templates(type: EventType) throws {
    guard !type.isAmendment, !type.isOfLog else { return }
    for (text, name) in [
      (EventTemplate.csv(of: type), "t.csv"), (EventTemplate.jsonLine(of: type), "t.jsonl"),
    ] {
      let file = try ScratchFile(text, named: name)
      let proposals = try proposals(in: file)
      #expect(proposals.count == 1)
      if case .refused(let refusal) = proposals[0].content {
        #expect(
          refusal.faults.map(\.sentence) == [
            "it still says what to put there; fill in the row, or take it out"
          ])
      } else {
        Issue.record("the template of \(type) is an event")
      }
      let required = FieldNames.leaves(of: type, separatedBy: ".").filter {
        $0.isRequired && !["type", "v"].contains($0.name)
      }
      #expect(text.split(separator: "REQUIRED: ").count == required.count + 1)
    }
  }

  @Test("a template of which some text is not filled in is refused, whatever else is")
  func halfFilled() throws {
    let event =
      #"{"id":"r","type":"company_registered","v":2,"company":"lenovo","#
      + #""name":"REQUIRED: what it is called","country":"CN"}"#
    let proposal = try #require(try proposals(in: ScratchFile(event, named: "t.jsonl")).first)
    guard case .refused(let refusal) = proposal.content else {
      Issue.record("it is taken")
      return
    }
    #expect(refusal.faults.map(\.path) == ["name"])
    #expect(refusal.faults[0].sentence.contains("still says what to put there"))
  }
}
