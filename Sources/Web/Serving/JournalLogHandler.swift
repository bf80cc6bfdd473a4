import JSON
import Logging
import Stances

/// Brings what the HTTP library says into the journal.
struct JournalLogHandler: LogHandler {
  var logLevel: Logger.Level = .warning
  var metadata: Logger.Metadata = [:]
  let journal: Journal

  init(journal: Journal) {
    self.journal = journal
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let level: Journal.Level =
      switch event.level {
      case .trace, .debug, .info, .notice: .info
      case .warning: .warning
      case .error, .critical: .error
      }
    journal.write(level, "library", [("message", .string("\(event.message)"))])
  }
}
