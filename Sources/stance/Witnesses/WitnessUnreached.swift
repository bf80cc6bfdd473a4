import Stances

/// A witness could not be asked, or did not finish its answer.
struct WitnessUnreached: Error, Hashable {
  let address: WitnessAddress
  let cause: Cause

  enum Cause: Hashable, Sendable {
    case timedOut(after: Duration)
    case tooLong(limit: Int)
    case failed(String)
  }
}

extension WitnessUnreached: CustomStringConvertible {
  var description: String {
    let url = printable(address.text)
    return switch cause {
    case .timedOut(let patience):
      "\(url) did not answer within \(patience.components.seconds) seconds; "
        + "try again, or give it longer with --timeout"
    case .tooLong(let limit):
      "\(url) answered with more than \(limit) bytes; check that the URL is a witness's"
    case .failed(let reason):
      "\(url) cannot be reached: \(printable(reason)); check the URL, and try again later"
    }
  }
}
