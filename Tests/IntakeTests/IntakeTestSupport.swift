import Foundation
import Stances
import TestSupport
import Testing

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

/// Every event of a file; throws the first refusal.
func events(
  in file: ScratchFile, format: InputFormat? = nil, type: EventType? = nil
) throws -> [ProposedEvent] {
  try proposals(in: file, format: format, type: type).flatMap { proposal in
    switch proposal.content {
    case .event(let event, _): return [event]
    case .named: return []
    case .refused(let refusal): throw try #require(refusal.faults.first)
    }
  }
}

/// Every event of a file, accepted or refused.
func proposals(
  in file: ScratchFile, format: InputFormat? = nil, type: EventType? = nil
) throws -> [Proposal] {
  let source = EventFile(
    try InputFile(path: file.path), format: format, defaultType: type)
  var all: [Proposal] = []
  while let batch = try source.next(checking: {}) { all += batch }
  return all
}

/// The words of the first refusal of a file, without its folder; nil if there is none.
func refusal(
  of text: String, named name: String, type: EventType? = nil
) throws -> String? {
  try faults(in: text, named: name, type: type).first
}

/// The words of all refusals of a file, without the folder that it lies in.
func faults(
  in text: String, named name: String, type: EventType? = nil
) throws -> [String] {
  let file = try ScratchFile(text, named: name)
  do {
    return try proposals(in: file, type: type).flatMap { proposal in
      guard case .refused(let refusal) = proposal.content else { return [String]() }
      return refusal.faults.map { words(of: $0, in: name) }
    }
  } catch let error as IntakeError {
    return [words(of: error, in: name)]
  }
}

private func words(of error: IntakeError, in name: String) -> String {
  "\(error)".split(separator: "\(name): ", maxSplits: 1).last.map(String.init) ?? ""
}

/// A line of JSON Lines: a company that declines to comment.
func declinedComment(id: String = "a", extra: String = "") -> String {
  """
  {"id":"\(id)","type":"declined_comment","v":1,"company":"smic","markets":["RU"],\
  "occurred":"2022-03-08","published":"2022-03-08","evidence":[{"publisher":"AFP"}]\(extra)}
  """
}
