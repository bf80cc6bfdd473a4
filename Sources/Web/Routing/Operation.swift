import Answers
import HTTPTypes

/// What can be done at an address: how it is documented, and what it does.
struct Operation: Sendable {
  let method: HTTPRequest.Method
  /// The name of the operation in the description of the interface.
  let id: String
  /// What it does, in one sentence.
  let summary: String
  /// What may follow the path.
  let parameters: [Parameter]
  /// What the path's varying segments are.
  var pathParameters: [Parameter] = []
  /// The name of the JSON Schema of the body that a POST takes; nil for events.
  var bodySchema: String?
  /// The name of the JSON Schema of the form that a POST takes, which asks and changes nothing; nil
  /// for any other POST.
  var bodyForm: String?
  /// The formats in which a GET is answered, by the ending of its address; empty if it has one.
  var formats: [Format] = []
  /// The ways in which it can end.
  let outcomes: [Outcome]
  /// Whether a GET asks for a token, as every POST does that changes something.
  var needsToken = false
  /// Whether pages of other sites may show the answer, if the site has named any.
  var isEmbeddable = false
  let handle: @Sendable (Call) async throws -> WebAnswer

  /// One way in which an operation can end.
  struct Outcome: Sendable {
    let status: HTTPResponse.Status
    let says: String
    /// The media type of the content; nil for none.
    let mediaType: String?
    /// The name of the content's JSON Schema in the description.
    var schema: String?

    init(
      _ status: HTTPResponse.Status, _ says: String, _ mediaType: String?, schema: String? = nil
    ) {
      self.status = status
      self.says = says
      self.mediaType = mediaType
      self.schema = schema
    }

    /// An outcome that is reported as a problem.
    static func problem(_ status: HTTPResponse.Status, _ says: String) -> Outcome {
      Outcome(status, says, Problem.mediaType, schema: "Problem")
    }
  }
}
