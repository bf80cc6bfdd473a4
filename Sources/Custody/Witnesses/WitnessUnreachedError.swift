package import Errors

/// A witness could not be asked, is not the one that it says, or did not finish its answer.
package struct WitnessUnreachedError: StanceError, Hashable, CustomStringConvertible {
  let address: WitnessAddress
  /// Why it could not be asked.
  package let cause: UnreachedError

  package var kind: ErrorKind { cause.kind }
  package var description: String { cause.words(at: address.text, ofA: "witness") }
}
