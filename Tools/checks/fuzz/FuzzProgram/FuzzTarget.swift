/// What is fed: one reader of bytes that strangers wrote, with what must hold of all that it reads.
enum FuzzTarget: String, CaseIterable {
  case json, event, date, csv, note, proof, merkle, tile, witness, policy, stamp, text, form,
    capture

  /// Feeds an input and holds the target to its laws.
  ///
  /// - Returns: whether the input was well-formed.
  func accepts(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .json: acceptsJSON(bytes)
    case .event: acceptsEvent(bytes)
    case .date: acceptsDate(bytes)
    case .csv: acceptsCSV(bytes)
    case .note: acceptsNote(bytes)
    case .proof: acceptsProof(bytes)
    case .merkle: acceptsChangedProof(bytes)
    case .tile: acceptsTile(bytes)
    case .witness: acceptsWitnessMessage(bytes)
    case .policy: acceptsPolicy(bytes)
    case .stamp: acceptsStamp(bytes)
    case .text: acceptsText(bytes)
    case .form: acceptsForm(bytes)
    case .capture: acceptsCapture(bytes)
    }
  }
}
