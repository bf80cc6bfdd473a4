import Intake
import Stances

/// A file that is to be kept, with what the user says of it.
package struct CaptureRequest: Hashable, Sendable {
  /// The file's path.
  package var file: String
  /// The addresses that it is a copy of; none if the file says it.
  package var urls: [String] = []
  /// When it was made; nil if the file says it.
  package var captured: String?
  /// The program and the person that made it.
  package var with: String?
  /// The page's title.
  package var title: String?
  /// The media type; nil if the file shows it.
  package var media: String?
  /// What a reader should know besides.
  package var note: String?
  /// Where all this is given, for refusals; empty for flags.
  package var place = ""

  /// A file of which nothing is said.
  package init(file: String) { self.file = file }

  /// The same with what the file says of itself where the user says nothing.
  ///
  /// - Returns: the whole request, and what is to be said of contradictions.
  /// - Throws: ``CaptureError`` if neither says of which address it is, or when it was made.
  func filled(from head: CaptureHead) throws(CaptureError) -> (CaptureRequest, [String]) {
    var whole = self
    var remarks: [String] = []
    if let url = head.url {
      if urls.isEmpty {
        whole.urls = [url]
      } else if !urls.contains(where: { Capture.page(of: $0) == Capture.page(of: url) }) {
        remarks.append(
          "\(file) says that it is of \(url); it is recorded as of \(urls[0]), as you say")
      }
    }
    if let time = head.captured {
      if let captured, let said = CaptureTime(captured), let found = CaptureTime(time),
        !said.agrees(with: found)
      {
        remarks.append(
          "\(file) says that it was made \(time); \(captured) is recorded, as you say")
      }
      whole.captured = captured ?? time
    }
    guard !whole.urls.isEmpty else { throw .noAddress(path: file) }
    guard whole.captured != nil else { throw .noTime(path: file) }
    whole.media = media ?? head.media
    whole.title = title ?? head.title.map { String($0.prefix(300)) }
    whole.with = with ?? head.program
    return (whole, remarks)
  }

  /// The capture's fields as flags.
  func words(sha256: String, bytes: Int64) -> [String] {
    urls.map { "--urls=\($0)" } + ["--sha256=\(sha256)", "--bytes=\(bytes)"]
      + [
        ("media", media), ("captured", captured), ("with", with), ("title", title), ("note", note),
      ].compactMap { name, value in value.map { "--\(name)=\($0)" } }
  }
}

extension CaptureTime {
  /// Whether both can be the same time: on a day, or within a minute.
  func agrees(with other: CaptureTime) -> Bool {
    guard let instant, let second = other.instant else { return day == other.day }
    return abs(instant.milliseconds - second.milliseconds) < 60_000
  }
}
