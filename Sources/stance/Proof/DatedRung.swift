import EventLog
import Transparency

/// What the time stamps on a log's heads show.
struct DatedRung {
  let anchors: [Anchor]
  /// How many events there are.
  let events: Int64
  /// The certificates under which the stamps must be signed; nil where that is not checked.
  let certificates: String?

  /// The answer for the longest head that was stamped, and of its stamps the first; with
  /// certificates, of the stamps that are signed under them.
  ///
  /// A stamp of another authority refutes nothing: most logs have stamps of several.
  func answer() throws -> ProofLadder.Answer {
    let ranked = anchors.sorted { $1.isWeaker(than: $0) }
    guard let strongest = ranked.first else {
      return .notShown(
        "no time stamp was taken in; the times in the events are their recorders' own")
    }
    if let foreign = ranked.first(where: { !$0.isOverItsCheckpoint }) {
      return .refuted("the time stamp kept for the checkpoint at \(foreign.size) is not over it")
    }
    guard let certificates else {
      return .notShown(
        "\(strongest.words), \(tail(behind: strongest)); its signature was not checked, give --tsa-ca"
      )
    }
    for anchor in ranked {
      do {
        try OpenSSL.verify(anchor, certificates: certificates)
        return .shown("\(anchor.words), which openssl finds signed; \(tail(behind: anchor))")
      } catch OpenSSLError.signatureDoesNotHold {}
    }
    return .missed(
      "openssl finds no time stamp that was taken in signed under \(certificates); "
        + "give the certificates of an authority that stamped a head")
  }

  private func tail(behind anchor: Anchor) -> String {
    "undated: the last \(max(0, events - Int64(anchor.size)))"
  }
}

extension Anchor {
  /// Whether the stamp is over the checkpoint that it is kept with.
  fileprivate var isOverItsCheckpoint: Bool {
    stamp.imprint == TimestampQuery.imprint(of: note)
  }

  /// Whether another stamp dates more events, or as many at an earlier time.
  func isWeaker(than other: Anchor) -> Bool {
    (size, other.stamp.time) < (other.size, stamp.time)
  }
}
