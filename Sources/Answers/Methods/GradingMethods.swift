import Errors
package import Intake
package import Stances
import Transparency

/// The grading methods that come with the program, and those in files.
package enum GradingMethods {
  /// All that come with the program, by name.
  ///
  /// - Throws: ``DataFileError``, which a test sees first.
  package static func builtIn() throws(DataFileError) -> [GradingMethod] {
    var methods: [GradingMethod] = []
    for (name, bytes) in files {
      methods.append(try method(bytes, from: "the method \(name) that comes with stance"))
    }
    return methods
  }

  /// Those of some names; all if there are none.
  ///
  /// - Throws: ``ParameterError`` for a name that none has.
  package static func builtIn(named names: [String]) throws -> [GradingMethod] {
    let all = try builtIn()
    return names.isEmpty ? all : try names.map { try named($0, among: all) }
  }

  /// The one of a name.
  ///
  /// - Throws: ``ParameterError`` if there is none.
  package static func named(
    _ name: String, among all: [GradingMethod]
  ) throws(ParameterError) -> GradingMethod {
    guard let method = all.first(where: { $0.name == name }) else {
      let names = all.map(\.name)
      throw .badValue(
        Parameter.methods.name,
        sentence: "there is no method '\(printable(name))'; "
          + (didYouMean(nearestNames(to: name, among: names))
            ?? "those that come with stance are \(names.joined(separator: ", "))"))
    }
    return method
  }

  /// A method from the bytes of a file.
  ///
  /// - Throws: ``DataFileError``.
  package static func method(
    _ bytes: [UInt8], from path: String
  ) throws(DataFileError) -> GradingMethod {
    try MethodFile.method(bytes, from: path, sha256: SHA256Text.digest(of: bytes))
  }

  /// The bytes of the file of a method; nil if none has the name.
  package static func file(named name: String) -> [UInt8]? {
    files.first { $0.name == name }?.bytes
  }

  /// The names of those that come with the program.
  package static let names = files.map(\.name)

  private static let files: [(name: String, bytes: [UInt8])] = [
    ("evenett-pisani/1", PackageResources.evenett_pisani_v1_json),
    ("kse/1", PackageResources.kse_v1_json),
    ("yale-done/1", PackageResources.yale_done_v1_json),
    ("yale-said/1", PackageResources.yale_said_v1_json),
  ]
}
