import ArgumentParser
import Reports
import Stances

/// How a report is written, and where to.
struct ReportOptions: ParsableArguments {
  /// What a report can be written as.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, md, csv, json, html
  }

  @Option(help: "What the report is written as.")
  var format: Format = .text

  @Flag(help: "The same as --format json.")
  var json = false

  @Flag(help: "Write without colours, as into a pipe.")
  var plain = false

  @OptionGroup var file: FileOptions

  /// Writes a report.
  func write(_ document: @autoclosure () -> Document, json value: @autoclosure () -> JSONValue)
    throws
  {
    let bytes: [UInt8] =
      switch json ? .json : format {
      case .text: Array(document().text(style).utf8)
      case .md: Array(document().markdown().utf8)
      case .csv: Array(document().csv().utf8)
      case .json: value().prettyBytes() + [UInt8(ascii: "\n")]
      case .html: Array(document().page.html(.singleFile).utf8)
      }
    try file.write { write in try write(bytes) }
  }

  private var style: TextStyle {
    file.output == nil ? Terminal.style(isPlain: plain) : TextStyle(color: false)
  }
}
