import HTTPTypes

/// An address and what can be done there.
struct Route: Sendable {
  let template: PathTemplate
  let operations: [Operation]

  init(_ template: String, _ operations: Operation...) {
    self.template = PathTemplate(template)
    self.operations = operations
  }

  /// The methods that the address takes, as the `Allow` field lists them.
  var allowed: [String] {
    operations.flatMap { $0.method == .get ? ["GET", "HEAD"] : [$0.method.rawValue] } + ["OPTIONS"]
  }

  /// What a method does here; HEAD is GET without its content.
  func operation(for method: HTTPRequest.Method) -> Operation? {
    let method = method == .head ? .get : method
    return operations.first { $0.method == method }
  }

  /// Whether endings of the address name formats of the answer.
  var hasFormats: Bool { operations.contains { !$0.formats.isEmpty } }
}
