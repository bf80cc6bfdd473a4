package import Errors
import Hummingbird
import HummingbirdCore
import JSON
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Stances
import UnixSignals

/// Serves a site over HTTP until it is asked to end.
package struct WebServer: Sendable {
  private let site: WebSite
  private let address: ListenAddress
  private let limits: ServerLimits
  private let accessLog: AccessLog

  /// A server of a site at an address.
  package init(
    site: WebSite, at address: ListenAddress, accessLog: AccessLog,
    limits: ServerLimits = ServerLimits()
  ) {
    self.site = site
    self.address = address
    self.accessLog = accessLog
    self.limits = limits
  }

  /// Serves until SIGTERM or SIGINT; then takes no more requests and finishes those in flight, for
  /// as long as the limits give them.
  ///
  /// What continues beyond that is abandoned, and ends with the program: a read, or an append that
  /// was not acknowledged.
  ///
  /// - Parameter whenReady: called with the port once clients can connect.
  /// - Throws: ``ServingError`` if it cannot listen at the address.
  package func run(whenReady: @escaping @Sendable (_ port: Int) -> Void) async throws {
    let logger = Logger(label: "stance") { _ in AccessLogHandler(accessLog: accessLog) }
    let application = Application(
      responder: WebResponder(site: site, accessLog: accessLog),
      server: .http1(configuration: channel),
      configuration: ApplicationConfiguration(
        address: .hostname(address.host, port: address.port), serverName: "stance", backlog: 1_024),
      onServerRunning: { channel in whenReady(channel.localAddress?.port ?? address.port) },
      logger: logger)
    let (endings, ending) = AsyncStream.makeStream(of: Result<Void, any Error>.self)
    let bound = EndingBound(seconds: limits.endingSeconds) { [accessLog] in
      accessLog.write(.warning, "cut_off")
      ending.yield(.success(()))
    }
    // Ended in the reverse order: streams before what waits for their connections to end.
    let services: [any Service] = [application, site.context.live, bound]
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
    // A task of its own, which is abandoned at the bound: a query cannot be cancelled.
    Task { [site] in
      do {
        try await group.run()
        try await site.context.log.close()
        ending.yield(.success(()))
      } catch {
        ending.yield(.failure(error))
      }
    }
    do {
      for await result in endings { return try result.get() }
    } catch let error as IOError {
      throw ServingError.cannotListen(address: "\(address)", reason: error.description)
    } catch is SocketAddressError.UnknownHost {
      throw ServingError.cannotListen(
        address: "\(address)", reason: "no host of this name is known")
    }
  }

  private var channel: HTTP1Channel.Configuration {
    let table = ConnectionTable(capacity: limits.connections)
    return HTTP1Channel.Configuration(
      additionalChannelHandlers: [
        ConnectionGuard(limits: limits, table: table, accessLog: accessLog)
      ],
      httpDecoderConfiguration: .init(
        maxHeaderFieldSize: limits.headBytes, maxHeaderListSize: limits.headBytes,
        maxHeaderFieldCount: 100))
  }
}

/// Why the site cannot be served.
package enum ServingError: StanceError, Equatable {
  case cannotListen(address: String, reason: String)

  package var kind: ErrorKind { .cannotCreate }
}

extension ServingError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .cannotListen(let address, let reason):
      "cannot listen at \(address): \(reason); name another address with --listen, or port 0 for "
        + "any that is free"
    }
  }
}

/// Makes sure that a server that is asked to end does so in time, whatever it is doing.
struct EndingBound: Service {
  let seconds: Int
  /// Called when the time is over.
  let cutOff: @Sendable () -> Void

  func run() async throws {
    try? await gracefulShutdown()
    // Services are ended one after the other: this one must not keep the others waiting.
    Task { [seconds, cutOff] in
      try? await Task.sleep(for: .seconds(seconds))
      cutOff()
    }
  }
}

/// Passes the HTTP library's messages to the access log.
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
