import EventLog
import Transparency

/// What the time stamps on a log's heads show.
struct DatedRung {
  let anchors: [Anchor]
  /// How many events there are.
  let events: Int64
  /// The certificates under which the stamps must be signed; nil where that is not checked.
  let certificates: String?

  /// The answer for the longest head that was stamped, and of its stamps the first.
  func answer() throws -> ProofLadder.Answer {
    guard let anchor = anchors.max(by: { $0.isWeaker(than: $1) }) else {
      return .notShown(
        "no time stamp was taken in; the times in the events are their recorders' own")
    }
    let tail = "undated: the last \(events - Int64(anchor.size))"
    guard let certificates else {
      return .notShown(
        "\(anchor.words), \(tail); its signature was not checked, give --tsa-ca")
    }
    do {
      try OpenSSL.verify(anchor, certificates: certificates)
      return .shown("\(anchor.words), which openssl finds signed; \(tail)")
    } catch OpenSSLRefusal.signatureDoesNotHold(let path) {
      return .refuted("\(OpenSSLRefusal.signatureDoesNotHold(path: path))")
    }
  }
}

extension Anchor {
  /// Whether another stamp dates more events, or as many at an earlier time.
  func isWeaker(than other: Anchor) -> Bool {
    (size, other.stamp.time) < (other.size, stamp.time)
  }
}
