package import EventLog
import Errors
package import JSON
package import Stances

/// What became of the files that a log has captures of: each is looked at, byte by byte.
package struct CopyCheck: Sendable {
  /// What is wrong with one file.
  package struct Finding: Sendable {
    /// What it is.
    package enum Kind: Hashable, Sendable {
      case missing
      case otherBytes
      case unreadable(reason: String)
      /// Its captures are withdrawn, and it is still there.
      case stillThere
    }

    /// What is wrong.
    package let kind: Kind
    /// The digest that is recorded.
    package let sha256: String
    /// The capture that records it.
    package let capture: EventID
    /// The events whose sources it is a copy of.
    package let events: [EventID]
  }

  /// The path of the folder.
  package let folder: String
  /// Whether there is such a folder.
  package let isThere: Bool
  /// How many files should be there.
  package let recorded: Int
  /// What is wrong, in the order of the log.
  package let findings: [Finding]
  /// The captures that were withdrawn and whose files are gone, with the reasons.
  package let withdrawn: [(capture: EventID, reason: String)]

  /// Looks at the files of a log's captures; nil if it has none.
  ///
  /// - Throws: ``EventLogError``.
  package init?(of log: LogReader, in store: CaptureStore) throws {
    let captures = try log.captures()
    guard !captures.isEmpty else { return nil }
    isThere = store.isThere
    folder = store.path
    let standing = captures.filter { $0.withdrawn == nil }
    let first = Dictionary(standing.map { ($0.capture.sha256, $0) }) { first, _ in first }
    recorded = first.count
    guard isThere else {
      (findings, withdrawn) = ([], [])
      return
    }
    var found: [(kind: Finding.Kind, capture: RecordedCapture)] = []
    var gone: [(capture: EventID, reason: String)] = []
    for capture in captures {
      let sha256 = capture.capture.sha256
      guard let stands = first[sha256] else {
        switch store.state(of: sha256) {
        case .missing: gone.append((capture.id, capture.withdrawn ?? ""))
        default: found.append((.stillThere, capture))
        }
        continue
      }
      guard stands.id == capture.id else { continue }
      switch store.state(of: sha256) {
      case .same: break
      case .missing: found.append((.missing, capture))
      case .otherBytes: found.append((.otherBytes, capture))
      case .unreadable(let reason): found.append((.unreadable(reason: reason), capture))
      }
    }
    let sources = try found.isEmpty ? [] : log.namedSources()
    findings = found.map { kind, capture in
      Finding(
        kind: kind, sha256: capture.capture.sha256, capture: capture.id,
        events: sources.events(
          copiedBy: captures.filter { $0.capture.sha256 == capture.capture.sha256 }))
    }
    withdrawn = gone
  }

  /// How many files are the bytes that were recorded.
  package var same: Int { recorded - findings.count { $0.kind != .stillThere } }
}

extension [NamedSource] {
  /// The events that name a source of which one of some captures is a copy, each once.
  package func events(copiedBy captures: [RecordedCapture]) -> [EventID] {
    let pages = Set(captures.flatMap { $0.capture.urls.map(Capture.page(of:)) })
    return filter { $0.pages.contains(where: pages.contains) }.map(\.event)
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension CopyCheck {
  /// The claim that the copies are what was recorded.
  var outcome: VerificationReport.Outcome {
    guard isThere else {
      return .notShown(
        "\(counted(recorded, "copy", "copies")) recorded, and there is no folder \(folder) here")
    }
    let whole =
      recorded == 0
      ? "no copy is to be kept"
      : "\(same) of \(counted(recorded, "kept copy", "kept copies")) the bytes that were recorded"
    let words = ([whole] + findings.map(\.words) + withdrawnWords).joined(separator: "; ")
    if findings.isEmpty { return recorded == 0 ? .notShown(words) : .shown(words) }
    return findings.allSatisfy { $0.kind == .missing } ? .missed(words) : .refuted(words)
  }

  private var withdrawnWords: [String] {
    withdrawn.map { "\($0.capture) was withdrawn: \($0.reason)" }
  }

  private func counted(_ number: Int, _ one: String, _ many: String) -> String {
    number == 1 ? "1 \(one) is" : "\(number) \(many) are"
  }

  /// The same for programs.
  package var json: JSONValue {
    [
      "folder": .string(folder), "there": .bool(isThere), "recorded": .integer(Int64(recorded)),
      "same": isThere ? .integer(Int64(same)) : .null,
      "findings": .array(
        findings.map { finding in
          [
            "capture": .string(finding.capture.text), "sha256": .string(finding.sha256),
            "is": .string(finding.kind.word),
            "events": .array(finding.events.map { .string($0.text) }),
          ]
        }),
      "withdrawn": .array(
        withdrawn.map { ["capture": .string($0.capture.text), "reason": .string($0.reason)] }),
    ]
  }
}

extension CopyCheck.Finding {
  /// What is wrong, with which copy, and what rests on it.
  fileprivate var words: String {
    let what =
      switch kind {
      case .missing: "missing: \(capture)"
      case .otherBytes: "other bytes than recorded: \(capture)"
      case .unreadable(let reason): "not readable (\(reason)): \(capture)"
      case .stillThere: "withdrawn but still there ('stance capture drop' removes it): \(capture)"
      }
    guard !events.isEmpty else { return what }
    let named = events.prefix(3).map(\.text).joined(separator: ", ")
    let others = events.count > 3 ? " and \(events.count - 3) more" : ""
    return "\(what), for \(named)\(others)"
  }
}

extension CopyCheck.Finding.Kind {
  fileprivate var word: String {
    switch self {
    case .missing: "missing"
    case .otherBytes: "other bytes"
    case .unreadable: "not readable"
    case .stillThere: "still there"
    }
  }
}
