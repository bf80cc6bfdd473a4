import Errors
package import EventLog
package import JSON
import Stances
import Transparency

/// The last head that a witness cosigned, at a glance; `verify` checks it.
package struct CosignedHead {
  private var checkpoint: Checkpoint?
  private var witnesses: [Witness] = []

  private struct Witness {
    let name: KeyName
    let time: String
  }

  /// Looks for it in a log.
  package init(of log: LogReader) throws {
    let own = try log.keys().links.map(\.key.publicKey)
    try log.forEachCosignedCheckpoint { stored in
      witnesses = stored.note.signatures.compactMap { line in
        // A log is no witness of itself.
        let isOwn = own.contains {
          VerifierKey(name: line.name, type: .cosignature, publicKey: $0).id == line.id
        }
        guard !isOwn else { return nil }
        return Cosignature(line.bytes).map {
          Witness(name: line.name, time: witnessTime($0.timestamp))
        }
      }
      if !witnesses.isEmpty { checkpoint = stored.checkpoint }
      return witnesses.isEmpty
    }
  }

  /// Its size and who signed it, for people.
  package var words: String {
    let names = witnesses.map { "\(printable("\($0.name)")) (\($0.time))" }
    return checkpoint.map { "\($0.head.size) by \(names.joined(separator: ", "))" } ?? "never"
  }

  /// The same for programs.
  package var json: JSONValue {
    checkpoint.map { checkpoint in
      [
        "size": .integer(Int64(checkpoint.head.size)),
        "by": .array(
          witnesses.map { ["witness": .string("\($0.name)"), "time": .string($0.time)] }),
      ]
    } ?? .null
  }
}
