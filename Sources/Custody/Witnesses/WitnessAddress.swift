package import Errors
import Stances

/// The address at which a witness takes checkpoints: the submission prefix of
/// c2sp.org/tlog-witness.
package struct WitnessAddress: Hashable, Sendable {
  /// The prefix, without a slash at its end.
  let text: String

  /// The address in a text that a user wrote.
  package init(_ text: String) throws(WitnessAddressError) {
    let schemes = ["http://", "https://"]
    guard let scheme = schemes.first(where: { text.lowercased().hasPrefix($0) }),
      let host = text.dropFirst(scheme.count).split(
        separator: "/", omittingEmptySubsequences: false
      ).first, !host.isEmpty,
      text.utf8.allSatisfy({ 0x21...0x7E ~= $0 && $0 != UInt8(ascii: "?") && $0 != 0x23 })
    else { throw WitnessAddressError(text: text) }
    self.text = text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  /// The address to which to POST a request for a cosignature.
  var addCheckpoint: String { "\(text)/add-checkpoint" }
}

/// A text is not the address of a witness.
package struct WitnessAddressError: StanceError, Hashable, CustomStringConvertible {
  let text: String

  package var description: String {
    "'\(printable(text))' is not a witness's URL; write its submission prefix, "
      + "as in https://witness.example/"
  }

  package var kind: ErrorKind { .usage }
}
