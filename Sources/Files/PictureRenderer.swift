package import Errors
import Glibc

/// Makes points of pictures with the program `rsvg-convert`, of Debian's package librsvg2-bin.
///
/// The picture goes in at its standard input, so that it has no place from which it could name
/// another file; the program sees none of this one's variables but the PATH. It is ended if it
/// takes too long, and may take no more memory than a picture of the largest size needs.
package enum PictureRenderer {
  /// How many points a picture may have.
  package static let mostPoints = 40_000_000
  /// How many seconds it may take.
  private static let seconds = 20
  /// How much memory it may address, in bytes.
  private static let memory = 1_500_000_000
  /// The most bytes of a PNG: of the largest picture, not compressed.
  private static let mostBytes = 4 * mostPoints

  /// The picture as a PNG of the size that it names in its first element.
  ///
  /// - Throws: ``RenderingError``, ``OutputError``.
  package static func png(of drawing: String) throws -> [UInt8] {
    try png(of: drawing, by: ["rsvg-convert", "--format=png"], within: seconds)
  }

  /// The same by a program of one's own, which has so many seconds.
  static func png(of drawing: String, by words: [String], within seconds: Int) throws -> [UInt8] {
    let (width, height) = size(of: drawing)
    guard width * height <= Double(mostPoints) else {
      throw RenderingError.tooLarge(width: Int(width), height: Int(height))
    }
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let input = try folder.write(Array(drawing.utf8), to: "picture.svg")
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    let program: ChildProcess
    do {
      program = try ChildProcess(
        [
          "timeout", "--signal=KILL", "\(seconds)", "prlimit", "--as=\(memory)", "--core=0",
        ] + words, environment: ["PATH": path, "LC_ALL": "C.UTF-8"], input: input, output: .pipe)
    } catch {
      throw RenderingError.notInstalled
    }
    var png: [UInt8] = []
    while let part = try? program.output?.read(upTo: 1 << 16), !part.isEmpty {
      png += part
      guard png.count <= mostBytes else {
        program.end()
        break
      }
    }
    switch program.status() {
    case 0 where png.starts(with: [0x89, 0x50, 0x4E, 0x47]): return png
    // What the programs that start it report if there is no such program.
    case 126, 127: throw RenderingError.notInstalled
    case 124, 137: throw RenderingError.outOfTime(seconds: seconds)
    case let status: throw RenderingError.failed(status: status)
    }
  }

  /// The width and the height that a picture names.
  private static func size(of drawing: String) -> (Double, Double) {
    let match = drawing.firstMatch(of: /<svg [^>]*?width="([0-9.]+)" height="([0-9.]+)"/)
    return (match.flatMap { Double($0.1) } ?? 0, match.flatMap { Double($0.2) } ?? 0)
  }
}

/// Why there is no PNG of a picture.
package enum RenderingError: CallerError, Hashable {
  case notInstalled
  case tooLarge(width: Int, height: Int)
  case outOfTime(seconds: Int)
  case failed(status: Int32)

  package var kind: ErrorKind {
    switch self {
    case .notInstalled: .unavailable
    case .tooLarge: .usage
    case .outOfTime: .busy
    case .failed: .inputOutput
    }
  }

  /// What programs know it by.
  package var code: String {
    switch self {
    case .notInstalled: "png_not_available"
    case .tooLarge: "picture_too_large"
    case .outOfTime: "picture_time_over"
    case .failed: "picture_failed"
    }
  }
}

extension RenderingError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notInstalled:
      "png is drawn by rsvg-convert, which is not on the PATH of this machine; install it "
        + "('apt-get install librsvg2-bin'), or ask for svg"
    case .tooLarge(let width, let height):
      "the picture would have \(width) by \(height) points, and \(PictureRenderer.mostPoints) are "
        + "the most; ask for scale 1, for less, or for svg"
    case .outOfTime(let seconds):
      "rsvg-convert had not drawn the picture after \(seconds) seconds and was ended; ask again, "
        + "or for svg"
    case .failed(let status):
      "rsvg-convert ended with status \(status) and drew nothing; ask for svg"
    }
  }
}
