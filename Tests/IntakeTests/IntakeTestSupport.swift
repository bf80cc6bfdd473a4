import Foundation
import Stances
import TestSupport

@testable import Intake

/// A file in a directory of its own, gone with it.
struct ScratchFile {
  let path: String
  private let directory: TemporaryDirectory

  init(_ text: String, named name: String = "events.jsonl") throws {
    try self.init(bytes: Array(text.utf8), named: name)
  }

  init(bytes: [UInt8], named name: String) throws {
    directory = try TemporaryDirectory()
    path = directory.file(name)
    try Data(bytes).write(to: URL(filePath: path))
  }
}

/// Every event of a file.
func events(
  in file: ScratchFile, format: InputFormat? = nil, type: EventType? = nil
) throws -> [ProposedEvent] {
  let source = EventFile(
    try InputFile(path: file.path), format: format, defaultType: type)
  var all: [ProposedEvent] = []
  while let batch = try source.next(checking: {}) { all += batch }
  return all
}

/// The words of the refusal of a file, without its folder; nil if it is accepted.
func refusal(
  of text: String, named name: String, type: EventType? = nil
) throws -> String? {
  let file = try ScratchFile(text, named: name)
  do {
    _ = try events(in: file, type: type)
    return nil
  } catch let error as IntakeError {
    return "\(error)".split(separator: "\(name): ", maxSplits: 1).last.map(String.init)
  }
}

/// A line of JSON Lines: a company that declines to comment.
func declinedComment(id: String = "a", extra: String = "") -> String {
  """
  {"id":"\(id)","type":"declined_comment","v":1,"company":"smic","markets":["RU"],\
  "occurred":"2022-03-08","published":"2022-03-08","evidence":[{"publisher":"AFP"}]\(extra)}
  """
}
