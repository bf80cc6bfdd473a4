/// The revisions of the Model Context Protocol that are spoken, newest first.
enum ProtocolVersion: String, CaseIterable {
  case v2026July = "2026-07-28"
  case v2025November = "2025-11-25"
  case v2025June = "2025-06-18"
  case v2025March = "2025-03-26"
  case v2024November = "2024-11-05"

  /// Whether a client agrees on it once, by `initialize`; otherwise each request names it.
  var hasHandshake: Bool { self != .v2026July }

  /// Whether several messages may come in one array, as in JSON-RPC 2.0.
  var hasBatches: Bool {
    switch self {
    case .v2024November, .v2025March: true
    case .v2025June, .v2025November, .v2026July: false
    }
  }

  /// The newest of those with a handshake.
  static let latestWithHandshake = v2025November
}
