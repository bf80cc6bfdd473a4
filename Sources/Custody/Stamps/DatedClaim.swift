import EventLog
import Stances
import Transparency

/// What the time stamps on a log's heads show.
struct DatedClaim {
  let anchors: [Anchor]
  /// When the last event under each stamped head was recorded, by the head's size.
  let recorded: [UInt64: Timestamp]
  /// How many events there are.
  let events: Int64
  /// The certificates under which the stamps must be signed; nil if that is not checked.
  let certificates: String?

  /// What is shown by the longest head that was stamped, and of its stamps the first; with
  /// certificates, of the stamps that are signed under them.
  ///
  /// A stamp of another authority refutes nothing: most logs have stamps of several.
  func outcome() throws -> VerificationReport.Outcome {
    // A head of no events is every log's: a stamp on it dates nothing.
    let ranked = anchors.filter { $0.size > 0 }.sorted { $1.isWeaker(than: $0) }
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
    "undated: the last \(max(0, events - Int64(anchor.size)))\(remark)"
  }

  /// Says if a stamp is older than what it covers; that refutes nothing, but a clock was wrong.
  private var remark: String {
    for anchor in anchors {
      guard let stamped = anchor.instant, let recorded = recorded[anchor.size], stamped < recorded
      else { continue }
      return "; the stamp of \(anchor.stamp.time) is older than the event at \(anchor.size), which "
        + "it covers and which says that it was recorded at \(recorded): the recorder's clock was "
        + "ahead, or the authority's was wrong"
    }
    return ""
  }
}
