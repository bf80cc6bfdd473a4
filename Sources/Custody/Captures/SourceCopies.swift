package import EventLog
import JSON
package import Stances

/// Which of the sources that events name are kept beside the log, and which are not.
package struct SourceCopies: Sendable {
  /// One address that sources name.
  package struct Address: Sendable {
    /// The address, as the first of them has it.
    package let url: String
    /// The events that name it.
    package let events: [EventID]
  }

  /// The captures that are recorded, with what is in the folder.
  package let captures: [(recorded: RecordedCapture, state: State)]
  /// The addresses of which no file is kept, in the order of the log.
  package let missing: [Address]

  /// What is found of a capture without looking at the bytes.
  package enum State: String, Sendable {
    case kept
    case missing
    /// Its length is another than that recorded.
    case damaged
    case withdrawn
    /// It is withdrawn, and its file is still there.
    case stillThere = "withdrawn, still there"
  }

  /// Looks at a log and at what is beside it.
  ///
  /// - Throws: ``EventLogError``.
  package init(of log: LogReader, in store: CaptureStore) throws {
    let recorded = try log.captures()
    let standing = Set(recorded.filter { $0.withdrawn == nil }.map(\.capture.sha256))
    captures = recorded.map { capture in
      (capture, State(of: capture, among: standing, in: store))
    }
    let kept = Set(
      captures.filter { $0.state == .kept }.flatMap { $0.recorded.capture.urls }
        .map(Capture.page(of:)))
    var places: [Substring: Int] = [:]
    var missing: [Address] = []
    for source in try log.namedSources() {
      guard let address = source.url ?? source.archived,
        !source.pages.contains(where: kept.contains)
      else { continue }
      let page = Capture.page(of: address)
      if let place = places[page] {
        guard !missing[place].events.contains(source.event) else { continue }
        missing[place] = Address(
          url: missing[place].url, events: missing[place].events + [source.event])
      } else {
        places[page] = missing.count
        missing.append(Address(url: address, events: [source.event]))
      }
    }
    self.missing = missing
  }
}

extension SourceCopies.State {
  init(of recorded: RecordedCapture, among standing: Set<String>, in store: CaptureStore) {
    let capture = recorded.capture
    let isThere = store.seems(toHave: capture.sha256, ofLength: capture.bytes)
    if recorded.withdrawn != nil {
      self = isThere && !standing.contains(capture.sha256) ? .stillThere : .withdrawn
    } else if isThere {
      self = .kept
    } else {
      self = store.isMissing(capture.sha256) ? .missing : .damaged
    }
  }
}
