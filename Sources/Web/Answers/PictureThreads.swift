import Answers
import Files
import NIOCore
import NIOPosix

/// Makes points of pictures, of at most two at once.
///
/// Others wait for their turn, as many as may be in the making.
enum PictureThreads {
  private static let pool: NIOThreadPool = {
    let pool = NIOThreadPool(numberOfThreads: 2)
    pool.start()
    return pool
  }()

  /// The same answer with its picture, which is still a drawing, in points.
  ///
  /// - Throws: ``RenderingError``, ``OutputError``.
  static func png(of answer: WebAnswer) async throws -> WebAnswer {
    let drawing = String(decoding: answer.bytes ?? [], as: UTF8.self)
    var answer = answer
    answer.body = .whole(
      ByteBuffer(bytes: try await pool.runIfActive { try PictureRenderer.png(of: drawing) }))
    return answer
  }
}
