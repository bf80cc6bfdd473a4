package import Intake
import Stances

extension CaptureRequest {
  /// The files that a table names, a row each: `file,url,captured,with`.
  ///
  /// - Throws: ``CaptureError`` if a column is missing or unknown; ``IntakeError``, ``InputError``.
  package static func requests(in file: InputFile) throws -> [CaptureRequest] {
    let table = try CSVTable(file)
    guard table.columns.contains("file") else {
      throw CaptureError.noColumn(path: file.name, name: "file")
    }
    let known = ["file", "url", "captured", "with", "title", "media", "note", ""]
    if let other = table.columns.first(where: { !known.contains($0) }) {
      throw CaptureError.unknownColumn(path: file.name, name: other)
    }
    return try table.rows.map { row in
      let place = "\(file.name), line \(row.line)"
      guard let path = row.cells["file"] else {
        throw CaptureError.refused(place: place, sentence: "the row names no file")
      }
      var request = CaptureRequest(file: path)
      request.place = place
      request.urls = row.cells["url"].map { [$0] } ?? []
      request.captured = row.cells["captured"]
      request.with = row.cells["with"]
      request.title = row.cells["title"]
      request.media = row.cells["media"]
      request.note = row.cells["note"]
      return request
    }
  }
}
