import Dispatch

/// Sends requests to witnesses with the program `curl`.
package struct WitnessClient: Sendable {
  private let curl: Curl

  /// A client.
  ///
  /// - Parameters:
  ///   - patience: how long a witness has for each answer.
  ///   - authorities: the file with the certificates that are believed over TLS; if nil, those of
  ///     the system are.
  package init(patience: Duration, authorities: String?) {
    curl = Curl(patience: patience, authorities: authorities)
  }

  /// Sends one request and waits for the whole of its answer.
  func post(_ body: [UInt8], to address: WitnessAddress) async throws -> Curl.Answer {
    // A thread of its own: many are asked at once, and each waits.
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue(label: "witness").async {
        continuation.resume(with: Result { try ask(body, address) })
      }
    }
  }

  private func ask(_ body: [UInt8], _ address: WitnessAddress) throws -> Curl.Answer {
    do {
      return try curl.ask(address.addCheckpoint, posting: body, limit: Self.greatestAnswer)
    } catch let cause as UnreachedError {
      throw WitnessUnreachedError(address: address, cause: cause)
    }
  }

  /// The longest answer that is read, in bytes: a hundred cosignatures have a tenth of it.
  private static let greatestAnswer = 1 << 18
}
