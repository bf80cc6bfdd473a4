import Errors
import Intake
import Projections
import Stances

/// The files that a review is asked with.
enum ReviewFiles {
  /// What two files of CSV say, each of which may be missing.
  ///
  /// - Throws: ``IntakeError`` with the line, ``InputError``.
  static func request(acknowledgements: String?, links: String?) throws -> ReviewRequest {
    var request = ReviewRequest()
    request.acknowledgements = try acknowledgements.map(Self.acknowledgements) ?? []
    request.links = try links.map(Self.links) ?? []
    return request
  }

  private static func acknowledgements(in path: String) throws -> [Acknowledgement] {
    let names = ReviewCode.allCases.map(\.rawValue)
    return try rows(of: path, ["code", "subject", "until"], ["by", "reason"]).map { row in
      let code = try row["code"]
      guard let rule = ReviewCode(rawValue: code) else {
        throw row.error(
          "code",
          "there is no rule '\(printable(code))'; "
            + (didYouMean(nearestNames(to: code, among: names))
              ?? "the rules are \(names.sorted().joined(separator: ", "))"))
      }
      return Acknowledgement(
        code: rule, subject: try row["subject"], until: try row.day("until"),
        by: row.cells["by"], reason: row.cells["reason"], place: "\(row.file): line \(row.line)")
    }
  }

  private static func links(in path: String) throws -> [LinkCheck] {
    try rows(of: path, ["url", "status", "checked"], []).map { row in
      let status = try row["status"]
      guard
        let check = LinkCheck(
          url: try row["url"], status: status, checked: try row.day("checked"))
      else {
        throw row.error(
          "status",
          "'\(printable(status))' is not a status of HTTP, 0 for no answer, ok or dead")
      }
      return check
    }
  }

  /// One row of a file, with where it is.
  private struct Row {
    let file: String
    let line: Int
    let cells: [String: String]

    /// The text of a column that must have one.
    subscript(column: String) -> String {
      get throws {
        guard let text = cells[column] else {
          throw error(column, "the cell is empty; every row needs a \(column)")
        }
        return text
      }
    }

    func day(_ column: String) throws -> Day {
      let text = try self[column]
      do {
        return try Day(iso: text)
      } catch {
        throw self.error(column, "\(error)")
      }
    }

    func error(_ column: String, _ sentence: String) -> IntakeError {
      IntakeError(
        place: .cell(file: file, line: line, header: column), sentence: sentence)
    }
  }

  private static func rows(
    of path: String, _ required: [String], _ optional: [String]
  ) throws -> [Row] {
    let file = try InputFile(path: path)
    let table = try CSVTable(file)
    let known = required + optional
    for column in required where !table.columns.contains(column) {
      throw IntakeError(
        place: .line(file: file.name, line: 1),
        sentence: "there is no column '\(column)'; the first row is \(known.joined(separator: ","))"
      )
    }
    if let other = table.columns.first(where: { !known.contains($0) && !$0.isEmpty }) {
      throw IntakeError(
        place: .line(file: file.name, line: 1),
        sentence: "there is no column '\(printable(other))' here; "
          + (didYouMean(nearestNames(to: other, among: known))
            ?? "the first row is \(known.joined(separator: ","))"))
    }
    return table.rows.map { Row(file: file.name, line: $0.line, cells: $0.cells) }
  }
}
