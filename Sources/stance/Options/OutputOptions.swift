import JSON
import ArgumentParser
import Reports
import Stances

/// How a result is written.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Write the result as JSON.")
  var json = false

  @Flag(help: "Write without colours, as to a pipe.")
  var plain = false

  /// Writes JSON for people and programs.
  func write(_ value: JSONValue) throws {
    try StandardStreams.write(value.prettyBytes() + [UInt8(ascii: "\n")])
  }

  /// Writes words, or JSON that says the same.
  func write(words: @autoclosure () -> String, json: @autoclosure () -> JSONValue) throws {
    if self.json {
      try write(json())
    } else {
      try StandardStreams.write("\(words())\n".utf8)
    }
  }
}
