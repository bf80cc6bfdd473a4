/// Media types of captured files, by their first bytes and, where those say nothing, their names.
enum MediaType {
  /// The type of a file; `application/octet-stream` if it is not known.
  static func of(_ bytes: [UInt8], named name: String) -> String {
    let start = bytes.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    if let known = beginnings.first(where: { bytes.starts(with: $0.bytes) }) { return known.type }
    let text = String(decoding: start.prefix(400), as: UTF8.self).lowercased()
    if text.hasPrefix("<!doctype html") || text.hasPrefix("<html") { return "text/html" }
    if text.contains("snapshot-content-location:") || text.contains("multipart/related") {
      return "multipart/related"
    }
    let ending = name.lowercased().split(separator: ".").last.map(String.init) ?? ""
    return endings[ending] ?? "application/octet-stream"
  }

  private static let beginnings: [(bytes: [UInt8], type: String)] = [
    (Array("%PDF-".utf8), "application/pdf"), ([0x89, 0x50, 0x4E, 0x47], "image/png"),
    ([0xFF, 0xD8, 0xFF], "image/jpeg"), (Array("GIF8".utf8), "image/gif"),
    (Array("WARC/".utf8), "application/warc"), ([0x1F, 0x8B], "application/gzip"),
    ([0x50, 0x4B, 0x03, 0x04], "application/zip"),
  ]

  private static let endings = [
    "html": "text/html", "htm": "text/html", "txt": "text/plain", "csv": "text/csv",
    "json": "application/json", "xml": "application/xml", "svg": "image/svg+xml",
    "webp": "image/webp", "mp4": "video/mp4", "mp3": "audio/mpeg",
  ]
}
