import ArgumentParser
import JSON
import Reports
import Stances

/// How a report is written, and where to.
struct ReportOptions: ParsableArguments {
  /// What a report can be written as; the last ones only where the report says so.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, md, csv, json, html, svg, ics, atom, timelinejs
    case vegaLite = "vega-lite"
  }

  /// Makes the whole report in one of the formats that not every report has.
  typealias Maker = () throws -> String

  @Option(help: "What the report is written as.")
  var format: Format = .text

  @Option(
    help: ArgumentHelp(
      "With --format svg, which picture; needed where the report has several.",
      valueName: "name"))
  var picture: String?

  @Flag(help: "The same as --format json.")
  var json = false

  @Flag(help: "Write without colours, as into a pipe.")
  var plain = false

  @OptionGroup var file: FileOptions

  /// Writes a report.
  ///
  /// - Parameters:
  ///   - document: the report, for text, Markdown and CSV.
  ///   - value: its JSON.
  ///   - makers: the formats that this report has besides.
  ///   - page: its page, for HTML.
  /// - Throws: `ValidationError` for a format that the report has not; what the makers throw;
  ///   ``OutputError``.
  func write(
    _ document: @autoclosure () throws -> Document,
    json value: @autoclosure () throws -> JSONValue,
    besides makers: [Format: Maker] = [:], page: () throws -> Page
  ) throws {
    let bytes: [UInt8] =
      switch json ? .json : format {
      case .text: Array(try document().text(style).utf8)
      case .md: Array(try document().markdown().utf8)
      case .csv: Array(try document().csv().utf8)
      case .json: try value().prettyBytes() + [UInt8(ascii: "\n")]
      case .html: Array(try page().html(.singleFile).utf8)
      case .svg, .ics, .atom, .timelinejs, .vegaLite:
        Array(try maker(of: format, among: makers)().utf8)
      }
    try file.write { write in try write(bytes) }
  }

  private func maker(of format: Format, among makers: [Format: Maker]) throws -> Maker {
    if let maker = makers[format] { return maker }
    let there = Format.allCases.filter { Self.common.contains($0) || makers[$0] != nil }
    throw ValidationError(
      "this report has no --format \(format.rawValue); it has "
        + enumerated(there.map(\.rawValue), conjunction: "and"))
  }

  private static let common: Set<Format> = [.text, .md, .csv, .json, .html]

  private var style: TextStyle {
    file.output == nil ? Terminal.style(isPlain: plain) : TextStyle(color: false)
  }
}
