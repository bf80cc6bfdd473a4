import Errors
package import JSON
package import Stances

/// The server's access log: one line of JSON for each request and each thing that happens.
package struct AccessLog: Sendable {
  /// How much a line matters.
  package enum Level: String, Sendable {
    case info, warning, error
  }

  private let now: @Sendable () -> Timestamp
  private let sink: @Sendable (_ line: [UInt8]) -> Void

  /// A log that hands each line, with its end, to a sink, which must not wait for a disk.
  package init(
    now: @escaping @Sendable () -> Timestamp, sink: @escaping @Sendable (_ line: [UInt8]) -> Void
  ) {
    self.now = now
    self.sink = sink
  }

  /// Says that fewer clients than usual may be connected, because few files may be open.
  package func warn(openFiles: Int, connections: Int) {
    write(
      .warning, "few_connections",
      [
        ("openFiles", .integer(Int64(openFiles))), ("connections", .integer(Int64(connections))),
        (
          "says",
          .string(
            "this process may have \(openFiles) files open, so that \(connections) clients may be "
              + "connected at once; raise the limit, for example by LimitNOFILE in the service")
        ),
      ])
  }

  /// Writes a line; what strangers sent is made harmless for anyone who reads it on a terminal.
  package func write(
    _ level: Level, _ event: String, _ members: [(name: String, value: JSONValue)] = []
  ) {
    let line = JSONValue.object(
      [
        ("time", .string(now().description)), ("level", .string(level.rawValue)),
        ("event", .string(event)),
      ] + members.map { ($0.name, $0.value.harmless) })
    sink(line.compactBytes() + [UInt8(ascii: "\n")])
  }
}

extension JSONValue {
  fileprivate var harmless: JSONValue {
    if case .string(let text) = self { .string(printable(text)) } else { self }
  }
}
