import Reports
import Stances

extension Samples {
  /// What a log of this name has to show: a head after the answer's, a cosignature and a stamp.
  var attestation: Attestation {
    let key = "\(text("stance.example.org/log/2026"))+c9e43667+AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRo="
    let name = text("stance.example.org/log/2026")
    let root = "CQvrFTprd9NuEoo0LdIhLyXceN0ZZZ6vXRWfck8XDj0="
    let note = """
      \(name)
      402
      \(root)

      — \(name) yeQ2Z0E4jYmXkQzTlXkq
      — \(text("witness.example/one")) 0vQ1cWVhZ2Vz

      """
    return Attestation(
      companies: [lenovo, dji], issued: Timestamp(milliseconds: 1_651_836_896_789), key: key,
      signed: .init(
        size: 402, root: root, note: note,
        growth: [root, "+WtMtLoFndeq8vqpn6OeivTX0cfL4PE1TxE+mWo2AqA="]),
      stamps: [
        .init(size: 402, time: "2022-05-06T12:00:00Z", authority: text("Example Time Stamps")),
        .init(size: 410, time: "2022-05-07T12:00:00Z", authority: nil),
      ])
  }

  /// What a log that was never signed has to show.
  var noAttestation: Attestation {
    Attestation(
      companies: [], issued: Timestamp(milliseconds: 1_651_836_896_789), key: nil, signed: nil,
      stamps: [])
  }
}
