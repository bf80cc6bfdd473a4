import EventLog
import Transparency

/// What the time stamps on a log's heads show.
struct DatedClaim {
  let anchors: [Anchor]
  /// How many events there are.
  let events: Int64
  /// The certificates under which the stamps must be signed; nil if that is not checked.
  let certificates: String?

  /// What is shown by the longest head that was stamped, and of its stamps the first; with
  /// certificates, of the stamps that are signed under them.
  ///
  /// A stamp of another authority refutes nothing: most logs have stamps of several.
  func outcome() throws -> VerificationReport.Outcome {
    let ranked = anchors.sorted { $1.isWeaker(than: $0) }
    guard let strongest = ranked.first else {
      return .notShown(
        "the log has no time stamp; the times in the events are the recorders' own")
    }
    if let foreign = ranked.first(where: { !$0.isOverItsCheckpoint }) {
      return .refuted("the time stamp for the checkpoint at \(foreign.size) does not cover it")
    }
    guard let certificates else {
      return .notShown(
        "\(strongest.words), \(tail(after: strongest)); its signature was not checked: give --tsa-ca"
      )
    }
    for anchor in ranked {
      do {
        try OpenSSL.verify(anchor, certificates: certificates)
        return .shown("\(anchor.words), signature verified by openssl; \(tail(after: anchor))")
      } catch OpenSSLError.signatureDoesNotHold {}
    }
    return .missed(
      "openssl verifies no time stamp of this log under \(certificates); "
        + "give the certificates of an authority that stamped a head")
  }

  private func tail(after anchor: Anchor) -> String {
    "undated: the last \(max(0, events - Int64(anchor.size)))"
  }
}
