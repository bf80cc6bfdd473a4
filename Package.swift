// swift-tools-version: 6.2

import PackageDescription

/// Every target is built under the same strict settings; warnings are errors.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let asn1 = Target.Dependency.product(name: "SwiftASN1", package: "swift-asn1")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
/// What a server on Hummingbird is made of: its parts come as packages of their own.
let server = [
  hummingbird,
  Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird"),
  Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types"),
  Target.Dependency.product(name: "Logging", package: "swift-log"),
  Target.Dependency.product(name: "NIOCore", package: "swift-nio"),
  Target.Dependency.product(name: "NIOPosix", package: "swift-nio"),
  Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio"),
  Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
  Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
  Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle"),
]
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// The way of one event: files and flags → Intake → EventLog → Projections → Reports → stance.
///
/// Arrows run only rightwards; `Tests/ArchitectureTests` holds every `import` line to that.
let package = Package(
  name: "stance",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "stance", targets: ["stance"])
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
    .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.1"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.0.0"),
  ],
  targets: [
    // What every error says of itself; the tables of exit statuses and HTTP problems are over it.
    .target(name: "Errors"),
    // JSON read strictly and written canonically (RFC 8259, 7493 and 8785).
    .target(name: "JSON", dependencies: ["Errors"]),
    // The vocabulary: events, dates, evidence, levels, the posture rules.
    .target(name: "Stances", dependencies: ["Errors", "JSON"]),
    // Merkle trees, signed checkpoints, proofs and tiles in the C2SP formats; pure functions.
    .target(name: "Transparency", dependencies: ["Errors", crypto, asn1]),
    // Calls of Linux that Swift's module of the C library leaves out.
    .target(name: "LinuxCalls"),
    // Files that are written atomically, and child processes: all calls of the C library for them.
    .target(name: "Files", dependencies: ["Errors", "Stances", "LinuxCalls"]),
    // A setting of SQLite that Swift cannot reach.
    .target(name: "SQLiteSettings", dependencies: [sqlite]),
    // The append-only SQLite store: append, read, conditions, proofs, verification.
    .target(
      name: "EventLog",
      dependencies: [
        "Errors", "JSON", "Stances", "Transparency", "Files", "SQLiteSettings", grdb, sqlite,
      ]),
    // Flags, JSON Lines and CSV to proposed events; refusals with line and column.
    .target(name: "Intake", dependencies: ["Errors", "JSON", "Stances", "Files", "EventLog"]),
    // Whom to believe: keys and tokens, signed appends, verification, proofs, witnesses, stamps.
    .target(
      name: "Custody",
      dependencies: [
        "Errors", "JSON", "Stances", "Transparency", "Files", "EventLog", "Intake", crypto,
      ]),
    // Folds of the log: postures, regulatory timeline, pressure, trade, differences.
    .target(name: "Projections", dependencies: ["Errors", "Stances", "EventLog"]),
    // A projection's answer as text, Markdown, CSV and JSON; pure functions.
    .target(
      name: "Reports", dependencies: ["Errors", "JSON", "Stances", "Projections"],
      resources: [
        .embedInCode("Resources/page.js"), .embedInCode("Resources/picture.css"),
        .embedInCode("Resources/stance.css"),
      ]),
    // Every question with its parameters and formats, for the command line and the page alike.
    .target(
      name: "Answers",
      dependencies: [
        "Errors", "JSON", "Stances", "Transparency", "EventLog", "Intake", "Projections",
        "Reports",
      ],
      resources: [
        .embedInCode("Resources/evenett-pisani.v1.json"), .embedInCode("Resources/kse.v1.json"),
        .embedInCode("Resources/yale-done.v1.json"), .embedInCode("Resources/yale-said.v1.json"),
      ]),
    // Proposals beside the log, which someone else looks at before they are recorded.
    .target(
      name: "Inbox",
      dependencies: [
        "Errors", "JSON", "Stances", "Transparency", "Files", "EventLog", "Intake", "Projections",
        "Reports", crypto,
      ]),
    // What sentences of a text may be as events, by rules; pure functions.
    .target(
      name: "Drafts",
      dependencies: ["Errors", "JSON", "Stances", "Intake", "Projections"],
      resources: [.embedInCode("Resources/cues.json")]),
    // The page: an address for every question, live updates, the HTTP interface.
    .target(
      name: "Web",
      dependencies: [
        "Errors", "JSON", "Stances", "Transparency", "Files", "EventLog", "Intake", "Custody",
        "Projections", "Reports", "Answers", "Inbox",
      ] + server,
      resources: [
        .embedInCode("Resources/desk.js"), .embedInCode("Resources/follow.js"),
        .embedInCode("Resources/form.js"),
        .embedInCode("Resources/icon.svg"), .embedInCode("Resources/inbox.js"),
        .embedInCode("Resources/live.js"), .embedInCode("Resources/site.css"),
      ]),
    // The answers as tools of an assistant: the Model Context Protocol, over lines of JSON.
    .target(
      name: "MCP",
      dependencies: [
        "Errors", "JSON", "Stances", "EventLog", "Intake", "Reports", "Answers", "Inbox",
      ]),
    // The command line: one file a command, one place for words and exit codes.
    .executableTarget(
      name: "stance",
      dependencies: [
        "Errors", "JSON", "Stances", "Transparency", "Files", "EventLog", "Intake", "Custody",
        "Projections", "Reports", "Answers", "Inbox", "Drafts", "Web", "MCP", argumentParser,
      ],
      plugins: ["BuildRecord"]),
    // Writes the versions of all packages into the program, for `stance --version --verbose`.
    .plugin(name: "BuildRecord", capability: .buildTool(), path: "Tools/BuildRecord"),
    // What `Tools/benchmark` runs: ours beside what SQLite alone needs for the same.
    .executableTarget(
      name: "stance-benchmark",
      dependencies: [
        "JSON", "Stances", "Transparency", "EventLog", "Projections", argumentParser, sqlite,
      ],
      path: "Tools/BenchmarkProgram"),
    // What `Tools/checks/rot/run` runs: bits of a log turned, and what `verify` makes of it.
    .executableTarget(
      name: "stance-rot",
      dependencies: [
        "JSON", "Stances", "Transparency", "EventLog", "Projections", "Reports", argumentParser,
      ],
      path: "Tools/checks/rot/RotProgram"),
    // Builders of events, and directories of their own, for every target's tests.
    .target(
      name: "TestSupport", dependencies: ["JSON", "Stances", "Files"], path: "Tests/TestSupport"),
    .testTarget(name: "JSONTests", dependencies: ["Errors", "JSON", "TestSupport"]),
    .testTarget(name: "StancesTests", dependencies: ["Errors", "JSON", "Stances", "TestSupport"]),
    .testTarget(name: "TransparencyTests", dependencies: ["Transparency", "TestSupport", crypto]),
    .testTarget(name: "IntakeTests", dependencies: ["JSON", "Stances", "Intake", "TestSupport"]),
    .testTarget(
      name: "EventLogTests",
      dependencies: ["JSON", "Stances", "Transparency", "EventLog", "TestSupport", grdb, crypto]),
    .testTarget(name: "FilesTests", dependencies: ["Files", "TestSupport"]),
    .testTarget(
      name: "CustodyTests",
      dependencies: [
        "Errors", "JSON", "Stances", "Transparency", "Files", "EventLog", "Intake", "Custody",
        "TestSupport", crypto,
      ]),
    .testTarget(
      name: "ProjectionsTests",
      dependencies: ["JSON", "Stances", "EventLog", "Projections", "TestSupport"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["JSON", "Stances", "Projections", "Reports", "TestSupport", crypto],
      exclude: ["Goldens"]),
    // What each question asks and gives, from values in memory.
    .testTarget(
      name: "AnswersTests",
      dependencies: [
        "JSON", "Stances", "EventLog", "Intake", "Projections", "Reports", "Answers", "TestSupport",
      ]),
    .testTarget(
      name: "InboxTests",
      dependencies: [
        "Errors", "JSON", "Stances", "Files", "EventLog", "Intake", "Inbox", "TestSupport",
      ]),
    .testTarget(
      name: "DraftsTests",
      dependencies: [
        "Errors", "JSON", "Stances", "Intake", "Projections", "Drafts", "TestSupport",
      ]),
    // The page: every route answered in this process, without a socket.
    .testTarget(
      name: "WebTests",
      dependencies: [
        "JSON", "Stances", "Files", "EventLog", "Intake", "Custody", "Answers", "Web", "stance",
        "TestSupport", nioEmbedded,
      ] + server),
    // What a client's lines are answered with, without a process.
    .testTarget(
      name: "MCPTests",
      dependencies: [
        "Errors", "JSON", "Stances", "EventLog", "Answers", "Inbox", "MCP", "TestSupport",
      ]),
    // The built program, run as its users run it.
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "stance", "Errors", "JSON", "Stances", "Transparency", "EventLog", "TestSupport", crypto,
        argumentParser, sqlite,
      ],
      exclude: ["Goldens"]),
    // The laws of the log over random histories, and what must hold on the founding corpus.
    .testTarget(
      name: "LawsTests",
      dependencies: [
        "Errors", "JSON", "Stances", "EventLog", "Projections", "Reports", "Answers", "stance",
        "TestSupport",
      ],
      exclude: ["FirstRules"]),
    // The commands on the README and the pages in Docs, run again.
    .testTarget(name: "ReadmeTests", dependencies: ["stance", "TestSupport"]),
    // The imports of every target, the documentation of what they share, the lie of the land.
    .testTarget(name: "ArchitectureTests"),
  ]
)

for target in package.targets where target.type != .plugin {
  target.swiftSettings = strict
}
