import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTP1
import NIOSSL
import Stances

/// Carries requests to witnesses, and no more of their answers than a witness may say.
struct WitnessClient: Sendable {
  /// What came back.
  struct Answer: Sendable {
    let status: Int
    let body: [UInt8]
  }

  private let client: HTTPClient
  private let patience: Duration
  private let authorities: TrustedAuthorities

  /// Lets `body` send requests; afterwards every connection is closed.
  static func using<Result: Sendable>(
    patience: Duration, _ body: (WitnessClient) async throws -> Result
  ) async throws -> Result {
    var configuration = HTTPClient.Configuration()
    // A witness is asked where its operator said; it does not send us elsewhere.
    configuration.redirectConfiguration = .disallow
    // One that is away is said to be so at once; to ask again is the user's choice.
    configuration.connectionPool.retryConnectionEstablishment = false
    let authorities = TrustedAuthorities()
    configuration.tlsConfiguration = authorities.configuration
    let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    do {
      let result = try await body(
        WitnessClient(client: client, patience: patience, authorities: authorities))
      try await client.shutdown()
      return result
    } catch {
      try? await client.shutdown()
      throw error
    }
  }

  /// Sends one request and waits for the whole of its answer.
  func post(_ body: [UInt8], to address: WitnessAddress) async throws(WitnessUnreachedError)
    -> Answer
  {
    var request = HTTPClientRequest(url: address.addCheckpoint)
    request.method = .POST
    request.headers.add(name: "content-type", value: "text/plain; charset=utf-8")
    request.body = .bytes(body)
    do {
      return try await within(patience) { [client, request] in
        let response = try await client.execute(request, timeout: .hours(1))
        var content: [UInt8] = []
        for try await part in response.body {
          content += part.readableBytesView
          guard content.count <= Self.greatestAnswer else { throw Overflow() }
        }
        return Answer(status: Int(response.status.code), body: content)
      }
    } catch is TimedOut {
      throw WitnessUnreachedError(address: address, cause: .timedOut(after: patience))
    } catch is Overflow {
      throw WitnessUnreachedError(address: address, cause: .tooLong(limit: Self.greatestAnswer))
    } catch let error as NIOSSLError {
      throw WitnessUnreachedError(address: address, cause: authorities.cause(of: error))
    } catch let error as NIOSSLExtraError where error == .failedToValidateHostname {
      throw WitnessUnreachedError(address: address, cause: .otherHost)
    } catch let error as IOError {
      let reason = String(cString: strerror(error.errnoCode))
      throw WitnessUnreachedError(address: address, cause: .failed(reason))
    } catch {
      throw WitnessUnreachedError(address: address, cause: .failed("\(error)"))
    }
  }

  /// The longest answer that is read, in bytes: a hundred cosignatures have a tenth of it.
  private static let greatestAnswer = 1 << 18

  private struct Overflow: Error {}
}

/// Time is up.
private struct TimedOut: Error {}

/// Runs an operation and gives it up when its time is over.
private func within<Result: Sendable>(
  _ time: Duration, _ operation: @escaping @Sendable () async throws -> Result
) async throws -> Result {
  try await withThrowingTaskGroup(of: Result.self) { group in
    group.addTask(operation: operation)
    group.addTask {
      try await Task.sleep(for: time)
      throw TimedOut()
    }
    defer { group.cancelAll() }
    guard let first = try await group.next() else { throw TimedOut() }
    return first
  }
}
