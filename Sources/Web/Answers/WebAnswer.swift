import Answers
package import HTTPTypes
package import Hummingbird
package import NIOCore

/// An answer before it is sent.
package struct WebAnswer: Sendable {
  /// What a client gets to read.
  package enum Body: Sendable {
    case none
    case whole(ByteBuffer)
    /// Written as it comes, for as long as it comes.
    case stream(@Sendable (inout any ResponseBodyWriter) async throws -> Void)
  }

  /// How the request went.
  package var status: HTTPResponse.Status
  /// The header fields.
  package var fields: HTTPFields
  /// The content.
  package var body: Body
  /// The question whose answer follows, if the content is the first part of a list.
  var next: Asked?
  /// The room that the content takes, until no one has the answer any more.
  var room: TakenRoom?

  /// An answer of some kind of bytes.
  init(
    _ status: HTTPResponse.Status = .ok, _ mediaType: String, _ bytes: some Sequence<UInt8>,
    fields: HTTPFields = [:]
  ) {
    self.status = status
    self.fields = fields
    self.fields[.contentType] = mediaType
    body = .whole(ByteBuffer(bytes: bytes))
  }

  /// An answer without content.
  init(_ status: HTTPResponse.Status, fields: HTTPFields = [:]) {
    self.status = status
    self.fields = fields
    body = .none
  }

  /// The bytes of the content, if they are complete.
  package var bytes: [UInt8]? {
    switch body {
    case .none: []
    case .whole(let buffer): Array(buffer.readableBytesView)
    case .stream: nil
    }
  }

  /// How many bytes of content there are; none of a stream is there yet.
  var length: Int {
    if case .whole(let buffer) = body { buffer.readableBytes } else { 0 }
  }
}
