import Foundation
import PackagePlugin

/// Writes what goes into a build as a Swift file of the target, for `stance --version --verbose`.
///
/// SwiftPM says at each build which packages it resolved, so the record is true of any build, by
/// anyone, anywhere.
@main
struct BuildRecord: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let compiler = try compiler(at: context.tool(named: "swiftc").url)
    let entries = packages(below: context.package, usedBy: target).map { package in
      "    (\"\(package.displayName)\", \"\(package.origin.version)\"),\n"
    }
    let text = """
      /// What went into this build.
      enum BuildRecord {
        static let compiler = "\(compiler)"
        static let packages: [(name: String, version: String)] = [
      \(entries.joined())  ]
      }

      """
    let folder = context.pluginWorkDirectoryURL
    let record = folder.appending(path: "record.txt")
    let source = folder.appending(path: "BuildRecord.swift")
    // Left alone if it is the same, so that nothing is compiled again.
    if (try? String(contentsOf: record, encoding: .utf8)) != text {
      try text.write(to: record, atomically: true, encoding: .utf8)
    }
    return [
      .buildCommand(
        displayName: "Writing down what goes into the build",
        executable: URL(filePath: "/bin/cp"), arguments: [record.path, source.path],
        inputFiles: [record], outputFiles: [source])
    ]
  }

  /// The first line of `swiftc --version`, and the platform that it builds for.
  private func compiler(at path: URL) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = path
    process.arguments = ["--version"]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: "\n").prefix(2).joined(separator: ", ")
  }

  /// The packages with a part in the target, by name.
  private func packages(below root: Package, usedBy target: any Target) -> [Package] {
    let used = Set(target.recursiveTargetDependencies.map(\.id))
    var found: [Package.ID: Package] = [:]
    var waiting = root.dependencies.map(\.package)
    while let package = waiting.popLast() {
      guard found.updateValue(package, forKey: package.id) == nil else { continue }
      waiting += package.dependencies.map(\.package)
    }
    return found.values
      .filter { package in package.targets.contains { used.contains($0.id) } }
      .sorted { $0.displayName < $1.displayName }
  }
}

extension PackageOrigin {
  /// The version, as far as a package has one.
  fileprivate var version: String {
    switch self {
    case .repository(_, let version, _), .registry(_, let version): version
    case .local, .root: "a local copy"
    @unknown default: "unknown"
    }
  }
}
