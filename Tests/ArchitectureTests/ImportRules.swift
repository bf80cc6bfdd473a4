/// Which target may import what: the arrows of the manifest's one way through the house.
///
/// SwiftPM builds an undeclared import that is reachable through another target, so the arrows
/// are held here.
enum ImportRules {
  /// What each target under `Sources/` may import.
  static let allowed: [String: Set<String>] = [
    "Errors": [],
    "JSON": ["Errors"],
    // The standard library by name, for its normalization forms.
    "Stances": ["Errors", "JSON", "Swift"],
    "Transparency": ["Errors", "Crypto", "SwiftASN1"],
    "LinuxCalls": [],
    "Files": ["Errors", "Stances", "LinuxCalls"],
    "SQLiteSettings": [],
    "EventLog": [
      "Errors", "JSON", "Stances", "Transparency", "Files", "SQLiteSettings", "GRDB", "GRDBSQLite",
    ],
    "Intake": ["Errors", "JSON", "Stances", "Files", "EventLog"],
    "Custody": [
      "Errors", "JSON", "Stances", "Transparency", "Files", "EventLog", "Intake", "Crypto",
    ],
    "Projections": ["Errors", "Stances", "EventLog"],
    "Reports": ["Errors", "JSON", "Stances", "Projections"],
    "Answers": [
      "Errors", "JSON", "Stances", "Transparency", "EventLog", "Intake", "Projections", "Reports",
    ],
    "Inbox": [
      "Errors", "JSON", "Stances", "Transparency", "Files", "EventLog", "Intake", "Projections",
      "Reports", "Crypto",
    ],
    "Drafts": ["Errors", "JSON", "Stances", "Intake", "Projections"],
    "Web": [
      "Errors", "JSON", "Stances", "Transparency", "Files", "EventLog", "Intake", "Custody",
      "Projections", "Reports", "Answers", "Inbox", "Hummingbird", "HummingbirdCore", "HTTPTypes",
      "Logging", "NIOCore", "NIOPosix", "NIOHTTP1", "NIOHTTPTypes", "ServiceLifecycle",
      "UnixSignals", "Synchronization",
    ],
    "MCP": [
      "Errors", "JSON", "Stances", "EventLog", "Intake", "Reports", "Answers", "Inbox",
    ],
    "stance": [
      "Errors", "JSON", "Stances", "Transparency", "Files", "EventLog", "Intake", "Custody",
      "Projections", "Reports", "Answers", "Inbox", "Drafts", "Web", "MCP", "ArgumentParser",
    ],
  ]

  /// The C library and what else of the system a target that meets files and terminals may use.
  static let platform: Set = ["Glibc", "Musl", "Darwin", "Dispatch", "Synchronization"]

  /// The targets that meet files and terminals.
  static let meetsPlatform: Set = ["Files", "EventLog", "Intake", "Custody", "stance"]

  /// One sentence for each import of a file that its target may not have.
  static func violations(in file: SourceTree.File) -> [String] {
    let parts = file.path.split(separator: "/")
    guard parts.count > 2, let allowed = allowed[String(parts[1])] else {
      return ["\(file.path): no target of this name is known; add its arrows to ImportRules"]
    }
    let target = String(parts[1])
    let system = meetsPlatform.contains(target) ? platform : []
    return ImportLine.imports(in: file.text).compactMap { found in
      let place = "\(file.path):\(found.line)"
      if found.isExported {
        return "\(place): \(target) passes \(found.module) on with @_exported"
      }
      guard !allowed.contains(found.module), !system.contains(found.module) else { return nil }
      return "\(place): \(target) may not import \(found.module)"
    }
  }
}
