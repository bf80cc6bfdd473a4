import Stances
import TestSupport
import Testing

@Suite("EDTF vectors")
struct EDTFVectorTests {
  /// Valid EDTF that names no days which a log can hold; refused with a reason of its own.
  static let policyExceptions: [String: FuzzyDateError] = [
    "2022-21": .season, "Y170002": .longYear,
  ]

  @Test("Every vector is accepted or refused as its line says")
  func vectors() throws {
    guard let text = SharedVectors.text("edtf_vectors.tsv") else { return }
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.count > 50)
    for line in lines {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      try check(columns)
    }
  }

  private func check(_ columns: [String]) throws {
    let value = columns[0]
    if let reason = Self.policyExceptions[value] {
      #expect(throws: reason) { try FuzzyDate(value) }
      return
    }
    guard columns[1] == "1" else {
      #expect(throws: FuzzyDateError.self, "\(value) must be refused") { try FuzzyDate(value) }
      return
    }
    let date = try FuzzyDate(value)
    #expect(date.text == value)
    #expect(date.description == value)
    #expect(date.earliest == (try Self.bound(columns[3])), "earliest of \(value)")
    #expect(date.latest == (try Self.bound(columns[4], isUpper: true)), "latest of \(value)")
    #expect(Self.letters(date.flags) == columns[5], "flags of \(value)")
    #expect(date.earliest <= date.latest)
    #expect(!date.spoken.isEmpty)
  }

  private static func bound(_ text: String, isUpper: Bool = false) throws -> Day {
    switch text {
    case "-inf", "+inf", "?": isUpper ? .distantFuture : .distantPast
    default: try Day(iso: text)
    }
  }

  private static func letters(_ flags: FuzzyDateFlags) -> String {
    var letters = ""
    if flags.contains(.uncertain) { letters += "U" }
    if flags.contains(.approximate) { letters += "A" }
    if flags.contains(.unspecified) { letters += "X" }
    if !flags.isDisjoint(with: [.openStart, .openEnd]) { letters += "O" }
    if !flags.isDisjoint(with: [.unknownStart, .unknownEnd]) { letters += "K" }
    return letters.isEmpty ? "-" : letters
  }
}
