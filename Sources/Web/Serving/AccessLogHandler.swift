import JSON
import Logging
import Stances

/// Brings what the HTTP library says into the access log.
struct AccessLogHandler: LogHandler {
  var logLevel: Logger.Level = .warning
  var metadata: Logger.Metadata = [:]
  let accessLog: AccessLog

  init(accessLog: AccessLog) {
    self.accessLog = accessLog
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let level: AccessLog.Level =
      switch event.level {
      case .trace, .debug, .info, .notice: .info
      case .warning: .warning
      case .error, .critical: .error
      }
    accessLog.write(level, "library", [("message", .string("\(event.message)"))])
  }
}
